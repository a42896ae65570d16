"""Certificates and the words for plaques: of one award, of those chosen, or of the list as it is
filtered."""

from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from governance import permissions
from governance.certificates import certificates_pdf
from governance.models import Award
from loei_coop.common.errors import WorkflowError

ONE, ALL = "governance_award_certificate", "governance_award_certificates"
LIST = "admin:governance_award_changelist"


class AwardPapersAdmin:
    actions = ["print_certificates"]

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("certificates/", view(self.certificates_view), name=ALL),
            path("<path:object_id>/certificate/", view(self.certificate_view), name=ONE),
            *super().get_urls(),
        ]

    def guided_buttons(self, request, row):
        buttons = super().guided_buttons(request, row)
        if row is not None and not row.is_revoked:
            buttons.append((reverse(f"admin:{ONE}", args=[row.pk]), _("Certificate (PDF)")))
        return buttons

    @admin.action(description=_("Print certificates and words for plaques"), permissions=["view"])
    def print_certificates(self, request, queryset):
        return self.printed(request, queryset, back=reverse(LIST))

    def certificates_view(self, request):
        """Of all that the filters let through, such as those of a year or a round."""
        if not permissions.may_see_award(request.user, None):
            raise PermissionDenied
        try:
            rows = self.get_changelist_instance(request).queryset
        except IncorrectLookupParameters:
            return HttpResponseRedirect(reverse(LIST))
        return self.printed(request, rows, back=reverse(LIST))

    def certificate_view(self, request, object_id):
        award = self.get_object(request, unquote(object_id))
        if not permissions.may_see_award(request.user, award):
            raise PermissionDenied
        if award is None:
            raise Http404
        back = reverse("admin:governance_award_change", args=[award.pk])
        return self.printed(request, Award.objects.filter(pk=award.pk), back=back)

    def printed(self, request, rows, *, back: str):
        awards = rows.with_names().in_order()
        try:
            pdf = certificates_pdf(awards, address_of=lambda award: address(request, award))
        except WorkflowError as error:
            messages.warning(request, str(error))
            return HttpResponseRedirect(back)
        headers = {"Content-Disposition": 'inline; filename="certificates.pdf"'}
        return HttpResponse(pdf, content_type="application/pdf", headers=headers)

    def changelist_view(self, request, extra_context=None):
        papers = [(reverse(f"admin:{ALL}"), _("Certificates of this list (PDF)"))]
        return super().changelist_view(request, {"papers": papers, **(extra_context or {})})


def address(request, award) -> str:
    return request.build_absolute_uri(award.get_absolute_url())
