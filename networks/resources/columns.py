"""Columns that several lists have."""

from django.utils.translation import gettext_lazy as _

from loei_coop.common.imports.columns import Column
from loei_coop.common.imports.widgets import ReferenceWidget
from networks.resources import lookups


def source() -> Column:
    return Column("source", widget=ReferenceWidget(lookups.sources))


def district(**options) -> Column:
    return Column("district", widget=ReferenceWidget(lookups.districts), **options)


def network(**options) -> Column:
    return Column("network", widget=ReferenceWidget(lookups.networks), **options)


def person(attribute: str, **options) -> Column:
    return Column(attribute, widget=ReferenceWidget(lookups.persons), **options)


def organization(attribute: str = "organization", **options) -> Column:
    return Column(
        attribute,
        widget=ReferenceWidget(lookups.organizations),
        also=["สหกรณ์", "กลุ่มเกษตรกร", "สหกรณ์และกลุ่มเกษตรกร", "องค์กร"],
        **options,
    )


def agency() -> Column:
    return Column("agency", widget=ReferenceWidget(lookups.agencies))


def source_detail() -> Column:
    return Column("source_detail")


def is_sample() -> Column:
    return Column("is_sample", header=_("sample record"))
