"""Several waiting proposals accepted at once: told one by one, then each carried out by itself."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Media
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from loei_coop.common.errors import WorkflowError
from networks import permissions
from networks.action_forms.proposals import AcceptRecordForm
from networks.admin.guided import Guided, carry_out, fingerprint
from networks.models import Proposal

NAME = "networks_proposal_accept_together"
# Each has its own lines to read before it is confirmed.
MOST = 50
ACT = Guided("accept", gettext_lazy("Accept and record"), AcceptRecordForm)


class AcceptTogether:
    """A list of proposals with this act."""

    actions = ["accept_together"]

    def has_decide_permission(self, request):
        return permissions.may_decide_at_all(request.user)

    @admin.action(
        description=gettext_lazy("Accept and record the chosen ones"), permissions=["decide"]
    )
    def accept_together(self, request, queryset):
        keys = list(queryset.waiting().of_the_record().values_list("pk", flat=True)[: MOST + 1])
        if not keys:
            sentence = _("None of the chosen ones waits and is about the record alone.")
            messages.warning(request, sentence)
            return None
        if len(keys) > MOST:
            messages.warning(request, _("Choose at most %(most)s at a time.") % {"most": MOST})
            return None
        query = urlencode([("proposal", key) for key in keys])
        return redirect(f"{reverse(f'admin:{NAME}')}?{query}")

    def get_urls(self):
        view = self.admin_site.admin_view(self.together_view)
        return [path("accept/", view, name=NAME), *super().get_urls()]

    def together_view(self, request):
        if not self.has_decide_permission(request):
            raise PermissionDenied
        chosen = [AcceptRecordForm({}, row=row, by=request.user) for row in proposals_of(request)]
        possible = [form for form in chosen if form.is_valid()]
        told = fingerprint([line for form in possible for line in sentences(form)])
        if request.method == "POST" and request.POST.get("told") == told:
            accept_all(request, possible)
            return HttpResponseRedirect(reverse("admin:networks_proposal_changelist"))
        return self.together_page(request, chosen, possible, told)

    def together_page(self, request, chosen, possible, told):
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Accept and record the chosen ones"),
            "subtitle": None,
            "media": Media(),
            "possible": possible,
            "refused": [form for form in chosen if form not in possible],
            "told": told,
            "was_told": "told" in request.POST,
            "back": reverse("admin:networks_proposal_changelist"),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/networks/proposal/accept_together.html", context)


def proposals_of(request):
    keys = [int(key) for key in request.GET.getlist("proposal") if is_key(key)]
    rows = Proposal.objects.of_the_record().filter(pk__in=keys[:MOST])
    return rows.with_names().order_by("made_at", "pk")


def is_key(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19


def sentences(form: AcceptRecordForm) -> list[str]:
    return [str(form.row.pk), *form.consequences()]


def accept_all(request, possible: list[AcceptRecordForm]) -> None:
    """What is refused by now does not hold up the others."""
    done = 0
    for form in possible:
        try:
            carry_out(ACT, request, form)
        except (ValidationError, WorkflowError) as error:
            form.add_error(None, error)
            messages.warning(request, f"{form.row}: {' '.join(form.complaints())}")
        else:
            done += 1
    if done:
        sentence = ngettext(
            "%(number)s proposal is accepted and recorded.",
            "%(number)s proposals are accepted and recorded.",
            done,
        )
        messages.success(request, sentence % {"number": done})
