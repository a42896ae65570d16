import datetime

import pytest
from django.template import Context, Template
from django.utils import translation

from loei_coop.thai.django.templatetags.thai import number
from networks.models import Organization

VALUES = {
    "day": datetime.date(2025, 2, 26),
    "moment": datetime.datetime(2025, 2, 26, 2, 0, tzinfo=datetime.UTC),
    "organization": Organization(
        name="สหกรณ์ <ก> จำกัด",
        registered_on=datetime.date(2013, 2, 1),
        registered_on_precision="month",
    ),
}


def render(text, language="th"):
    with translation.override(language):
        return Template("{% load thai %}" + text).render(Context(VALUES))


@pytest.mark.parametrize(
    ("text", "thai", "english"),
    [
        ("{{ day|day }}", "26 กุมภาพันธ์ 2568", "26 February 2025"),
        ("{{ day|short_day }}", "26 ก.พ. 68", "26 Feb 2025"),
        (
            "{{ moment|moment }}",
            "26 กุมภาพันธ์ 2568 เวลา 09.00 น.",
            "26 February 2025, 09:00",
        ),
        ("{{ 2025|year }}", "พ.ศ. 2568", "2025 (B.E. 2568)"),
        ('{{ organization|partial:"registered_on" }}', "กุมภาพันธ์ 2556", "February 2013"),
        ('{{ organization|partial:"status_since" }}', "", ""),
        ("{% day_and_month 31 3 %}", "31 มีนาคม", "31 March"),
        ('{{ "5/2568"|thai_digits }}', "๕/๒๕๖๘", "๕/๒๕๖๘"),
        ("{{ ''|th }}", "", ""),
        ("{{ None|th }}", "", ""),
    ],
)
def test_templates_speak_the_language_of_the_page(text, thai, english):
    assert (render(text), render(text, "en")) == (thai, english)


def test_thai_text_is_marked_as_thai_on_an_english_page_only():
    text = "{{ organization.name|th }}"
    name = "สหกรณ์ &lt;ก&gt; จำกัด"
    assert render(text) == name
    assert render(text, "en") == f'<span lang="th">{name}</span>'


@pytest.mark.parametrize(
    ("value", "shown"), [(0, "0"), (999, "999"), (1234, "1,234"), (1234567.5, "1,234,567.5")]
)
def test_a_long_number_is_read_in_groups_of_three(value, shown):
    assert number(value) == shown
