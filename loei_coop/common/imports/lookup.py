"""Finding the record that a cell names."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from loei_coop.thai import search


@dataclass
class Lookup:
    """Records by their code and by their names, however these are spelt.

    `records`: (primary key, code, names); the first name is the one to show.
    """

    records: Iterable[tuple[Any, str, list[str]]]
    names: dict[Any, str] = field(default_factory=dict)
    codes: dict[str, Any] = field(default_factory=dict)
    by_name: dict[str, list] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self):
        for pk, code, names in self.records:
            self.names[pk] = names[0] if names else code
            self.codes[str(code)] = pk
            for key in {name_key(name) for name in names if name}:
                self.by_name[key].append(pk)
        self.code_of = {pk: code for code, pk in self.codes.items()}
        self.records = ()

    def find(self, text: str) -> Any:
        """The primary key. Raises ValidationError: unknown, with what may be meant, or several."""
        if text in self.codes:
            return self.codes[text]
        found = self.by_name.get(name_key(text), [])
        if len(found) == 1:
            return found[0]
        raise self.several(text, found) if found else self.unknown(text)

    def label(self, pk: Any) -> str:
        """What `find` finds again: the name, or the code where others have that name."""
        name = self.names.get(pk, "")
        is_single = len(self.by_name.get(name_key(name), [])) == 1
        return name if is_single else self.code_of.get(pk, name)

    def several(self, text: str, found: list) -> ValidationError:
        codes = ", ".join(self.code_of[pk] for pk in found[:5])
        sentence = _("There are several “%(text)s”. Write the code instead: %(codes)s.")
        return ValidationError(sentence % {"text": text[:80], "codes": codes})

    def unknown(self, text: str) -> ValidationError:
        near = search.similar(text, self.names.values())
        if near:
            sentence = _("“%(text)s” was not found. Is %(names)s meant?")
            names = _(" or ").join(dict.fromkeys(near))
            return ValidationError(sentence % {"text": text[:80], "names": names})
        return ValidationError(_("“%(text)s” was not found.") % {"text": text[:80]})


def name_key(text: str) -> str:
    """Equal for every way of writing a name, with or without อ., ต. or จ. before it."""
    return "".join(search.terms(text))
