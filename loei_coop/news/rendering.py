"""Markdown of a release as HTML: paragraphs, headings, lists, tables, emphasis and links; nothing
that runs, no pictures, no HTML of the writer's own."""

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

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
    made = MARKDOWN.renderer.render(parsed(text), MARKDOWN.options, {})
    clean = nh3.clean(made, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    return mark_safe(clean)  # noqa: S308 washed by nh3


def parsed(text: str) -> list[Token]:
    """Headings stand below the one that a page has already, and none skips a level, whichever the
    writer begins with."""
    tokens = MARKDOWN.parse(text)
    above: list[str] = []
    for token in tokens:
        if token.type == "heading_open":
            above = [*(tag for tag in above if tag < token.tag), token.tag]
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(len(above) + 1, LOWEST_HEADING)}"
    return tokens
