"""The way of a practice and of a forum: the only place that writes their states.

A practice is proposed, its host agrees, the office selects it with a reason, then it is shared.
Each step saves through the model, so that it stands in the history of the act.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance import permissions
from governance.choices import PracticeOrigin
from governance.models import Assessment, Award, Forum, Item, Practice, Topic
from governance.states import FORUM_MOVES, PRACTICE_MOVES, ForumState, PracticeState
from governance.strengths import is_strong
from governance.workflow.moving import require
from loei_coop.common.errors import WorkflowError
from loei_coop.thai.dates import PartialDate
from networks.models import Organization
from networks.permissions import leads, works_for


@dataclass(frozen=True)
class Grounds:
    """What a practice rests on: an award, an item that is strong in an announced result, or
    nothing but the word of whoever proposes it."""

    award: Award | None = None
    assessment: Assessment | None = None
    item: Item | None = None

    @property
    def origin(self) -> PracticeOrigin:
        if self.award:
            return PracticeOrigin.AWARD
        return PracticeOrigin.STRONG_ITEM if self.item else PracticeOrigin.PROPOSAL

    @property
    def columns(self) -> dict:
        columns = {"award": self.award, "assessment": self.assessment, "item": self.item}
        return {"origin": self.origin, **columns}

    def check(self, organization: Organization) -> None:
        if self.award and not holds(organization, self.award):
            raise WorkflowError(_("This award is not one of those announced for the host."))
        if self.item and not is_strong(organization, self.assessment, self.item):
            raise WorkflowError(_("This item is not a strong one of an announced result."))


def holds(organization: Organization, award: Award) -> bool:
    return organization.awards.public().valid().filter(pk=award.pk).exists()


NO_GROUNDS = Grounds()
REWORDED = (PracticeState.PROPOSED, PracticeState.AGREED, PracticeState.WITHDRAWN)


@transaction.atomic
def propose(
    organization: Organization,
    topic: Topic,
    *,
    by,
    on_behalf_of=None,
    grounds: Grounds = NO_GROUNDS,
    **texts,
) -> Practice:
    """By whoever works for the host, or by the office. Who leads the host agrees by proposing;
    what an officer wrote for somebody waits for the host's own word."""
    person = on_behalf_of or by
    require(works_for(person, organization) or permissions.may_propose_for(by, organization))
    refuse_twice(organization, topic, texts["title"])
    grounds.check(organization)
    practice = Practice(
        organization=organization,
        topic=topic,
        made_by=by,
        on_behalf_of=on_behalf_of,
        is_sample=organization.is_sample,
        **grounds.columns,
        **texts,
    )
    save_checked(practice)
    if on_behalf_of is None and leads(by, organization):
        agree(practice, by=by)
    return practice


def refuse_twice(organization: Organization, topic: Topic, title: str) -> None:
    """A second click."""
    same = organization.practices.standing().filter(topic=topic, title=title)
    if same.exists():
        raise WorkflowError(_("This was proposed already."))


@transaction.atomic
def propose_again(practice: Practice, *, by, on_behalf_of=None) -> None:
    """What was not taken up, once more."""
    require(works_for(on_behalf_of or by, practice.organization))
    move(practice, PracticeState.PROPOSED, closing_reason="", agreed_by=None, agreed_at=None)
    if on_behalf_of is None and leads(by, practice.organization):
        agree(practice, by=by)


@transaction.atomic
def agree(practice: Practice, *, by) -> None:
    """The host's own word: nobody gives it for another."""
    require(permissions.leads_the_host(by, practice))
    now = timezone.now()
    values = {"agreed_by": by, "agreed_at": now}
    if practice.on_behalf_of == by:
        values["confirmed_at"] = now
    move(practice, PracticeState.AGREED, **values)


@transaction.atomic
def reword(practice: Practice, *, by, on_behalf_of=None, **texts) -> None:
    """Neither what the office has selected nor what everybody sees. To what was agreed stands who
    leads the host."""
    person = on_behalf_of or by
    if practice.state not in REWORDED:
        raise stale(practice)
    may = works_for if practice.state == PracticeState.PROPOSED else leads
    require(may(person, practice.organization))
    store(practice, **texts)


@transaction.atomic
def select(practice: Practice, *, by, reason: str) -> None:
    require(permissions.may_select(by, practice))
    require_text(reason, _("Say why it was selected."))
    move(practice, PracticeState.SELECTED, selected_by=by, selection_reason=reason)


@transaction.atomic
def share(practice: Practice, *, by) -> None:
    """Everybody sees it from now on; also what was withdrawn, once more."""
    require(permissions.may_select(by, practice))
    if practice.award and not holds(practice.organization, practice.award):
        raise WorkflowError(_("The award that it comes from was revoked."))
    move(practice, PracticeState.SHARED, shared_at=timezone.now(), closing_reason="")


@transaction.atomic
def give_up(practice: Practice, *, by, reason: str, on_behalf_of=None) -> None:
    """Before it is shared: the office does not take it up, or the host takes it back."""
    require(permissions.may_give_up(on_behalf_of or by, practice))
    require_text(reason, _("Say why it is not taken up."))
    move(practice, PracticeState.DECLINED, closing_reason=reason)


@transaction.atomic
def take_down(practice: Practice, *, by, reason: str, on_behalf_of=None) -> None:
    """Of what was shared: nobody outside sees it any more."""
    require(permissions.may_give_up(on_behalf_of or by, practice))
    require_text(reason, _("Say why it is withdrawn."))
    move(practice, PracticeState.WITHDRAWN, closing_reason=reason)


# Forums


@transaction.atomic
def publish_forum(forum: Forum, *, by) -> None:
    """The public page tells that it will be held; also one that was cancelled, once more."""
    require(permissions.may_arrange(by))
    move(forum, ForumState.PLANNED, cancellation_text="", cancellation_text_en="")


@transaction.atomic
def hold_forum(forum: Forum, *, by, day: PartialDate, place: str = "", place_en: str = "") -> None:
    """It took place: on that day, or in that month or year if no more is known."""
    require(permissions.may_arrange(by))
    if day.first > timezone.localdate():
        raise WorkflowError(_("This day is still to come."))
    move(
        forum,
        ForumState.HELD,
        held_on=day.first,
        held_on_precision=day.precision.value,
        place=place,
        place_en=place_en,
    )


@transaction.atomic
def cancel_forum(forum: Forum, *, by, text: str, text_en: str = "") -> None:
    require(permissions.may_arrange(by))
    require_text(text, _("Say why the forum does not take place."))
    move(forum, ForumState.CANCELLED, cancellation_text=text, cancellation_text_en=text_en)


# What every step does

MOVES = {Practice: PRACTICE_MOVES, Forum: FORUM_MOVES}


def move(row: models.Model, state: str, **values) -> None:
    """From the state that the row has, if that may follow and nobody was faster."""
    if state not in MOVES[type(row)][row.state]:
        raise stale(row)
    store(row, state=state, **values)


def store(row: models.Model, **values) -> None:
    """Colleagues wait for each other; what they changed besides stays."""
    rows = type(row).objects.filter(pk=row.pk, state=row.state)
    if not rows.update(state=row.state):
        raise stale(row)
    row.refresh_from_db()
    for name, value in values.items():
        setattr(row, name, value)
    save_checked(row)


def save_checked(row: models.Model) -> None:
    try:
        row.full_clean()
    except ValidationError as error:
        raise WorkflowError(" ".join(error.messages)) from error
    row.save()


def stale(row: models.Model) -> WorkflowError:
    row.refresh_from_db(fields=["state"])
    sentence = _("This is not possible now: the state is “%(state)s”.")
    return WorkflowError(sentence % {"state": row.get_state_display()})


def require_text(text: str, sentence: str) -> None:
    if not text.strip():
        raise WorkflowError(sentence)
