"""The admin of records with history: who, when, from which act, old → new; and the way back."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from simple_history.admin import SimpleHistoryAdmin

from loei_coop.common.changes.reverting import Reversion, revert, sentences
from loei_coop.common.changes.rights import is_row_of
from loei_coop.common.changes.values import ShownValues
from loei_coop.common.middleware import signed_in_user
from loei_coop.thai.django.dates import show_moment


class HistoryAdmin(SimpleHistoryAdmin):
    def history_view(self, request, object_id, extra_context=None):
        """An address that is no record's key is that of a record which never was."""
        try:
            self.opts.pk.clean(unquote(object_id), None)
        except ValidationError as error:
            raise Http404 from error
        return super().history_view(request, object_id, extra_context)

    def get_history_queryset(self, request, history_manager, pk_name, object_id):
        rows = super().get_history_queryset(request, history_manager, pk_name, object_id)
        return rows.select_related("change_set__made_by", "change_set__on_behalf_of")

    def get_historical_record_context_helper(self, request, historical_record):
        return ShownValues(self.model, historical_record)

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        """A former version beside the record of today, and the way back to it."""
        version = self.get_version(unquote(object_id), version_id)
        if not self.has_view_history_or_change_history_permission(request, version):
            raise PermissionDenied
        reversion = Reversion(version)
        if request.method != "POST":
            return self.show_version(request, reversion)
        if not self.may_revert(request, reversion):
            raise PermissionDenied
        return self.carry_out(request, reversion)

    def get_version(self, object_id, version_id):
        name = self.opts.pk.attname
        try:
            rows = self.model.history.filter(**{name: object_id}, history_id=version_id)
        except ValueError:
            rows = self.model.history.none()
        row = rows.select_related("change_set").first()
        if row is None or not is_row_of(self.model, row):
            raise Http404
        return row

    def may_revert(self, request, reversion: Reversion) -> bool:
        """A record that was removed is added again."""
        if reversion.record is None:
            return self.has_add_permission(request)
        return self.has_change_permission(request, reversion.record)

    def carry_out(self, request, reversion: Reversion):
        seen = request.POST.get("seen", "")
        try:
            record = revert(reversion, seen=seen, made_by=lambda: signed_in_user(request))
        except ValidationError as error:
            errors = sentences(self.model, error)
            return self.show_version(request, Reversion(reversion.version), errors)
        when = show_moment(reversion.version.history_date)
        sentence = _("%(record)s has the data of %(when)s again.")
        messages.success(request, sentence % {"record": record, "when": when})
        return HttpResponseRedirect(self.record_page("history", record.pk))

    def show_version(self, request, reversion: Reversion, errors=()):
        version = reversion.version
        pk = getattr(version, self.opts.pk.attname)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Data of %(when)s") % {"when": show_moment(version.history_date)},
            "steps": [
                (self.record_page("changelist"), self.opts.verbose_name_plural),
                (self.record_page("history", pk), reversion.label),
            ],
            "reversion": reversion,
            "errors": errors,
            "may_revert": self.may_revert(request, reversion),
            "back": self.record_page("history", pk),
        }
        request.current_app = self.admin_site.name
        status = 400 if errors else 200
        return TemplateResponse(request, "admin/changes/version.html", context, status=status)

    def record_page(self, page: str, *arguments) -> str:
        opts = self.opts
        return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=arguments)
