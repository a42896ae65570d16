"""What of the news waits for an officer, as far as the rights go."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from loei_coop.common.todo import Task, Todo
from loei_coop.news import permissions
from loei_coop.news.composing import flagged
from loei_coop.news.models import PressRelease


def todos(user) -> Iterator[Todo]:
    if permissions.may_send_back(user):
        waiting = PressRelease.objects.waiting_for_approval().count()
        hint = _("Read the text and the facts, then approve or send back.")
        yield Todo(_("News: waits for approval"), hint, [task(waiting, "approve")])
    if permissions.may_publish_at_all(user):
        hint = _("Choose when everybody can read it.")
        approved = PressRelease.objects.approved().count()
        yield Todo(_("News: approved, to be published"), hint, [task(approved, "publish")])
    if permissions.may_write_at_all(user):
        hint = _("What was published stays. Add a correction, or compose a new release.")
        yield Todo(_("News: records have changed since"), hint, [task(len(flagged()), "flagged")])


def task(count: int, work: str) -> Task:
    address = f"{reverse('admin:news_pressrelease_changelist')}?work={work}"
    return Task(_("releases"), count, address)
