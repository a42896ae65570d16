"""Guided acts: a form, a page that tells what will happen, and only then the deed."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import translation
from django.utils.crypto import salted_hmac
from django.utils.html import format_html

from loei_coop.common.errors import WorkflowError
from loei_coop.common.history import recording
from loei_coop.common.middleware import signed_in_user
from loei_coop.common.models import ChangeSet


def may_change(model_admin, request, row) -> bool:
    return model_admin.has_change_permission(request, row)


def may_change_and_add(model_admin, request, row) -> bool:
    return may_change(model_admin, request, row) and model_admin.has_add_permission(request)


@dataclass(frozen=True)
class Guided:
    """One act: its address, words, form, who may, and for which rows it makes sense."""

    name: str
    title: str
    form: Callable
    is_allowed: Callable = may_change
    is_offered: Callable = lambda row: True
    intro: str = ""
    for_list: bool = False
    # Of the request and the form: [(address, words)] of what usually comes next.
    next_steps: Callable = lambda request, form: []
    # (request, form): what the session needs after the deed; gives the address to go to.
    then: Callable | None = None

    def url_name(self, opts) -> str:
        return f"{opts.app_label}_{opts.model_name}_{self.name}"

    def address(self, opts, row) -> str:
        return reverse(f"admin:{self.url_name(opts)}", args=[] if self.for_list else [row.pk])


class GuidedAdmin:
    """A ModelAdmin with guided acts: their addresses and their buttons."""

    guided: list[Guided] = []

    def get_urls(self):
        return [self.guided_path(act) for act in self.guided] + super().get_urls()

    def guided_path(self, act: Guided):
        def view(request, object_id=None):
            return guided_view(self, act, request, object_id)

        route = f"{act.name}/" if act.for_list else f"<path:object_id>/{act.name}/"
        return path(route, self.admin_site.admin_view(view), name=act.url_name(self.opts))

    def guided_buttons(self, request, row) -> list[tuple[str, str]]:
        """(address, title) of what this officer may do with this row; None: with the list."""
        return [
            (act.address(self.opts, row), act.title)
            for act in self.guided
            if act.for_list is (row is None)
            and act.is_allowed(self, request, row)
            and act.is_offered(row)
        ]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            own = self.guided_buttons(request, obj)
            context["guided_buttons"] = [*own, *context.get("guided_buttons", [])]
        return super().render_change_form(request, context, add, change, form_url, obj)

    def changelist_view(self, request, extra_context=None):
        buttons = {"guided_buttons": self.guided_buttons(request, None)}
        return super().changelist_view(request, {**buttons, **(extra_context or {})})


def guided_view(model_admin, act: Guided, request, object_id):
    row = None
    if not act.for_list:
        row = model_admin.get_object(request, unquote(object_id))
        if row is None:
            return model_admin._get_obj_does_not_exist_redirect(
                request, model_admin.opts, object_id
            )
    if not act.is_allowed(model_admin, request, row):
        raise PermissionDenied
    return answer(model_admin, act, request, row)


def answer(model_admin, act: Guided, request, row):
    form = form_of(act, request, row)
    if not form.is_bound or "back" in request.POST or not form.is_valid():
        return page(model_admin, act, request, form, "form")
    told = form.consequences()
    if request.POST.get("told") != fingerprint(told):
        return page(model_admin, act, request, form, "confirm", told=told)
    try:
        done = carry_out(act, request, form)
    except (ValidationError, WorkflowError) as error:
        form.add_error(None, error)
        return page(model_admin, act, request, form, "form")
    messages.success(request, done)
    for address, words in act.next_steps(request, form):
        messages.info(request, format_html('<a href="{}">{}</a>', address, words))
    after = act.then(request, form) if act.then else back_address(model_admin, act, row)
    return HttpResponseRedirect(after)


def form_of(act: Guided, request, row):
    """One that asks nothing is filled in from the beginning: what will happen is told at once."""
    known = {"row": row, "by": request.user}
    if request.method == "POST":
        return act.form(request.POST, **known)
    form = act.form(initial=request.GET.dict(), **known)
    return form if form.fields else act.form({}, **known)


def carry_out(act: Guided, request, form) -> str:
    """What is stored of the act's name is Thai, whoever reads it."""
    with translation.override("th"):
        reason = " · ".join(filter(None, [str(act.title), form.reason()]))
    with recording(
        ChangeSet.Source.FORM,
        made_by=lambda: signed_in_user(request),
        on_behalf_of=form.on_behalf_of(),
        reason=reason[:500],
    ):
        return form.carry_out()


def fingerprint(sentences: list[str]) -> str:
    """Of what the officer was told: if that has changed meanwhile, it is told again."""
    return salted_hmac("networks.guided", "\n".join(sentences)).hexdigest()


def back_address(model_admin, act: Guided, row) -> str:
    opts = model_admin.opts
    page = "changelist" if act.for_list else "change"
    return reverse(
        f"admin:{opts.app_label}_{opts.model_name}_{page}", args=[] if row is None else [row.pk]
    )


def page(model_admin, act: Guided, request, form, name: str, told=()):
    context = {
        **model_admin.admin_site.each_context(request),
        "title": act.title,
        "subtitle": None,
        "intro": act.intro,
        "opts": model_admin.opts,
        "original": form.row,
        "form": form,
        "media": form.media,
        "consequences": told,
        "told": fingerprint(told),
        "was_told": "told" in request.POST,
        "back": back_address(model_admin, act, form.row),
    }
    request.current_app = model_admin.admin_site.name
    return TemplateResponse(request, f"admin/guided/{name}.html", context)
