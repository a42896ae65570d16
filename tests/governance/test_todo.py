"""What of governance waits at a desk."""

from types import SimpleNamespace

import pytest

from governance import workflow
from governance.todo import desk_todos
from loei_coop.common.todo import Tone
from tests.governance.assessing import make_case, make_reviewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return make_case()


def tones(case):
    desk = SimpleNamespace(organization=case.organization, actor=case.manager, leads=True)
    return [card.tone for card in desk_todos(desk)]


def test_an_assessment_to_fill_in_waits(case):
    assert tones(case) == [Tone.SOON]


def test_one_that_is_submitted_does_not(case):
    case.fill()
    case.submit()
    assert tones(case) == []


def test_what_the_office_asks_for_is_pressing(case):
    case.fill()
    case.submit()
    workflow.return_items(case.assessment, {case.item("1.2"): "ขอเพิ่ม"}, by=make_reviewer())
    assert tones(case) == [Tone.NOW]
