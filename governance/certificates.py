"""Certificates as A4 landscape, and the words for the maker of a plaque: one page for each award,
one file for all. The words on paper are Thai."""

import datetime
from collections.abc import Callable, Iterable

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from governance.choices import AreaLevel, AwardObject
from governance.models import Award
from loei_coop.common.errors import WorkflowError
from loei_coop.common.papers import render
from loei_coop.common.papers.text import AsTyped
from loei_coop.thai.dates import buddhist_year, show
from loei_coop.thai.django.fields import partial_date
from networks.letterhead import letterhead
from networks.models import Appointment
from networks.slips import qr_code

TITLE = "เกียรติบัตรและข้อความสำหรับจัดทำโล่รางวัล"
AREAS = {
    AreaLevel.PROVINCE: "ระดับจังหวัด",
    AreaLevel.DEPARTMENT: "ระดับกรม",
    AreaLevel.NATION: "ระดับชาติ",
}
HEAD_OF_THE_OFFICE = "สหกรณ์จังหวัดเลย"
GOVERNOR = "ผู้ว่าราชการจังหวัดเลย"
MOST_IN_A_FILE = 500


def certificates_pdf(awards: Iterable[Award], *, address_of: Callable[[Award], str]) -> bytes:
    """`address_of`: where an award is verified, with the host. Raises WorkflowError."""
    with translation.override("th"):
        sheets = [sheet_of(award, address_of(award)) for award in checked(awards)]
        return render("certificate", title=TITLE, data=sheets, frame=letterhead())


def checked(awards: Iterable[Award]) -> list[Award]:
    """What was revoked is never printed again."""
    rows = [award for award in awards if not award.is_revoked]
    if not rows:
        raise WorkflowError(_("There is no award to print: none is chosen, or all are revoked."))
    if len(rows) > MOST_IN_A_FILE:
        sentence = _("These are more than %(most)s awards. Narrow the list, by year for example.")
        raise WorkflowError(sentence % {"most": MOST_IN_A_FILE})
    return rows


def sheet_of(award: Award, address: str) -> dict:
    """What one page says, as JSON knows it."""
    return {
        "is_plaque": award.award_object == AwardObject.PLAQUE,
        "is_sample": award.is_sample or award.organization.is_sample,
        "holder": award.organization.name,
        "award": award.about,
        "level": " ".join(filter(None, [level_words(award), AREAS[AreaLevel(award.area_level)]])),
        "excellence": award.excellence,
        "is_pilot": award.is_pilot,
        "year": f"ประจำปีงบประมาณ พ.ศ. {buddhist_year(award.fiscal_year)}",
        "number": award.number,
        "given": given_on(award),
        "signatures": [presenter_of(award), head_of_the_office(award)],
        "code": AsTyped(award.code),
        "address": AsTyped(address),
        "qr": AsTyped(qr_code(address)),
    }


def level_words(award: Award) -> str:
    level = award.result_level
    return level if not level or level.startswith("ระดับ") else f"ระดับ{level}"


def given_on(award: Award) -> str:
    """Empty: to be written by hand."""
    day = partial_date(award, "presented_on")
    return show(day) if day else ""


def presenter_of(award: Award) -> dict:
    name = award.presenter.full_name if award.presenter else ""
    return {"name": name, "post": award.presenter_post or GOVERNOR}


def head_of_the_office(award: Award) -> dict:
    """In the post on the day of the presentation; today, where an award of today has none yet. A
    sample person signs samples only."""
    day = award.presented_on or unrecorded_day(award)
    rows = Appointment.objects.of_heads_of_the_office()
    if not award.is_sample:
        rows = rows.filter(is_sample=False)
    head = rows.in_post_on(day).first() if day else None
    if head is None:
        return {"name": "", "post": HEAD_OF_THE_OFFICE}
    return {"name": head.person.full_name, "post": head.post}


def unrecorded_day(award: Award) -> datetime.date | None:
    return None if award.is_recorded else timezone.localdate()
