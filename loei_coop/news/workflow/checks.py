"""What speaks against showing a release: to the head of the office, and to the public."""

import datetime

from django.utils.translation import gettext as _

from governance.models import Award
from loei_coop.common.errors import WorkflowError
from loei_coop.news.models import PressRelease, Statement
from loei_coop.news.quotes import words_in
from loei_coop.thai.django.dates import show_moment


def check_text(release: PressRelease) -> None:
    """It has a title and a text, quotes nobody without being asked, and its photos are told to
    those who cannot see them."""
    if not release.title.strip() or not release.body.strip():
        raise WorkflowError(_("The release needs a title and a text."))
    if release.photos.filter(text="").exists():
        raise WorkflowError(_("Say of every photo what it shows, for those who cannot see it."))
    check_quotes(release)


def check_quotes(release: PressRelease) -> None:
    text = f"{release.body}\n{release.body_en}"
    for statement in Statement.objects.unquotable().select_related("speaker"):
        if words_in(statement, text):
            sentence = _(
                "%(speaker)s has not agreed to the words that are quoted. Ask first, tick the "
                "agreement, or take the words out."
            )
            raise WorkflowError(sentence % {"speaker": statement.speaker})


def check_embargo(release: PressRelease, at: datetime.datetime) -> None:
    """Nothing of a round's awards is told before they are announced, or after the announcement was
    called off."""
    if release.round is None:
        return
    awards = Award.objects.filter(assessment__round=release.round, is_recorded=False)
    if awards.filter(announced_at=None).exists():
        sentence = _("Awards of this round are not announced: announce the results first.")
        raise WorkflowError(sentence)
    if late := awards.filter(announced_at__gt=at).order_by("-announced_at").first():
        sentence = _(
            "The results are announced on %(when)s: the release cannot be published before."
        )
        raise WorkflowError(sentence % {"when": show_moment(late.announced_at)})
