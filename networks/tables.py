import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from networks.models import Organization


class OrganizationTable(tables.Table):
    """One look for every list of cooperatives and groups; the first column says all on a phone."""

    name = tables.TemplateColumn(
        template_name="networks/cells/organization.html",
        verbose_name=_("name"),
        orderable=False,
    )
    type = tables.Column(verbose_name=_("type"), orderable=False)
    district = tables.TemplateColumn(
        template_name="networks/cells/district.html",
        verbose_name=_("district"),
        orderable=False,
    )
    network = tables.TemplateColumn(
        template_name="networks/cells/network.html",
        verbose_name=_("area network"),
        orderable=False,
    )

    class Meta:
        model = Organization
        fields = ["name", "type", "district", "network"]
        template_name = "includes/table.html"

    def render_type(self, record):
        return record.get_type_display()
