"""Every text of the portal has its Thai, and the compiled catalogues are fresh."""

import io
import re

import pytest
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation.template import templatize

ROOT = settings.BASE_DIR
FOLDERS = [ROOT / "loei_coop", ROOT / "networks", ROOT / "governance"]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
CATALOGUES = sorted((ROOT / "loei_coop/locale").rglob("*.po"))
PORTAL = ROOT / "loei_coop/locale/th/LC_MESSAGES/django.po"


def catalogue(path):
    with path.open("rb") as file:
        return read_po(file, locale="th")


def python_messages():
    for folder in FOLDERS:
        for path in folder.rglob("*.py"):
            yield from messages_of(path.read_bytes())


def template_messages():
    for path in (ROOT / "templates").rglob("*.html"):
        yield from messages_of(templatize(path.read_text()).encode())


def messages_of(source):
    options = {"encoding": "utf-8"}
    for _line, message, _comments, context in extract(
        "python", io.BytesIO(source), KEYWORDS, options=options
    ):
        yield (message[0] if isinstance(message, tuple) else message), context


@pytest.mark.parametrize("messages", [python_messages, template_messages])
def test_every_text_of_the_portal_has_its_thai(messages):
    thai = catalogue(PORTAL)
    found = set(messages())
    missing = {m for m in found if not translated(thai.get(m[0], m[1]))}
    assert missing == set()
    assert len(found) > 50


def translated(message):
    return message is not None and bool(message.string) and not message.fuzzy


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: f"{path.parts[-4]}-{path.stem}")
def test_a_translation_keeps_every_placeholder(path):
    for message in catalogue(path):
        for text in message.string if isinstance(message.string, tuple) else [message.string]:
            if text:
                assert placeholders(text) <= placeholders(str(message.id)), message.id


def placeholders(text):
    return set(re.findall(r"%\(\w+\)[sd]|\{\w+\}", text))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: f"{path.parts[-4]}-{path.stem}")
def test_the_compiled_catalogue_is_fresh(path):
    compiled = io.BytesIO()
    write_mo(compiled, catalogue(path))
    assert path.with_suffix(".mo").read_bytes() == compiled.getvalue()


def test_the_words_of_the_admin_are_not_those_of_the_sign_in():
    """The library of the sign-in comes first and has other words for the same English."""
    with translation.override("th"):
        assert [gettext(text) for text in ("Add", "Are you sure?")] == ["เพิ่ม", "โปรดยืนยัน"]
