"""Thai in templates: one-line wrappers over loei_coop.thai."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language

from loei_coop.thai import digits, phrases
from loei_coop.thai.django import dates
from loei_coop.thai.django.fields import partial_date
from loei_coop.thai.highlight import pieces

register = template.Library()

register.filter("day", dates.show_day)
register.filter("short_day", dates.show_short)
register.filter("moment", dates.show_moment)
register.filter("recent", dates.show_recent)
register.filter("year", dates.show_year)
register.filter("thai_digits", digits.to_thai_digits)


@register.filter
def partial(instance, name):
    """{{ term|partial:"starts_on" }}: "26 กุมภาพันธ์ 2568", "กุมภาพันธ์ 2556", "พ.ศ. 2556" or ""."""
    value = partial_date(instance, name)
    return dates.show_partial(value) if value else ""


@register.filter
def th(text):
    """Thai text on a page of whatever language."""
    if not text or get_language() == "th":
        return text or ""
    return format_html('<span lang="th">{}</span>', text)


@register.filter
def local(row, name):
    """The column in the language of the page (`<name>_en`); what is in Thai only is marked so."""
    english = getattr(row, f"{name}_en")
    return english if english and get_language() == "en" else th(getattr(row, name))


@register.filter
def marked(text, terms):
    """The text with what matches the (loose) terms in <mark>."""
    tags = {True: "<mark>{}</mark>", False: "{}"}
    parts = (format_html(tags[matches], part) for part, matches in pieces(text, terms))
    return format_html_join("", "{}", ((part,) for part in parts))


@register.filter
def kept(text):
    """A heading whose compounds are not parted at the end of a line."""
    tags = {True: '<span class="kept">{}</span>', False: "{}"}
    parts = (format_html(tags[keep], part) for part, keep in phrases.pieces(str(text)))
    return format_html_join("", "{}", ((part,) for part in parts))


@register.filter
def unlocalized(value):
    """A number as machines write it."""
    return str(value)


@register.filter
def number(value):
    """1,234"""
    return f"{value:,}"


@register.simple_tag
def day_and_month(day, month):
    return dates.show_day_and_month(day, month)
