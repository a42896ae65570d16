"""Sources and agencies: who says it, and the bodies outside the register."""

import pytest
from django.db import models
from django.utils import translation

from networks.models import Agency, Source
from tests.factories import make_agency, make_organization, make_source
from tests.networks.rules import sentences

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("model", "make"), [(Source, make_source), (Agency, make_agency)])
def test_the_code_is_the_key(model, make):
    row = make(code="loei-office")
    assert row.natural_key() == ("loei-office",)
    assert model.objects.get_by_natural_key("loei-office") == row


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (make_source, "Source with this Code already exists."),
        (make_agency, "Agency with this Code already exists."),
    ],
)
def test_a_code_is_given_once(make, sentence):
    make(code="loei-office")
    other = make(code="other")
    other.code = "loei-office"
    assert sentences(other) == [sentence]


def test_a_source_speaks_the_language_of_the_page_as_far_as_it_can():
    source = Source(title="ข่าว", title_en="News", dating_note="ไม่ปรากฏวันที่")
    assert (str(source), source.local_dating_note) == ("ข่าว", "ไม่ปรากฏวันที่")
    with translation.override("en"):
        assert (str(source), source.local_dating_note) == ("News", "ไม่ปรากฏวันที่")


def test_an_agency_is_called_in_the_language_of_the_page():
    office = Agency(name="สำนักงานสหกรณ์จังหวัดเลย", name_en="Loei Provincial Cooperative Office")
    assert str(office) == "สำนักงานสหกรณ์จังหวัดเลย"
    with translation.override("en"):
        assert str(office) == "Loei Provincial Cooperative Office"


def test_a_source_that_records_name_cannot_be_removed():
    source = make_source()
    make_organization(source=source)
    with pytest.raises(models.ProtectedError):
        source.delete()
