import datetime

import pytest
from django.utils import translation

from loei_coop.common.models import ChangeSet

pytestmark = pytest.mark.django_db

MORNING = datetime.datetime(2025, 2, 26, 2, 0, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("th", "26 กุมภาพันธ์ 2568 เวลา 09.00 น. คำสั่งระบบ"),
        ("en", "26 February 2025, 09:00 command"),
    ],
)
def test_a_change_set_says_when_and_how(language, text):
    act = ChangeSet(made_at=MORNING, source="command")
    with translation.override(language):
        assert str(act) == text


def test_the_latest_act_comes_first():
    later = ChangeSet.objects.create(source="form", made_at=MORNING + datetime.timedelta(hours=1))
    first = ChangeSet.objects.create(source="form", made_at=MORNING)
    second = ChangeSet.objects.create(source="form", made_at=MORNING)
    assert list(ChangeSet.objects.all()) == [later, second, first]
    assert ChangeSet.objects.latest() == later
