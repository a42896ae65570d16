"""Releases for tests. Every value that a test speaks of is given by the test."""

import datetime
from itertools import count

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone

from loei_coop.news.choices import ReleaseKind
from loei_coop.news.models import Campaign, PressRelease, Statement
from networks.choices import Position
from networks.models import Agency
from networks.querysets import OFFICE_CODE
from tests.factories import appoint, make_agency, make_organization, make_person

_numbers = count(1)
OCTOBER = datetime.date(2025, 10, 1)


def make_release(title="สหกรณ์การเกษตรท่าลี่ รับซื้อข้าวโพด", **values):
    given = {"kind": ReleaseKind.FREE, "body": "สหกรณ์เปิดรับซื้อข้าวโพด", **values}
    return PressRelease.objects.create(title=title, **given)


def make_campaign(title="สร้างเครือข่ายสหกรณ์", **values):
    return Campaign.objects.create(**{"code": f"c{next(_numbers)}", "title": title, **values})


def make_statement(text="สหกรณ์ต้องเข้มแข็ง", **values):
    return Statement.objects.create(
        **{
            "code": f"w{next(_numbers)}",
            "kind": ReleaseKind.NETWORK_FORMED,
            "speaker": values.get("speaker") or make_person("บุญมา", "ตั้งใจ"),
            "speaker_post": "ผู้จัดการ",
            "text": text,
            **values,
        }
    )


def make_account(name, group=None, **values):
    """An officer, of a group."""
    user = get_user_model().objects.create_user(name, is_staff=True, **values)
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def make_head(name="pranee", *, acting="", starts_on=OCTOBER):
    """An account of whoever heads the office since then, or acts for the head."""
    user = make_account(name, "read-only")
    person = make_person("ปราณี", "รักเลย", title="นาง", user=user)
    office, position = the_office(), Position.PROVINCIAL_OFFICER
    appoint(person, position, at=office, starts_on=starts_on, acting=acting)
    return user


def the_office():
    return Agency.objects.office() or make_agency(code=OFFICE_CODE)


def the_portal(cooperatives=1, groups=1):
    """The office, its province, and a register of today."""
    the_office()
    make_agency("จังหวัดเลย", name_en="Loei Province", code="loei-province")
    for number in range(cooperatives):
        make_organization(f"สหกรณ์การเกษตรที่ {number} จำกัด")
    for number in range(groups):
        make_organization(f"กลุ่มเกษตรกรที่ {number}", kind="farmer_group", type="rice")


def in_an_hour():
    return timezone.now() + datetime.timedelta(hours=1)
