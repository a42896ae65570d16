"""The pages of the review: the parts with how far they are, one part item by item, and after a
return only what was asked again."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt

from governance import permissions
from governance.explaining import explain_review
from governance.forms.item_review import ItemReviewForm
from governance.models import Assessment, Category
from governance.review_page import Looked, items_asked_again, items_of, looked_at, parts_of
from loei_coop.common.typed import account_key, is_returned, returns_typed_text


def review_address(assessment: Assessment, page: str = "review", *arguments) -> str:
    return reverse(f"admin:governance_assessment_{page}", args=[assessment.pk, *arguments])


class ReviewAdmin:
    """For who may look into it: an officer with the right who is not involved."""

    def get_urls(self):
        pages = [
            ("<path:object_id>/review/", self.review_view, "review"),
            ("<path:object_id>/review/returned/", self.returned_view, "review_returned"),
            ("<path:object_id>/review/<str:number>/", self.part_view, "review_part"),
        ]
        return [
            path(address, self.guarded(view), name=f"governance_assessment_{name}")
            for address, view, name in pages
        ] + super().get_urls()

    def guarded(self, view):
        """What is typed outlives the session. Where it comes from is checked there."""
        return returns_typed_text(self.admin_site.admin_view(csrf_exempt(view)))

    def guided_buttons(self, request, row):
        buttons = super().guided_buttons(request, row)
        if row is not None and permissions.may_review(request.user, row):
            return [(review_address(row), _("Review")), *buttons]
        return buttons

    def review_view(self, request, object_id):
        assessment = self.looked_into(request, object_id)
        return self.review_page(
            request,
            "review",
            _("Review"),
            assessment,
            parts=parts_of(assessment),
            asked_again=items_asked_again(assessment),
            explanation=explain_review(assessment),
            acts=super().guided_buttons(request, assessment),
        )

    def part_view(self, request, object_id, number):
        assessment = self.looked_into(request, object_id)
        rows = Category.objects.filter(edition=assessment.round.edition_id, number=number)
        category = rows.first()
        items = items_of(assessment, category) if category else None
        if items is None:
            raise Http404
        return self.items_page(request, assessment, items, str(category), category=category)

    def returned_view(self, request, object_id):
        assessment = self.looked_into(request, object_id)
        items = items_asked_again(assessment)
        return self.items_page(request, assessment, items, _("What was asked again"))

    def items_page(self, request, assessment, items, title, category=None):
        rows = looked_at(assessment, items)
        is_open = permissions.may_review(request.user, assessment)
        if request.method == "POST" and not is_open:
            messages.error(request, why_closed(assessment))
            return redirect(request.path)
        if is_open:
            give_forms(rows, request.POST if request.method == "POST" else None)
        returned = is_returned(request)
        if request.method == "POST" and not returned and self.stored(request, assessment, rows):
            return redirect(request.path)
        parts = parts_of(assessment)
        context = {"rows": rows, "parts": parts, "category": category, "is_returned": returned}
        return self.review_page(request, "part", title, assessment, **context)

    def stored(self, request, assessment, rows: list[Looked]) -> bool:
        """Each by itself. False where one was refused: what was typed then stays on the page."""
        touched = [row.form for row in rows if row.form.is_valid() and row.form.is_touched]
        done = [form.store(assessment, by=request.user) for form in touched]
        if number := sum(done):
            sentence = ngettext("%(number)s item saved.", "%(number)s items saved.", number)
            messages.success(request, sentence % {"number": number})
        is_whole = not any(row.form.errors for row in rows)
        if not is_whole:
            messages.error(request, _("Something was not saved yet: see below."))
        return is_whole

    def looked_into(self, request, object_id) -> Assessment:
        assessment = self.get_object(request, unquote(object_id))
        if not self.has_view_permission(request, assessment):
            raise PermissionDenied
        if assessment is None:
            raise Http404
        if not permissions.may_look_into(request.user, assessment):
            raise PermissionDenied
        return assessment

    def review_page(self, request, template, title, assessment, **context):
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "original": assessment,
            "assessment": assessment,
            "page_account": account_key(request),
            "back": review_address(assessment, "change"),
            "closed": ""
            if permissions.may_review(request.user, assessment)
            else why_closed(assessment),
            **context,
        }
        request.current_app = self.admin_site.name
        return render(request, f"admin/governance/assessment/{template}.html", context)


def give_forms(rows: list[Looked], data) -> None:
    for row in rows:
        if row.answer is not None:
            row.form = ItemReviewForm(row.item, review=row.review, data=data)


def why_closed(assessment: Assessment) -> str:
    sentence = _("The assessment is “%(state)s”: the review is only shown.")
    return sentence % {"state": assessment.get_state_display()}
