"""News in templates: which of its texts are Thai on an English page, and what it is in short."""

import re

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import get_language

from loei_coop.news import article
from loei_coop.thai.django.dates import show_day

register = template.Library()
THAI = re.compile("[\u0e01-\u0e5b]")

register.filter("summary", article.summary_of)


@register.filter
def title_is_thai(release):
    return in_english() and not release.title_en


@register.filter
def text_is_thai(record):
    """Of a release or a correction."""
    english = record.body_en if hasattr(record, "body_en") else record.text_en
    return in_english() and not english


@register.filter
def withdrawal_is_thai(release):
    return in_english() and not release.withdrawal_text_en


@register.filter
def th_if_thai(text):
    """A value of a fact, which may be a number or a name."""
    if in_english() and THAI.search(text):
        return format_html('<span lang="th">{}</span>', text)
    return text


@register.filter
def local_day(moment):
    """The day of a moment, in the office's time."""
    return show_day(timezone.localtime(moment))


def in_english() -> bool:
    return get_language() == "en"
