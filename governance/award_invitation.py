"""The letter that invites the winner of an award, which may be printed before the announcement.
The words on paper are Thai."""

import datetime
from dataclasses import dataclass

from django.utils import timezone, translation

from governance.choices import AreaLevel
from governance.models import Award
from loei_coop.common.papers import render
from loei_coop.thai.dates import buddhist_year, date_time, long_date
from networks.letterhead import letterhead
from networks.models import Organization

TITLE = "หนังสือเชิญรับรางวัล"


@dataclass(frozen=True)
class Ceremony:
    """What of it is settled; the rest stays a dotted line to write on."""

    day: datetime.date | None = None
    time: str = ""
    place: str = ""


def invitation_pdf(award: Award, ceremony: Ceremony) -> bytes:
    with translation.override("th"):
        return render(
            "invitation", title=TITLE, data=letter_of(award, ceremony), frame=letterhead()
        )


def letter_of(award: Award, ceremony: Ceremony) -> dict:
    """As JSON knows it; empty where the office writes by hand."""
    return {
        "subject": f"ขอเชิญรับ{award.get_award_object_display()}",
        "to": addressee(award.organization),
        "reason": reason_of(award),
        "request": request_of(award),
        "day": long_date(ceremony.day) if ceremony.day else "",
        "time": ceremony.time,
        "place": ceremony.place,
        "embargo": embargo_of(award),
        "is_sample": award.is_sample or award.organization.is_sample,
    }


def addressee(organization: Organization) -> str:
    word = "ประธานกรรมการ" if organization.is_cooperative else "ประธาน"
    return word + organization.name


def reason_of(award: Award) -> str:
    """For what, by which standard and in which year."""
    year = f"ประจำปีงบประมาณ พ.ศ. {buddhist_year(award.fiscal_year)}"
    level = f"ในระดับ{award.result_level} " if award.result_level else ""
    return (
        f"ด้วย{award.organization.name} มีผลการประเมิน{award.title or award.standard} {year} "
        f"{level}สมควรได้รับ{award.get_award_object_display()}"
        f"{AreaLevel(award.area_level).label} เพื่อเป็นเกียรติและเป็นแบบอย่างแก่องค์กรอื่น"
    )


def request_of(award: Award) -> list[str]:
    """In three pieces; the one in the middle, a name, stays on one line."""
    asked = f"สำนักงานจึงขอเรียนเชิญท่านหรือผู้แทนเข้ารับ{award.get_award_object_display()}"
    when = "ตามวัน เวลา และสถานที่ ดังนี้"
    if not award.presenter:
        return [asked, "", f" {when}"]
    return [f"{asked} จาก", award.presenter.full_name, f" {award.presenter_post} {when}"]


def embargo_of(award: Award) -> str:
    """Empty once the result is public."""
    if award.is_recorded or (award.announced_at and award.announced_at <= timezone.now()):
        return ""
    when = f"ในวันที่ {date_time(award.announced_at)}" if award.announced_at else "ต่อไป"
    return (
        f"ทั้งนี้ สำนักงานจะประกาศผลอย่างเป็นทางการ{when} จึงขอความร่วมมือจากท่านงดเผยแพร่ผลจนกว่าจะมีการประกาศ"
    )
