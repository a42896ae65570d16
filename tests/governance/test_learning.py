"""From whom an organization can learn on a weak item."""

import pytest

from governance.learning import places_to_learn
from governance.models import Topic
from governance.states import ForumState
from tests.governance.assessing import make_case
from tests.governance.exchanging import add_host, make_forum, make_host, make_topic, shared

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    """Of network 4."""
    return make_case()


@pytest.fixture
def topic(case) -> Topic:
    """Of its first category."""
    return make_topic(standard=case.round.edition.standard, category="1")


def names(case, number="1.1"):
    item = case.item(number)
    places = places_to_learn(case.assessment, [item])[item.pk]
    return [place.organization.name for place in places]


def test_nobody_tells_of_it_yet(case):
    assert names(case) == []


def test_a_practice_on_the_category_is_named(case, topic):
    shared(make_host("สหกรณ์ก จำกัด"), topic=topic)
    assert names(case) == ["สหกรณ์ก จำกัด"]
    assert names(case, "2.1") == []


def test_the_own_network_comes_first(case, topic):
    shared(make_host("สหกรณ์ไกล จำกัด", network=1), topic=topic)
    shared(make_host("สหกรณ์ใกล้ จำกัด", network=4), topic=topic)
    assert names(case) == ["สหกรณ์ใกล้ จำกัด", "สหกรณ์ไกล จำกัด"]


def test_before_it_whoever_tells_of_the_item_itself(case, topic):
    shared(make_host("สหกรณ์ใกล้ จำกัด", network=4), topic=topic)
    on_item = shared(make_host("สหกรณ์ข้อเดียวกัน จำกัด", network=1), topic=topic)
    on_item.item = case.item("1.1")
    on_item.save()
    assert names(case)[0] == "สหกรณ์ข้อเดียวกัน จำกัด"
    assert names(case, "1.2")[0] == "สหกรณ์ใกล้ จำกัด"


def test_three_at_most_and_each_once(case, topic):
    for number in range(4):
        host = make_host(f"สหกรณ์ที่ {number} จำกัด")
        shared(host, topic=topic, title="เรื่องแรก")
        add_host(make_forum(), host, topic)
    found = names(case)
    assert (len(found), len(set(found))) == (3, 3)


def test_never_itself(case, topic):
    shared(case.organization, topic=topic, manager=case.manager)
    add_host(make_forum(), case.organization, topic)
    assert names(case) == []


@pytest.mark.parametrize("state", [ForumState.PREPARED, ForumState.CANCELLED])
def test_hosts_of_a_forum_count_unless_it_is_prepared_or_cancelled(case, topic, state):
    add_host(make_forum(), make_host("สหกรณ์ในเวที จำกัด"), topic)
    hidden = make_forum(state=state, cancellation_text="น้ำท่วม")
    add_host(hidden, make_host("สหกรณ์ที่ไม่เล่า จำกัด"), topic)
    assert names(case) == ["สหกรณ์ในเวที จำกัด"]


def test_who_is_dissolved_is_no_place_to_visit(case, topic):
    host = shared(make_host("สหกรณ์เลิก จำกัด"), topic=topic).organization
    host.status = "dissolved"
    host.save()
    assert names(case) == []


def test_two_queries_for_any_number_of_items(case, topic, django_assert_num_queries):
    for number in range(5):
        shared(make_host(f"สหกรณ์ที่ {number} จำกัด"), topic=topic)
    items = case.items
    assert case.assessment.round.edition.standard_id
    with django_assert_num_queries(2):
        places_to_learn(case.assessment, items)
