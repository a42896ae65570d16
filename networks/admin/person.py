from django.contrib import admin
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from loei_coop.common.imports.admin import ListAdmin
from networks.admin.base import (
    SOURCE_FIELDS,
    FoldedRelatedSearch,
    FoldedSearch,
    RegisterAdmin,
    partial_column,
    sample_mark,
)
from networks.admin.guided import GuidedAdmin
from networks.admin.held_data import HeldDataAdmin
from networks.admin.issuing import IssuingAdmin
from networks.admin.person_actions import HAND_OVER, TRANSFER
from networks.contact_log import note_reading
from networks.models import Appointment, ContactReading, Person
from networks.resources import AppointmentResource, PersonResource

STARTS = partial_column("starts_on", Appointment._meta.get_field("starts_on").verbose_name)
ENDS = partial_column("ends_on", Appointment._meta.get_field("ends_on").verbose_name)


class AppointmentInline(admin.StackedInline):
    model = Appointment
    fk_name = "person"
    autocomplete_fields = ["organization", "agency", "named_by", "source"]
    extra = 0


@admin.register(Person)
class PersonAdmin(HeldDataAdmin, GuidedAdmin, IssuingAdmin, ListAdmin, FoldedSearch, RegisterAdmin):
    guided = [TRANSFER]
    resource = PersonResource
    list_display = ["full_name", "code", "user", sample_mark]
    list_filter = ["is_sample"]
    list_select_related = ["user"]
    autocomplete_fields = ["user", "source"]
    ordering = ["sort_key", "first_name", "last_name"]
    inlines = [AppointmentInline]
    fieldsets = [
        (None, {"fields": ["code", ("title", "first_name", "last_name")]}),
        (_("Contact"), {"fields": [("phone", "phone_public"), ("email", "email_public")]}),
        (_("Account"), {"fields": ["user"]}),
        (_("Source of the record"), {"fields": SOURCE_FIELDS}),
    ]

    def people_of(self, rows):
        return rows.order_by().values_list("pk", flat=True)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and obj.has_private_contact:
            note_reading([obj], by=request.user, where=ContactReading.Where.PERSON)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def exported(self, request, resource):
        rows = super().exported(request, resource)
        private = rows.with_private_contacts()
        note_reading(private, by=request.user, where=ContactReading.Where.EXPORT)
        return rows

    def before_preview(self, request, plan):
        """A preview shows old numbers beside the new ones."""
        changed = [row.pk for row in plan.rows if row.before.keys() & {"phone", "email"}]
        private = Person.objects.filter(pk__in=changed).with_private_contacts()
        note_reading(private, by=request.user, where=ContactReading.Where.IMPORT)

    @admin.display(description=_("name"), ordering="sort_key")
    def full_name(self, person):
        return person.full_name


@admin.register(Appointment)
class AppointmentAdmin(GuidedAdmin, IssuingAdmin, ListAdmin, FoldedRelatedSearch, RegisterAdmin):
    guided = [HAND_OVER]
    resource = AppointmentResource
    list_display = ["person", "position", "organization", "agency", STARTS, "ending", ENDS]
    list_filter = ["position", "ending", "is_sample"]
    list_select_related = ["person", "organization", "agency"]
    search_fields = ["person__search_text", "organization__search_text"]
    autocomplete_fields = ["person", "organization", "agency", "named_by", "source"]
    ordering = [F("starts_on").desc(nulls_last=True), "pk"]
    fieldsets = [
        (
            None,
            {"fields": ["person", ("position", "acting"), "organization", "agency", "named_by"]},
        ),
        (_("Time in office"), {"fields": [("starts_on", "ending", "ends_on")]}),
        (_("Source of the record"), {"fields": SOURCE_FIELDS}),
    ]

    def people_of(self, rows):
        return rows.giving_access().order_by().values_list("person", flat=True)
