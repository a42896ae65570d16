"""Which cooperative or farmer group a row of a list means."""

from collections import defaultdict
from functools import cached_property

from django.utils.translation import gettext as _

from loei_coop.common.imports.matching import Match
from loei_coop.common.imports.snapshot import Snapshot
from loei_coop.thai.search import loose
from networks.models import Organization, OrganizationName

NUMBERS = ("registration_number", "cooperative_code")


class OrganizationMatcher:
    """By code, by registration number or 13-digit code, by exactly this name in this district;
    what is only called alike is for somebody to say."""

    def __init__(self, snapshot: Snapshot):
        self.snapshot = snapshot
        self.by_code: dict[str, int] = {}
        self.by_number: dict[tuple, int] = {}
        self.by_full_name = defaultdict(list)
        self.former_codes = set(Organization.history.values_list("code", flat=True).distinct())
        for pk, row in snapshot.items():
            self.add(pk, row)
        self.other_names = list(OrganizationName.objects.values_list("organization", "name"))

    def add(self, pk, row):
        self.by_code[row["code"]] = pk
        if row["joined_into_id"] is not None:
            return
        for name in NUMBERS:
            if row[name]:
                self.by_number[row["kind"], name, row[name]] = pk
        self.by_full_name[row["kind"], row["name"]].append(pk)

    @cached_property
    def by_name(self) -> dict[tuple, list]:
        """Made when the first row is found in no other way: it costs most."""
        found = defaultdict(list)
        for (kind, name), pks in self.by_full_name.items():
            found[kind, loose(name)].extend(pks)
        for pk, name in self.other_names:
            if self.snapshot[pk]["joined_into_id"] is None:
                found[self.snapshot[pk]["kind"], loose(name)].append(pk)
        return found

    def match(self, values):
        if values.get("code"):
            return self.match_code(values)
        pk = self.of_number(values)
        if pk is not None:
            return Match(pk=pk)
        return self.match_name(values)

    def match_code(self, values) -> Match:
        code, pk = values["code"], self.by_code.get(values["code"])
        if pk is None:
            return self.match_unknown_code(values)
        row = self.snapshot[pk]
        if row["joined_into_id"] is not None:
            survivor = self.snapshot[row["joined_into_id"]]["code"]
            sentence = _("The record %(code)s was joined into %(survivor)s.")
            return Match(problem=sentence % {"code": code, "survivor": survivor})
        if values.get("kind", row["kind"]) != row["kind"]:
            sentence = _("The record %(code)s is of the other kind.")
            return Match(problem=sentence % {"code": code})
        return Match(pk=pk)

    def match_unknown_code(self, values) -> Match:
        pk = self.of_number(values)
        if pk is not None:
            sentence = _("The record with this number has the code %(code)s.")
            return Match(problem=sentence % {"code": self.snapshot[pk]["code"]})
        if values["code"] in self.former_codes:
            return Match(problem=_("This code was given to a record that was removed."))
        return self.match_name(values)

    def of_number(self, values):
        keys = [(values.get("kind"), name, values.get(name)) for name in NUMBERS]
        return next((self.by_number[key] for key in keys if key in self.by_number), None)

    def match_name(self, values) -> Match:
        name, kind = values.get("name", ""), values.get("kind")
        exact = self.in_district(self.by_full_name.get((kind, name), []), values)
        if len(exact) == 1:
            return Match(pk=exact[0], by_name=True)
        return Match(candidates=self.called(kind, name))

    def called(self, kind, name: str) -> list:
        if not self.by_name:
            return []
        return list(dict.fromkeys(self.by_name.get((kind, loose(name)), [])))

    def in_district(self, pks: list, values) -> list:
        """Where the row says no district, wherever they lie."""
        if "district_id" not in values:
            return pks
        return [pk for pk in pks if self.snapshot[pk]["district_id"] == values["district_id"]]
