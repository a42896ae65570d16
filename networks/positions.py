"""How a position is written behind a name."""

from django.utils.text import capfirst
from django.utils.translation import get_language

from networks.choices import Acting, Position

# Posts whose title says all: "สหกรณ์จังหวัดเลย" is a post, not a body.
STANDING_ALONE = {
    Position.GOVERNOR: ("ผู้ว่าราชการจังหวัดเลย", "Governor of Loei"),
    Position.PROVINCIAL_OFFICER: ("สหกรณ์จังหวัดเลย", "Loei Provincial Cooperative Officer"),
}
ACTING_THAI = {Acting.ACTING_FOR: "รักษาราชการแทน", Acting.PERFORMING_FOR: "ปฏิบัติราชการแทน"}
# A farmer group's board is written before the name of the group itself.
GROUP_WORDS = {Position.BOARD_CHAIR: "ประธาน", Position.BOARD_MEMBER: "กรรมการ"}

# The same where the group is not named behind it.
GROUP_POSTS = {
    Position.BOARD_CHAIR: "ประธานกลุ่มเกษตรกร",
    Position.BOARD_MEMBER: "กรรมการกลุ่มเกษตรกร",
}


def title(appointment) -> str:
    """ "ผู้จัดการสหกรณ์ออมทรัพย์ครูเลย จำกัด", on English pages "Manager, สหกรณ์…"."""
    between = ", " if get_language() == "en" and body(appointment) else ""
    return f"{post(appointment)}{between}{body(appointment)}"


def post(appointment) -> str:
    """The post without the body that it is in, with the word for acting."""
    english = get_language() == "en"
    position = Position(appointment.position)
    if position in STANDING_ALONE:
        word = STANDING_ALONE[position][english]
    else:
        word = capfirst(position.label) if english else thai_word(appointment, GROUP_WORDS)
    return acting(appointment, english=english) + word


def body(appointment) -> str:
    """The name of the organization or agency; empty where the post says it."""
    if appointment.position in STANDING_ALONE:
        return ""
    return str(appointment.organization or appointment.agency)


def on_own_page(appointment) -> str:
    """The post on the page of the organization itself: "ผู้จัดการ", "ประธานกลุ่มเกษตรกร"."""
    if get_language() == "en" or appointment.position in STANDING_ALONE:
        return post(appointment)
    return acting(appointment, english=False) + thai_word(appointment, GROUP_POSTS)


def thai_word(appointment, group_words: dict) -> str:
    label = Position(appointment.position).label
    organization = appointment.organization
    if organization and not organization.is_cooperative:
        return group_words.get(appointment.position, label)
    return label


def acting(appointment, *, english: bool) -> str:
    if not appointment.acting:
        return ""
    word = Acting(appointment.acting)
    return f"{capfirst(word.label)}: " if english else ACTING_THAI[word]
