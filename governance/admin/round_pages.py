"""What is looked at and taken away of a round: its board, the call list, texts for LINE."""

from functools import wraps

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from governance.board import board_of, not_submitted
from governance.exports.files import TABLES, file_of
from governance.line_texts import line_texts
from networks.contact_log import note_reading
from networks.models import ContactReading
from networks.papers import call_rows, private_numbers

VIEW = "governance.view_assessment"
EXPORT = "governance.export_assessment"


def round_page(right: str):
    """view(self, request, round_) for those with the right."""

    def decorate(view):
        @wraps(view)
        def guarded(self, request, object_id, **kwargs):
            if not request.user.has_perm(right):
                raise PermissionDenied
            round_ = self.get_object(request, unquote(object_id))
            if round_ is None:
                raise Http404
            return view(self, request, round_, **kwargs)

        return guarded

    return decorate


class RoundPagesAdmin:
    """The list of rounds with the pages of each."""

    def get_urls(self):
        pages = [
            ("board/", self.board_view, "board"),
            ("call-list/", self.calls_view, "calls"),
            ("messages/", self.messages_view, "messages"),
            ("files/<slug:name>.<slug:file_format>", self.file_view, "file"),
        ]
        return [
            path(
                f"<path:object_id>/{address}", self.admin_site.admin_view(view), name=url_name(name)
            )
            for address, view, name in pages
        ] + super().get_urls()

    def guided_buttons(self, request, row):
        buttons = super().guided_buttons(request, row)
        if row is not None and request.user.has_perm(VIEW):
            buttons.insert(0, (address_of("board", row), _("How it stands")))
        return buttons

    @round_page(VIEW)
    def board_view(self, request, round_):
        links = [(address_of("calls", round_), _("Call list"))]
        links.append((address_of("messages", round_), _("Texts for LINE")))
        if request.user.has_perm(EXPORT):
            links += file_links(round_)
        context = {"board": board_of(round_), "links": links}
        return self.round_answer(request, round_, "board", _("How it stands"), **context)

    @round_page(VIEW)
    def calls_view(self, request, round_):
        """Of those who have not submitted; private numbers for those who may look at persons."""
        rows = call_rows(not_submitted(round_))
        with_private = request.user.has_perm("networks.view_person")
        if with_private:
            where = ContactReading.Where.CALL_LIST
            note_reading(private_numbers(rows), by=request.user, where=where)
        context = {
            "title": _("Call list: not submitted yet"),
            "rows": rows,
            "with_private": with_private,
            "back": address_of("board", round_),
        }
        return TemplateResponse(request, "admin/networks/papers/call_list.html", context)

    @round_page(VIEW)
    def messages_view(self, request, round_):
        texts = line_texts(round_, address=request.build_absolute_uri("/desk/"))
        return self.round_answer(request, round_, "messages", _("Texts for LINE"), texts=texts)

    @round_page(EXPORT)
    def file_view(self, request, round_, name, file_format):
        response = file_of(round_, name, file_format, for_user=request.user)
        if response is None:
            raise Http404
        return response

    def round_answer(self, request, round_, template, title, **context):
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "original": round_,
            "board_address": address_of("board", round_),
            **context,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, f"admin/governance/round/{template}.html", context)


def url_name(name: str) -> str:
    return f"governance_assessmentround_{name}"


def address_of(name: str, round_) -> str:
    return reverse(f"admin:{url_name(name)}", args=[round_.pk])


def file_links(round_) -> list[tuple[str, str]]:
    return [
        (
            reverse(f"admin:{url_name('file')}", args=[round_.pk, name, file_format]),
            f"{table.title} ({file_format.upper()})",
        )
        for name, table in TABLES.items()
        for file_format in table.formats
    ]
