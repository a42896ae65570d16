"""Markdown of a release as HTML: paragraphs, headings, lists, tables, emphasis and links; nothing
that runs, no pictures, no HTML of the writer's own."""

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

TAGS = {
    *("p", "br", "hr", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "blockquote"),
    *("a", "table", "thead", "tbody", "tr", "th", "td", "code"),
}
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "tel"}

MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
LOWEST_HEADING = 4


def as_html(text: str) -> SafeString:
    """Safe twice: the writer's own tags are text, and what comes out is washed."""
    tokens = MARKDOWN.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = below_the_title(token.tag)
    made = MARKDOWN.renderer.render(tokens, MARKDOWN.options, {})
    clean = nh3.clean(made, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    return mark_safe(clean)  # noqa: S308 washed by nh3


def below_the_title(tag: str) -> str:
    """ "h1" becomes "h2": the page has its own h1."""
    return f"h{min(int(tag[1]) + 1, LOWEST_HEADING)}"
