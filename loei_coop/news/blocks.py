"""Markdown of a release as plain blocks, for what is no web page: papers, Word, short texts.

    {"kind": "paragraph", "runs": [{"text": "...", "bold": False, "italic": False}]}
    {"kind": "heading", "level": 2, "runs": [...]}
    {"kind": "list", "labels": ["1.", "2."] or None, "items": [[block, ...], ...]}
    {"kind": "quote", "blocks": [...]}
    {"kind": "table", "head": [[run, ...], ...], "rows": [[[run, ...], ...], ...]}

The words are the same as `rendering.as_html` shows; a link stands with its address in brackets.
"""

from collections.abc import Iterator

from markdown_it.tree import SyntaxTreeNode

from loei_coop.news.rendering import parsed

Block = dict
Run = dict


def blocks_of(text: str) -> list[Block]:
    return inside(SyntaxTreeNode(parsed(text)))


def inside(node: SyntaxTreeNode) -> list[Block]:
    return [block for child in node.children for block in made(child)]


def made(node: SyntaxTreeNode) -> Iterator[Block]:
    if maker := MAKERS.get(node.type):
        yield maker(node)


def paragraph(node: SyntaxTreeNode) -> Block:
    return {"kind": "paragraph", "runs": runs(node)}


def heading(node: SyntaxTreeNode) -> Block:
    return {"kind": "heading", "level": int(node.tag[1]), "runs": runs(node)}


def listed(node: SyntaxTreeNode) -> Block:
    items = [inside(item) for item in node.children]
    if node.type == "bullet_list":
        return {"kind": "list", "labels": None, "items": items}
    first = int(node.attrs.get("start", 1))
    labels = [f"{number}." for number in range(first, first + len(items))]
    return {"kind": "list", "labels": labels, "items": items}


def quote(node: SyntaxTreeNode) -> Block:
    return {"kind": "quote", "blocks": inside(node)}


def code(node: SyntaxTreeNode) -> Block:
    return {"kind": "paragraph", "runs": [run(node.content.rstrip("\n"))]}


def table(node: SyntaxTreeNode) -> Block:
    rows = [row for part in node.children for row in part.children]
    head, *others = [[runs(cell) for cell in row.children] for row in rows]
    return {"kind": "table", "head": head, "rows": others}


MAKERS = {
    "paragraph": paragraph,
    "heading": heading,
    "bullet_list": listed,
    "ordered_list": listed,
    "blockquote": quote,
    "code_block": code,
    "fence": code,
    "table": table,
}


def run(text: str, *, bold: bool = False, italic: bool = False) -> Run:
    return {"text": text, "bold": bold, "italic": italic}


def runs(node: SyntaxTreeNode) -> list[Run]:
    """The words of a block that has words, emphasis kept."""
    inline = next((child for child in node.children if child.type == "inline"), None)
    return list(runs_of(inline.children, bold=False, italic=False)) if inline else []


def runs_of(nodes: list[SyntaxTreeNode], **emphasis: bool) -> Iterator[Run]:
    for node in nodes:
        if node.children:
            stronger = {"strong": {"bold": True}, "em": {"italic": True}}.get(node.type, {})
            yield from runs_of(node.children, **{**emphasis, **stronger})
        elif text := text_of(node):
            yield run(text, **emphasis)
        if node.type == "link":
            yield from address_of(node, **emphasis)


def text_of(node: SyntaxTreeNode) -> str:
    return {"softbreak": " ", "hardbreak": "\n"}.get(node.type, node.content)


def address_of(node: SyntaxTreeNode, **emphasis: bool) -> Iterator[Run]:
    """On paper nobody can press a link; one that is its own text is not said twice."""
    address = str(node.attrs.get("href", ""))
    if address and address != "".join(run["text"] for run in runs_of(node.children)):
        yield run(f" ({address})", **emphasis)


def words(runs: list[Run]) -> str:
    return " ".join("".join(run["text"] for run in runs).split())


def first_words(text: str, *, at_most: int) -> str:
    """The beginning of its first paragraph, to the last space that there is room for."""
    paragraphs = (block for block in blocks_of(text) if block["kind"] == "paragraph")
    whole = next((words(block["runs"]) for block in paragraphs if block["runs"]), "")
    if len(whole) <= at_most:
        return whole
    beginning = whole[: at_most - 1]
    return f"{beginning.rpartition(' ')[0] or beginning}…"
