"""Lists of the networks' representatives: rows of the ledger of seats."""

from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from loei_coop.common.imports.columns import Column
from loei_coop.common.imports.matching import IdentityMatcher
from loei_coop.common.imports.resource import RegisterResource, defaults
from networks import seats
from networks.models import Organization, SeatHolding
from networks.resources import columns


class SeatResource(RegisterResource):
    model = SeatHolding
    slug = "seats"
    label = gettext_lazy("representatives of the networks")

    network = columns.network(required=True, also=["เครือข่าย"])
    seat = Column("seat", required=True, also=["คนที่"])
    starts_on = Column("starts_on", required=True)
    occupancy = Column("occupancy")
    holder = columns.person("holder", also=["ผู้แทน", "ชื่อ-สกุล"])
    organization = columns.organization()
    expires_on = Column("expires_on")
    basis_kind = Column("basis_kind")
    basis_number = Column("basis_number")
    basis_dated = Column("basis_dated")
    source = columns.source()
    source_detail = columns.source_detail()
    is_sample = columns.is_sample()

    def get_queryset(self):
        return SeatHolding.objects.order_by("network", "seat", "starts_on")

    def matcher(self, snapshot):
        return IdentityMatcher(snapshot, SeatHolding.IDENTITY)

    def title(self, values):
        sentence = _("Area network %(network)s, representative %(seat)s")
        return sentence % {"network": values.get("network_id"), "seat": values.get("seat")}

    def row_key(self, values):
        return [values.get(name) for name in SeatHolding.IDENTITY]

    def check_together(self, rows, snapshot):
        """The rules of the ledger, which need more than one row of it."""
        ledger = dict(snapshot.items()) | {row.pk or row: whole(row, snapshot) for row in rows}
        seats_of = {key: ledger_row(values) for key, values in ledger.items()}
        for row in rows:
            values = ledger[row.pk or row]
            if values["organization_id"] is not None and not self.in_network(values):
                yield row, self.outside_sentence(values)
            other = seats.clash(seats_of[row.pk or row], seats_of.values())
            if values["holder_id"] is not None and other:
                yield row, seats.clash_sentence(self.name_of("holder", values), other)

    @cached_property
    def network_of_organization(self) -> dict:
        return dict(Organization.objects.values_list("pk", "district__network"))

    def in_network(self, values) -> bool:
        network = self.network_of_organization.get(values["organization_id"])
        return network == values["network_id"]

    def outside_sentence(self, values) -> str:
        return seats.outside_sentence(
            self.name_of("organization", values), self.name_of("network", values)
        )

    def name_of(self, column: str, values) -> str:
        return self.fields[column].widget.lookup.names[values[f"{column}_id"]]


def whole(row, snapshot) -> dict:
    former = defaults(SeatHolding) if row.pk is None else snapshot[row.pk]
    return {**former, **row.values}


def ledger_row(values) -> seats.LedgerRow:
    names = ("network_id", "seat", "starts_on", "holder_id")
    return seats.LedgerRow(*(values[name] for name in names))
