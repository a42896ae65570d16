"""Filters of the drafts in `templates/news/drafts/`."""

from django import template

register = template.Library()


@register.filter
def joined(words: list[str], before: str = "") -> str:
    """ "ทุน การตลาด และบริการ"; with `before` in front of each: "อำเภอท่าลี่ และอำเภอปากชม"."""
    *first, last = [f"{before}{word}" for word in words] or [""]
    return f"{' '.join(first)} และ{last}" if first else last


@register.filter
def joined_en(words: list[str]) -> str:
    """ "capital, marketing and services"."""
    *first, last = words or [""]
    return f"{', '.join(first)} and {last}" if first else last
