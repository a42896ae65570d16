"""Numbers of levels give nobody away."""

from hypothesis import given
from hypothesis import strategies as st

from governance.level_counts import FEWEST, LevelCount, shown


def levels(*counts):
    return [count.level for count in shown(counts)]


def test_five_or_more_are_told():
    assert levels(LevelCount("ดีเด่น", 5), LevelCount("ดี", 12)) == ["ดีเด่น", "ดี"]


def test_fewer_are_not():
    assert levels(LevelCount("ดีเด่น", 4), LevelCount("ดีมาก", 1), LevelCount("ดี", 12)) == ["ดี"]


def test_a_level_that_nobody_has_is_left_out_like_one_of_four():
    assert levels(LevelCount("ดี", 6), LevelCount("พอใช้", 0)) == ["ดี"]


def test_who_is_named_anyway_may_be_counted():
    assert levels(LevelCount("ดีเด่น", 2, named=2), LevelCount("ดี", 6)) == ["ดีเด่น", "ดี"]


def test_beside_those_named_a_few_others_are_not_told():
    """Seven, of whom five have an award: the two others would be known by a subtraction."""
    assert levels(LevelCount("ดีเด่น", 7, named=5)) == []


def test_where_one_level_is_left_out_the_smallest_goes_with_it():
    """Who knows from elsewhere how many took part had the missing number by a subtraction."""
    counts = LevelCount("ดีมาก", 3), LevelCount("ดี", 20), LevelCount("พอใช้", 8)
    assert levels(*counts) == ["ดี"]


def test_a_level_of_those_named_protects_nobody():
    counts = LevelCount("ดีเด่น", 5, named=5), LevelCount("ดีมาก", 3), LevelCount("ดี", 20)
    assert levels(*counts) == ["ดีเด่น"]


def test_nothing_gives_nothing():
    assert shown([]) == []


counts = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(sorted)


@given(st.lists(counts, max_size=6))
def test_of_no_level_a_few_can_be_found_out(numbers):
    rows = [LevelCount(str(place), high, low) for place, (low, high) in enumerate(numbers)]
    told = shown(rows)
    assert all(row.unnamed == 0 or row.unnamed >= FEWEST for row in told)
    hidden = [row for row in rows if row.number and row not in told]
    # One alone would be the difference to the whole.
    assert len(hidden) != 1 or not any(row.unnamed for row in told)
