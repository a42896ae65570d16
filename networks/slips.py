"""The slips with first-use codes: one page for each person. The words on paper are Thai."""

import io
from collections.abc import Iterable

import segno
from django.utils import translation

from loei_coop.accounts.typed_codes import grouped
from loei_coop.common.papers import render
from loei_coop.common.papers.text import AsTyped
from loei_coop.thai.dates import long_date
from networks.access import Ground, NewCode, grounds_of
from networks.letterhead import letterhead

TITLE = "ใบแจ้งรหัสเข้าใช้งานครั้งแรก"
STEPS = [
    "1. สแกนคิวอาร์โค้ดด้วยโทรศัพท์มือถือ หรือพิมพ์ที่อยู่เว็บไซต์ข้างต้น",
    "2. กรอกรหัสในใบแจ้งนี้ {digits}แล้วกด “ต่อไป”",
    "3. ตั้งรหัสผ่านของท่านเอง พิมพ์ซ้ำสองครั้ง แล้วกด “บันทึกรหัสผ่านและเข้าสู่ระบบ”",
    "4. ครั้งต่อไปเข้าสู่ระบบด้วยชื่อผู้ใช้และรหัสผ่านที่ท่านตั้ง ไม่ต้องใช้ใบแจ้งนี้อีก",
]
WITH_DIGITS = "และตัวเลขสี่หลักที่เจ้าหน้าที่แจ้งแก่ท่าน "


def slips_of(new_codes: list[NewCode], *, page: str) -> list[dict]:
    """`page`: where the code is typed."""
    with translation.override("th"):
        grounds = grounds_of([new.recipient.person for new in new_codes])
    return [slip_of(new, grounds[new.recipient.person.pk], page) for new in new_codes]


def slip_of(new: NewCode, grounds: list[Ground], page: str) -> dict:
    """What one page says, as JSON knows it; never the four digits."""
    return {
        "person": new.recipient.person.full_name,
        "posts": [[ground.post, ground.body] for ground in grounds],
        "is_sample": new.recipient.person.is_sample,
        "page": page,
        "qr": f"{page}code/{grouped(new.issued.code)}/",
        "code": grouped(new.issued.code),
        "user_name": new.user.get_username(),
        "last_day": long_date(new.issued.row.last_day),
        "has_digits": bool(new.issued.digits),
    }


def slips_pdf(slips: Iterable[dict]) -> bytes:
    with translation.override("th"):
        return render(
            "slips", title=TITLE, data=[printed(slip) for slip in slips], frame=letterhead()
        )


def printed(slip: dict) -> dict:
    as_typed = {name: AsTyped(slip[name]) for name in ("page", "code", "user_name")}
    digits = WITH_DIGITS if slip["has_digits"] else ""
    steps = [step.format(digits=digits) for step in STEPS]
    return {**slip, **as_typed, "qr": AsTyped(qr_code(slip["qr"])), "steps": steps}


def qr_code(address: str) -> str:
    """As SVG."""
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", xmldecl=False, border=2, scale=4)
    return out.getvalue().decode()
