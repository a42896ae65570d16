"""First-use codes from the officer's side: who gets one, the digits once, the slips, what became
of them."""

import re

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override

from loei_coop.accounts import activation
from loei_coop.accounts.models import ActivationCode
from loei_coop.common.admin.base import ReadOnlyAdmin
from loei_coop.common.history import recording
from loei_coop.common.middleware import signed_in_user
from loei_coop.common.models import ChangeSet
from loei_coop.common.sealing import BrokenSealError, seal, unseal
from loei_coop.thai.django.dates import show_day, show_moment
from networks import access
from networks.admin.guided import fingerprint
from networks.admin.issuing import ISSUE, MOST_PEOPLE, IssuingAdmin, may_issue
from networks.contact_log import note_reading
from networks.models import ContactReading, Person
from networks.slips import slips_of, slips_pdf

SLIPS = "accounts_activationcode_slips"
KEY = re.compile("[0-9]{1,18}")
# How long the page with the digits can give the slips.
SECONDS_FOR_SLIPS = 60 * 60
SEALED_SLIPS = "slips"


class StateFilter(admin.SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return ActivationCode.State.choices

    def queryset(self, request, queryset):
        known = self.value() in ActivationCode.State.values
        return queryset.in_state(self.value()) if known else queryset


@admin.register(ActivationCode)
class ActivationCodeAdmin(IssuingAdmin, ReadOnlyAdmin):
    list_display = ["user_name", "person", "state", "issued", "issued_by", "valid", "first_use"]
    list_filter = [StateFilter]
    list_select_related = ["user", "issued_by"]
    search_fields = ["user__username", "user__first_name", "user__last_name"]
    ordering = ["-issued_at", "-pk"]
    actions = ["issue_codes", "revoke_codes"]
    fields = ["user", "state", "issued", "issued_by", "valid", "first_use", "revoked", "revoked_by"]
    show_full_result_count = False

    def has_view_permission(self, request, obj=None):
        return may_issue(request) or super().has_view_permission(request, obj)

    def people_of(self, rows):
        return Person.objects.filter(user__in=rows.values("user")).values_list("pk", flat=True)

    @admin.display(description=gettext_lazy("user name"), ordering="user__username")
    def user_name(self, code):
        return code.user.get_username()

    @admin.display(description=gettext_lazy("person"), ordering="user__first_name")
    def person(self, code):
        return code.user.get_full_name()

    @admin.display(description=gettext_lazy("state"))
    def state(self, code):
        return ActivationCode.State(code.state).label

    @admin.display(description=gettext_lazy("issued"), ordering="issued_at")
    def issued(self, code):
        return show_moment(code.issued_at)

    @admin.display(description=gettext_lazy("valid until"), ordering="expires_at")
    def valid(self, code):
        return show_day(code.last_day)

    @admin.display(description=gettext_lazy("first use"), ordering="used_at")
    def first_use(self, code):
        return show_moment(code.used_at) if code.used_at else None

    @admin.display(description=gettext_lazy("revoked"), ordering="revoked_at")
    def revoked(self, code):
        return show_moment(code.revoked_at) if code.revoked_at else None

    @admin.action(
        description=gettext_lazy("Revoke the codes that wait"), permissions=["issue_codes"]
    )
    def revoke_codes(self, request, queryset):
        number = activation.revoke(queryset.order_by(), by=request.user)
        sentence = ngettext("%(number)s code is revoked.", "%(number)s codes are revoked.", number)
        messages.success(request, sentence % {"number": number})

    # Issuing

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("issue/", view(self.issue_view), name=ISSUE),
            path("issue/slips/", view(self.slips_view), name=SLIPS),
            *super().get_urls(),
        ]

    def issue_view(self, request):
        if not may_issue(request):
            raise PermissionDenied
        chosen = access.recipients(people_named(request))
        told = fingerprint([line for recipient in chosen for line in sentences(recipient)])
        if request.method == "POST" and request.POST.get("told") == told:
            return self.issued_page(request, issue(request, chosen))
        context = {
            "title": _("Issue first-use codes"),
            "receiving": [recipient for recipient in chosen if not recipient.refusal],
            "refused": [recipient for recipient in chosen if recipient.refusal],
            "told": told,
            "was_told": "told" in request.POST,
        }
        return self.page(request, "issue", context)

    def issued_page(self, request, new_codes):
        page = request.build_absolute_uri(activation_page())
        slips = slips_of(new_codes, page=page)
        sealed = seal({"by": request.user.pk, "slips": slips}, purpose=SEALED_SLIPS)
        # Private numbers are for those who may look at the person.
        with_private = request.user.has_perm("networks.view_person")
        if with_private:
            people = (new.recipient.person for new in new_codes)
            private = [person for person in people if person.has_private_phone]
            note_reading(private, by=request.user, where=ContactReading.Where.CODES)
        context = {
            "title": _("Codes are issued"),
            "new_codes": new_codes,
            "sealed": sealed,
            "with_private": with_private,
        }
        return self.page(request, "issued", context)

    def slips_view(self, request):
        if not may_issue(request):
            raise PermissionDenied
        try:
            sealed = request.POST.get("sealed", "")
            found = unseal(sealed, purpose=SEALED_SLIPS, seconds=SECONDS_FOR_SLIPS)
        except BrokenSealError:
            found = {}
        if found.get("by") != request.user.pk:
            sentence = _("The slips can be made for an hour only. Issue the codes again.")
            messages.warning(request, sentence)
            return redirect("admin:accounts_activationcode_changelist")
        headers = {"Content-Disposition": 'attachment; filename="first-use-codes.pdf"'}
        pdf = slips_pdf(found["slips"])
        return HttpResponse(pdf, content_type="application/pdf", headers=headers)

    def page(self, request, name, context):
        frame = {**self.admin_site.each_context(request), "opts": self.opts, "subtitle": None}
        request.current_app = self.admin_site.name
        return TemplateResponse(request, f"admin/access/{name}.html", {**frame, **context})


def people_named(request):
    keys = [key for key in request.GET.getlist("person") if KEY.fullmatch(key)]
    return Person.objects.filter(pk__in=keys[:MOST_PEOPLE])


def sentences(recipient: access.Recipient) -> list[str]:
    """All that the officer is told about one person."""
    posts = [f"{ground.post} {ground.body}" for ground in recipient.grounds]
    return [str(recipient.person.pk), *posts, recipient.refusal, recipient.consequence]


def issue(request, chosen) -> list[access.NewCode]:
    with override("th"):
        reason = _("Issue first-use codes")
    with recording(ChangeSet.Source.FORM, made_by=lambda: signed_in_user(request), reason=reason):
        return access.issue_codes(chosen, by=request.user)


def activation_page() -> str:
    with override("th"):
        return reverse("accounts:activate")
