"""A form on paper is received: one page with the date and the scan, then on to its answers."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from governance import permissions
from governance.forms.paper import PaperForm
from governance.models import Assessment
from networks.permissions import may_act_for

PAGE = "governance_assessment_receive_paper"


class PaperAdmin:
    def get_urls(self):
        view = self.admin_site.admin_view(self.paper_view)
        return [path("receive-paper/", view, name=PAGE), *super().get_urls()]

    def guided_buttons(self, request, row):
        buttons = super().guided_buttons(request, row)
        if row is None and self.may_receive(request):
            buttons.append((reverse(f"admin:{PAGE}"), _("Receive a paper form")))
        return buttons

    def may_receive(self, request) -> bool:
        return self.has_view_permission(request) and permissions.may_manage(request.user)

    def paper_view(self, request):
        if not self.may_receive(request):
            raise PermissionDenied
        if request.method != "POST":
            return self.paper_page(request, PaperForm(initial=request.GET.dict()))
        form = PaperForm(request.POST, request.FILES)
        assessment = form.receive(by=request.user) if form.is_valid() else None
        if assessment is None:
            return self.paper_page(request, form, status=400)
        tell(request, assessment)
        page = reverse("admin:governance_assessment_change", args=[assessment.pk])
        return HttpResponseRedirect(page)

    def paper_page(self, request, form, status=200):
        context = {
            **self.admin_site.each_context(request),
            "title": _("Receive a paper form"),
            "opts": self.opts,
            "original": None,
            "form": form,
            "media": form.media,
            "back": reverse("admin:governance_assessment_changelist"),
        }
        request.current_app = self.admin_site.name
        name = "admin/governance/assessment/paper.html"
        return render(request, name, context, status=status)


def tell(request, assessment: Assessment) -> None:
    """What comes next: the answers, at the desk, for somebody of the organization."""
    organization = assessment.organization
    sentence = _("The paper form of %(organization)s was received.")
    messages.success(request, sentence % {"organization": organization})
    if not may_act_for(request.user, organization):
        return
    model = "cooperative" if organization.is_cooperative else "farmergroup"
    page = reverse(f"admin:networks_{model}_act-for", args=[organization.pk])
    words = _("Enter its answers at the desk: act for a person of %(organization)s")
    words %= {"organization": organization}
    messages.info(request, format_html('<a href="{}">{}</a>', page, words))
