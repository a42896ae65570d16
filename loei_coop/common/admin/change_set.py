from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from loei_coop.common.admin.base import ReadOnlyAdmin
from loei_coop.common.changes.lines import page_of
from loei_coop.common.changes.rights import CHANGE, SEE, is_all
from loei_coop.common.changes.rows import Wanted
from loei_coop.common.changes.taking_back import (
    NotTakenBackError,
    is_of_a_form,
    take_back,
    taken_back_by,
    tell,
)
from loei_coop.common.changes.views import page_number
from loei_coop.common.middleware import signed_in_user
from loei_coop.common.models import ChangeSet
from loei_coop.common.undo import plan_undo
from loei_coop.thai.django.dates import show_moment


@admin.register(ChangeSet)
class ChangeSetAdmin(ReadOnlyAdmin):
    """What was changed when, by whom, from which file; and the way back."""

    list_display = ["when", "made_by", "on_behalf_of", "source", "file_name", "reason"]
    list_filter = ["source"]
    list_select_related = ["made_by", "on_behalf_of"]
    search_fields = ["reason", "file_name", "made_by__username"]
    readonly_fields = ["when"]
    change_form_template = "admin/changes/change_set.html"

    @admin.display(
        description=ChangeSet._meta.get_field("made_at").verbose_name, ordering="made_at"
    )
    def when(self, change_set):
        return show_moment(change_set.made_at)

    def get_fields(self, request, obj=None):
        """What the act has; empty lines would hide what it changed."""
        names = ["made_by", "on_behalf_of", "source", "file_name", "reason", "undoes"]
        return ["when", *(name for name in names if obj is None or getattr(obj, name))]

    def get_urls(self):
        undo = self.admin_site.admin_view(self.undo_view)
        name = "common_changeset_undo"
        return [path("<int:change_set_id>/undo/", undo, name=name), *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        wanted = Wanted(change_set=obj)
        context |= {
            "page": page_of(request.user, wanted, number=page_number(request)),
            "is_partly_hidden": not is_all(request.user, obj, SEE),
            "taken_back": taken_back_by(obj),
            "import_run": getattr(obj, "import_run", None),
        }
        context["may_take_back"] = not context["taken_back"] and self.may_take_back(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def may_take_back(self, request, change_set) -> bool:
        return is_of_a_form(change_set) and is_all(request.user, change_set, CHANGE)

    def undo_view(self, request, change_set_id):
        change_set = get_object_or_404(
            ChangeSet.objects.select_related("made_by", "on_behalf_of"), pk=change_set_id
        )
        if not (self.has_view_permission(request) and self.may_take_back(request, change_set)):
            raise PermissionDenied
        if request.method != "POST":
            plan = plan_undo(change_set)
            return self.answer(
                request, change_set, "undo", plan=plan, told=tell(plan), may=bool(amount(plan))
            )
        try:
            done = take_back(change_set, made_by=lambda: signed_in_user(request))
        except NotTakenBackError as error:
            messages.warning(request, str(error))
        else:
            messages.success(request, done_sentence(amount(done)))
            if done.refusals:
                return self.answer(request, change_set, "undone", plan=done)
        return HttpResponseRedirect(self.page(change_set))

    def page(self, change_set) -> str:
        return reverse("admin:common_changeset_change", args=[change_set.pk])

    def answer(self, request, change_set, name: str, **context):
        steps = [
            (reverse("admin:common_changeset_changelist"), self.opts.verbose_name_plural),
            (self.page(change_set), change_set),
        ]
        frame = self.admin_site.each_context(request)
        own = {"title": _("Take this act back"), "change_set": change_set, "steps": steps}
        own["back"] = self.page(change_set)
        request.current_app = self.admin_site.name
        return TemplateResponse(request, f"admin/changes/{name}.html", {**frame, **own, **context})


def amount(plan) -> int:
    return plan.removed + plan.restored


def done_sentence(number: int) -> str:
    sentence = ngettext(
        "%(number)s record is as it was before this act.",
        "%(number)s records are as they were before this act.",
        number,
    )
    return sentence % {"number": number}
