"""Names of people: title, first name and last name, put together and taken apart."""

import re

_CIVIL = ["นาย", "นาง", "นางสาว", "น.ส.", "เด็กชาย", "เด็กหญิง", "ด.ช.", "ด.ญ."]
_LEARNED = [
    *("ศาสตราจารย์", "รองศาสตราจารย์", "ผู้ช่วยศาสตราจารย์", "ศ.", "รศ.", "ผศ.", "ดร."),
    *("นายแพทย์", "แพทย์หญิง", "นพ.", "พญ.", "ทพ.", "ทพญ.", "นายสัตวแพทย์", "สัตวแพทย์หญิง"),
]
_NOBLE = [
    *("หม่อมเจ้า", "หม่อมราชวงศ์", "หม่อมหลวง", "ม.จ.", "ม.ร.ว.", "ม.ล."),
    *("คุณหญิง", "ท่านผู้หญิง"),
]
_ARMY = [
    *("พลเอก", "พลโท", "พลตรี", "พลจัตวา", "พันเอก", "พันโท", "พันตรี"),
    *("ร้อยเอก", "ร้อยโท", "ร้อยตรี", "จ่าสิบเอก", "จ่าสิบโท", "จ่าสิบตรี", "สิบเอก", "สิบโท", "สิบตรี"),
    *("พล.อ.", "พล.ท.", "พล.ต.", "พล.จ.", "พ.อ.", "พ.ท.", "พ.ต.", "ร.อ.", "ร.ท.", "ร.ต."),
    *("จ.ส.อ.", "จ.ส.ท.", "จ.ส.ต.", "ส.อ.", "ส.ท.", "ส.ต."),
]
_NAVY_AND_AIR_FORCE = [
    *("พลเรือเอก", "พลเรือโท", "พลเรือตรี", "นาวาเอก", "นาวาโท", "นาวาตรี"),
    *("เรือเอก", "เรือโท", "เรือตรี", "พันจ่าเอก", "พันจ่าโท", "พันจ่าตรี", "จ่าเอก", "จ่าโท", "จ่าตรี"),
    *("พล.ร.อ.", "พล.ร.ท.", "พล.ร.ต.", "น.อ.", "น.ท.", "น.ต.", "พ.จ.อ.", "พ.จ.ท.", "พ.จ.ต."),
    *("จ.อ.", "จ.ท.", "จ.ต.", "พลอากาศเอก", "พลอากาศโท", "พลอากาศตรี"),
    *("นาวาอากาศเอก", "นาวาอากาศโท", "นาวาอากาศตรี"),
    *("เรืออากาศเอก", "เรืออากาศโท", "เรืออากาศตรี"),
    *("พันจ่าอากาศเอก", "พันจ่าอากาศโท", "พันจ่าอากาศตรี"),
    *("จ่าอากาศเอก", "จ่าอากาศโท", "จ่าอากาศตรี"),
    *("พล.อ.อ.", "พล.อ.ท.", "พล.อ.ต.", "พ.อ.อ.", "พ.อ.ท.", "พ.อ.ต."),
]
_POLICE = [
    *("พลตำรวจเอก", "พลตำรวจโท", "พลตำรวจตรี", "พันตำรวจเอก", "พันตำรวจโท", "พันตำรวจตรี"),
    *("ร้อยตำรวจเอก", "ร้อยตำรวจโท", "ร้อยตำรวจตรี", "ดาบตำรวจ", "จ่าสิบตำรวจ"),
    *("สิบตำรวจเอก", "สิบตำรวจโท", "สิบตำรวจตรี"),
    *("พล.ต.อ.", "พล.ต.ท.", "พล.ต.ต.", "พ.ต.อ.", "พ.ต.ท.", "พ.ต.ต.", "ร.ต.อ.", "ร.ต.ท.", "ร.ต.ต."),
    *("ด.ต.", "ส.ต.อ.", "ส.ต.ท.", "ส.ต.ต."),
]


def _any_of(titles: list[str]) -> str:
    # The longest first, so that นางสาว is not read as นาง.
    return "|".join(re.escape(title) for title in sorted(titles, key=len, reverse=True))


_RANK = rf"(?:ว่าที่ ?)?(?:{_any_of(_ARMY + _NAVY_AND_AIR_FORCE + _POLICE)})(?: ?หญิง)?"
_ENGLISH = r"(?:Assoc|Asst|Prof|Mrs|Mr|Ms|Dr)[. ]|Miss "
_BEFORE_CIVIL = rf"{_RANK}|{_any_of(_LEARNED + _NOBLE)}|{_ENGLISH}"
# Behind a title comes a space or at once the name. A vowel or mark that is written after or above
# its consonant begins no name (the สาว of นางสาวิตรี is the name's), nor is one letter one (นายก),
# and a word that as a whole is a title (นางสาว) is not taken apart.
_TITLE = re.compile(
    rf"(?!(?:{_BEFORE_CIVIL}|{_any_of(_CIVIL)})$)"
    rf"(?:{_BEFORE_CIVIL}|(?P<civil>{_any_of(_CIVIL)}))"
    r"(?= [^ ]|[ก-ฮเแโใไA-Za-z][^ ])",
    re.IGNORECASE,
)


def full_name(title: str, first_name: str, last_name: str) -> str:
    """นายอนันต์ มหัจฉริยพันธุ์, Mr. John Smith"""
    return f"{short_name(title, first_name)} {last_name}".strip()


def short_name(title: str, first_name: str) -> str:
    """นายอนันต์"""
    return _attach(title, first_name)


def split_name(text: str) -> tuple[str, str, str]:
    """Title, first name and last name; what is missing is "". Several titles stay together."""
    rest, title = " ".join(text.split()), ""
    while match := _TITLE.match(rest):
        title = _attach(title, match[0].strip())
        rest = rest[match.end() :].lstrip()
        if match["civil"]:  # always the last title
            break
    first_name, _, last_name = rest.partition(" ")
    return title, first_name, last_name


def without_title(text: str) -> str:
    _, first_name, last_name = split_name(text)
    return f"{first_name} {last_name}".strip()


def _attach(title: str, name: str) -> str:
    """Thai is written without a space between them."""
    if not (title and name):
        return title + name
    return title + name if _is_thai(title) and _is_thai(name) else f"{title} {name}"


def _is_thai(text: str) -> bool:
    return "\u0e00" <= text[0] <= "\u0e7f"
