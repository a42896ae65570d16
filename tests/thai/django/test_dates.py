import datetime

import pytest
from django.utils import translation

from loei_coop.thai.dates import PartialDate, Precision
from loei_coop.thai.django import dates
from loei_coop.thai.parsing import DateError, DateProblem

DAY = datetime.date(2025, 2, 26)
# Two in the morning of the 26th in Loei.
MOMENT = datetime.datetime(2025, 2, 25, 19, 5, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("show", "value", "thai", "english"),
    [
        (dates.show_day, DAY, "26 กุมภาพันธ์ 2568", "26 February 2025"),
        (dates.show_short, DAY, "26 ก.พ. 68", "26 Feb 2025"),
        (
            dates.show_moment,
            MOMENT,
            "26 กุมภาพันธ์ 2568 เวลา 02.05 น.",
            "26 February 2025, 02:05",
        ),
        (dates.show_partial, PartialDate(DAY), "26 กุมภาพันธ์ 2568", "26 February 2025"),
        (
            dates.show_partial,
            PartialDate(DAY, Precision.MONTH),
            "กุมภาพันธ์ 2568",
            "February 2025",
        ),
        (
            dates.show_partial,
            PartialDate(DAY, Precision.YEAR),
            "พ.ศ. 2568",
            "2025 (B.E. 2568)",
        ),
        (dates.show_year, 2025, "พ.ศ. 2568", "2025 (B.E. 2568)"),
    ],
)
def test_a_date_is_shown_in_the_language_of_the_page(show, value, thai, english):
    with translation.override("th"):
        assert show(value) == thai
    with translation.override("en"):
        assert show(value) == english


@pytest.mark.parametrize(("language", "shown"), [("th", "31 มีนาคม"), ("en", "31 March")])
def test_a_day_of_every_year_is_shown_without_a_year(language, shown):
    with translation.override(language):
        assert dates.show_day_and_month(31, 3) == shown


def test_dates_are_thai_where_no_language_is_chosen():
    with translation.override(None):
        assert dates.show_day(DAY) == "26 กุมภาพันธ์ 2568"


@pytest.mark.parametrize("problem", DateProblem)
def test_every_problem_has_a_sentence_in_both_languages(problem):
    error = DateError(problem, "30/6/13")
    with translation.override("en"):
        english = dates.problem_sentence(error)
    thai = dates.problem_sentence(error)
    assert english.endswith(".")
    assert thai != english
