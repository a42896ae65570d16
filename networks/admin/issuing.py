"""Lists from whose rows an officer issues first-use codes."""

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

RIGHT = "accounts.issue_activationcode"
ISSUE = "accounts_activationcode_issue"
# As many as one batch has; the office has 148 organizations.
MOST_PEOPLE = 300


def may_issue(request) -> bool:
    return request.user.has_perm(RIGHT)


def issue_address(people) -> str:
    """The page that tells who would get a code. `people`: keys of persons."""
    query = urlencode([("person", pk) for pk in people])
    return f"{reverse(f'admin:{ISSUE}')}?{query}"


class IssuingAdmin:
    """A list from whose rows codes can be issued. `people_of(rows)`: whose they are."""

    actions = ["issue_codes"]
    change_form_template = "admin/guided/change_form.html"

    def people_of(self, rows):
        raise NotImplementedError

    def has_issue_codes_permission(self, request):
        return may_issue(request)

    @admin.action(description=gettext_lazy("Issue first-use codes"), permissions=["issue_codes"])
    def issue_codes(self, request, queryset):
        people = sorted(set(self.people_of(queryset)))
        if not people:
            messages.warning(request, _("Nobody in the chosen rows can be given a code."))
            return None
        if len(people) > MOST_PEOPLE:
            sentence = _("Choose at most %(most)s persons at a time.")
            messages.warning(request, sentence % {"most": MOST_PEOPLE})
            return None
        return redirect(issue_address(people))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context.setdefault("guided_buttons", [])
        if obj is not None and may_issue(request):
            people = list(self.people_of(self.model.objects.filter(pk=obj.pk)))
            if people:
                button = (issue_address(people), _("Issue a first-use code"))
                context["guided_buttons"] = [*context["guided_buttons"], button]
        return super().render_change_form(request, context, add, change, form_url, obj)
