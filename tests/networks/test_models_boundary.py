import pytest
from django.db import IntegrityError, transaction

from networks.models import DistrictBoundary
from tests.factories import make_district, make_source

pytestmark = pytest.mark.django_db

OUTLINE = {
    "type": "Polygon",
    "coordinates": [[[101.9, 17.4], [102.0, 17.4], [102.0, 17.5], [101.9, 17.4]]],
}


@pytest.fixture
def boundary():
    source = make_source("แผนที่เขตการปกครอง")
    district = make_district("นาด้วง")
    return DistrictBoundary.objects.create(district=district, geometry=OUTLINE, source=source)


def test_an_outline_is_that_of_its_district(boundary):
    boundary.refresh_from_db()
    assert str(boundary) == "อำเภอนาด้วง"
    assert boundary.district.boundary.geometry == OUTLINE


def test_a_district_has_one_outline(boundary):
    with pytest.raises(IntegrityError), transaction.atomic():
        DistrictBoundary.objects.bulk_create(
            [DistrictBoundary(district=boundary.district, geometry=OUTLINE)]
        )


def test_an_outline_has_its_history(boundary):
    boundary.geometry = {**OUTLINE, "type": "MultiPolygon"}
    boundary.save()
    types = [row.geometry["type"] for row in boundary.history.all()]
    assert types == ["MultiPolygon", "Polygon"]
