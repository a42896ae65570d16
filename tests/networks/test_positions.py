import pytest
from django.utils import translation

from networks import positions
from networks.choices import Acting, Kind, Position
from networks.models import Agency, Appointment, Organization

TEACHERS = Organization(kind=Kind.COOPERATIVE, name="สหกรณ์ออมทรัพย์ครูเลย จำกัด")
GROUP = Organization(kind=Kind.FARMER_GROUP, name="กลุ่มเกษตรกรทำสวนบ้านน้ำพุ")
OFFICE = Agency(name="สำนักงานสหกรณ์จังหวัดเลย", name_en="Loei Provincial Cooperative Office")
PROVINCE = Agency(name="จังหวัดเลย")


def appointment(position, body, acting=""):
    place = {"agency": body} if isinstance(body, Agency) else {"organization": body}
    return Appointment(position=position, acting=acting, **place)


@pytest.mark.parametrize(
    ("position", "body", "thai", "english"),
    [
        (
            Position.MANAGER,
            TEACHERS,
            "ผู้จัดการสหกรณ์ออมทรัพย์ครูเลย จำกัด",
            "Manager, สหกรณ์ออมทรัพย์ครูเลย จำกัด",
        ),
        (
            Position.BOARD_CHAIR,
            TEACHERS,
            "ประธานกรรมการสหกรณ์ออมทรัพย์ครูเลย จำกัด",
            "Chair of the board, สหกรณ์ออมทรัพย์ครูเลย จำกัด",
        ),
        (
            Position.BOARD_CHAIR,
            GROUP,
            "ประธานกลุ่มเกษตรกรทำสวนบ้านน้ำพุ",
            "Chair of the board, กลุ่มเกษตรกรทำสวนบ้านน้ำพุ",
        ),
        (
            Position.BOARD_MEMBER,
            GROUP,
            "กรรมการกลุ่มเกษตรกรทำสวนบ้านน้ำพุ",
            "Board member, กลุ่มเกษตรกรทำสวนบ้านน้ำพุ",
        ),
        (
            Position.MANAGER,
            GROUP,
            "ผู้จัดการกลุ่มเกษตรกรทำสวนบ้านน้ำพุ",
            "Manager, กลุ่มเกษตรกรทำสวนบ้านน้ำพุ",
        ),
        (
            Position.OFFICER,
            OFFICE,
            "เจ้าหน้าที่สำนักงานสหกรณ์จังหวัดเลย",
            "Officer, Loei Provincial Cooperative Office",
        ),
        (
            Position.PROVINCIAL_OFFICER,
            OFFICE,
            "สหกรณ์จังหวัดเลย",
            "Loei Provincial Cooperative Officer",
        ),
        (Position.GOVERNOR, PROVINCE, "ผู้ว่าราชการจังหวัดเลย", "Governor of Loei"),
    ],
)
def test_a_position_is_written_as_papers_do(position, body, thai, english):
    held = appointment(position, body)
    assert positions.title(held) == thai
    with translation.override("en"):
        assert positions.title(held) == english


@pytest.mark.parametrize(
    ("acting", "thai", "english"),
    [
        (
            Acting.ACTING_FOR,
            "รักษาราชการแทนสหกรณ์จังหวัดเลย",
            "Acting for: Loei Provincial Cooperative Officer",
        ),
        (
            Acting.PERFORMING_FOR,
            "ปฏิบัติราชการแทนสหกรณ์จังหวัดเลย",
            "Performing duties for: Loei Provincial Cooperative Officer",
        ),
    ],
)
def test_who_acts_is_not_written_as_the_holder_of_the_post(acting, thai, english):
    held = appointment(Position.PROVINCIAL_OFFICER, OFFICE, acting)
    assert positions.title(held) == thai
    with translation.override("en"):
        assert positions.title(held) == english


@pytest.mark.parametrize(
    ("position", "body", "post", "name"),
    [
        (Position.MANAGER, TEACHERS, "ผู้จัดการ", "สหกรณ์ออมทรัพย์ครูเลย จำกัด"),
        (Position.BOARD_CHAIR, GROUP, "ประธาน", "กลุ่มเกษตรกรทำสวนบ้านน้ำพุ"),
        (Position.GOVERNOR, PROVINCE, "ผู้ว่าราชการจังหวัดเลย", ""),
    ],
)
def test_post_and_body_are_told_apart_for_links(position, body, post, name):
    held = appointment(position, body)
    assert (positions.post(held), positions.body(held)) == (post, name)


@pytest.mark.parametrize(
    ("language", "of_cooperative", "of_group"),
    [
        ("th", "ประธานกรรมการ", "ประธานกลุ่มเกษตรกร"),
        ("en", "Chair of the board", "Chair of the board"),
    ],
)
def test_on_its_own_page_a_group_has_a_chair_of_its_own_word(language, of_cooperative, of_group):
    with translation.override(language):
        assert appointment(Position.BOARD_CHAIR, TEACHERS).post_on_own_page == of_cooperative
        assert appointment(Position.BOARD_CHAIR, GROUP).post_on_own_page == of_group
