"""The way through a guided act, as an officer's browser goes it, and what the pages say."""

import re

from tests.networks.pages import plain

KINDS = {"cooperative": "cooperative", "farmer_group": "farmergroup"}


def address(row, act):
    """In English, so that the sentences are those of the code."""
    return f"/en/admin/networks/{KINDS[row.kind]}/{row.pk}/{act}/"


def items(page, css):
    """What the list of this class says, item by item."""
    lists = re.findall(rf'<ul class="{css}[^>]*>(.*?)</ul>', page.text, re.DOTALL)
    return [plain(item) for inside in lists for item in re.findall(r"<li>(.*?)</li>", inside)]


def consequences(page):
    """The sentences under "What will happen"; empty on any other page."""
    return items(page, "guided-consequences")


def complaints(page):
    assert page.status_code == 200
    return items(page, "errorlist")


def hidden(page):
    """What the page that confirms would send again."""
    found = {}
    for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text):
        found.setdefault(name, []).append(value)
    return found


def told(page):
    """The mark of what was told, on the button that carries it out."""
    (mark,) = re.findall(r'name="told" value="(\w+)"', page.text)
    return mark


def carry_out(client, path, data, **ticked):
    """Both steps; the answer after them. `ticked`: on the page that confirms."""
    page = client.post(path, data)
    assert consequences(page), complaints(page)
    return client.post(path, {**hidden(page), "told": told(page), **ticked}, follow=True)


def said(page):
    """What the officer is told on the page after the act."""
    return [str(message) for message in page.context["messages"]]
