"""The letter that invites a winner: the day and place are asked, nothing is stored."""

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from governance import permissions
from governance.award_invitation import invitation_pdf
from governance.forms.invitation import CeremonyForm
from governance.states import AwardState

LETTER = "governance_award_invitation"
TO_INVITE = [AwardState.GRANTED, AwardState.TO_BE_PRESENTED]


class AwardLetterAdmin:
    def get_urls(self):
        view = self.admin_site.admin_view(self.letter_view)
        return [path("<path:object_id>/invitation/", view, name=LETTER), *super().get_urls()]

    def guided_buttons(self, request, row):
        buttons = super().guided_buttons(request, row)
        if row is not None and row.state in TO_INVITE:
            buttons.append((reverse(f"admin:{LETTER}", args=[row.pk]), _("Letter of invitation")))
        return buttons

    def letter_view(self, request, object_id):
        """The form, or with `?print` the PDF of what was filled in."""
        award = self.get_object(request, unquote(object_id))
        if not permissions.may_see_award(request.user, award):
            raise PermissionDenied
        if award is None or award.state not in TO_INVITE:
            raise Http404
        form = CeremonyForm(request.GET if "print" in request.GET else None)
        if not form.is_valid():
            return self.letter_form(request, award, form)
        pdf = invitation_pdf(award, form.ceremony)
        headers = {"Content-Disposition": 'inline; filename="invitation.pdf"'}
        return HttpResponse(pdf, content_type="application/pdf", headers=headers)

    def letter_form(self, request, award, form):
        context = {
            **self.admin_site.each_context(request),
            "title": _("Letter of invitation"),
            "subtitle": None,
            "opts": self.opts,
            "original": award,
            "form": form,
            "back": reverse("admin:governance_award_change", args=[award.pk]),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/governance/award/invitation.html", context)
