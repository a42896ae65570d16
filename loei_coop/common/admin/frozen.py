"""The admin of records that freeze: shown with the reason and no longer edited."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.http import HttpResponseRedirect

from loei_coop.common.frozen import FrozenError, FrozenModel, frozen_among


def frozen_reason(row) -> str:
    """Why the row cannot change; empty while it can. Asked once for each instance."""
    if not isinstance(row, FrozenModel) or row.pk is None:
        return ""
    if not hasattr(row, "_frozen_reason"):
        frozen = frozen_among(row.wholes())
        row._frozen_reason = frozen.why_frozen() if frozen else ""
    return row._frozen_reason


class FrozenPermissions:
    """Of a list, and of an inline, where `obj` is the record that it stands on."""

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not frozen_reason(obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not frozen_reason(obj)


class FrozenInline(FrozenPermissions):
    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request, obj) and not frozen_reason(obj)


class FrozenAdmin(FrozenPermissions):
    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["frozen_reason"] = frozen_reason(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_deleted_objects(self, objs, request):
        """A frozen row among those that were ticked keeps all of them, and says why."""
        objects, counts, lacking, protected = super().get_deleted_objects(objs, request)
        if reasons := list(dict.fromkeys(filter(None, map(frozen_reason, objs)))):
            return objects, counts, set(), reasons
        return objects, counts, lacking, protected

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        row = self.get_object(request, unquote(object_id)) if object_id else None
        if request.method == "POST" and (reason := frozen_reason(row)):
            return self.told(request, reason)
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except FrozenError as error:  # since the form was checked
            return self.told(request, *error.messages)

    def delete_view(self, request, object_id, extra_context=None):
        try:
            return super().delete_view(request, object_id, extra_context)
        except FrozenError as error:
            return self.told(request, *error.messages)

    def changelist_view(self, request, extra_context=None):
        try:
            return super().changelist_view(request, extra_context)
        except FrozenError as error:
            return self.told(request, *error.messages)

    def told(self, request, *sentences):
        """Back to the page, with the sentences; nothing was changed."""
        for sentence in sentences:
            messages.error(request, sentence)
        return HttpResponseRedirect(request.get_full_path())
