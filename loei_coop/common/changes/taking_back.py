"""Taking an act of a form back, from its own page. Imports have pages of their own for that."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from loei_coop.common.changes.labels import labels
from loei_coop.common.imports.workflow import lock_register
from loei_coop.common.models import ChangeSet
from loei_coop.common.undo import Undo, plan_undo, undo

OF_A_FORM = {ChangeSet.Source.FORM, ChangeSet.Source.DESK}


class NotTakenBackError(Exception):
    """Nothing was changed; the message is a sentence for the officer."""


@dataclass(frozen=True)
class Told:
    """What taking an act back does to which records: (kind, name) of each. `loses`: columns of
    those that come back which no history keeps."""

    restored: list[tuple[str, str]]
    removed: list[tuple[str, str]]
    revived: list[tuple[str, str]]
    loses: list[str]


def is_of_a_form(change_set: ChangeSet) -> bool:
    return change_set.source in OF_A_FORM


def taken_back_by(change_set: ChangeSet) -> ChangeSet | None:
    """The act that took it back, if one did."""
    return change_set.undone_by.select_related("made_by").order_by("made_at").first()


def tell(plan: Undo) -> Told:
    def named(choose: Callable) -> list[tuple[str, str]]:
        found = ((part.model, labels(part.model, choose(part))) for part in plan.models)
        return [(kind_of(model), name) for model, names in found for name in names.values()]

    return Told(
        restored=named(lambda part: part.restore),
        removed=named(lambda part: part.remove),
        revived=named(lambda part: part.revive),
        loses=[word for part in plan.models if part.revive for word in not_kept(part.model)],
    )


def not_kept(model: type[models.Model]) -> list[str]:
    """What the columns are called that the history of the model leaves out."""
    fields = map(model._meta.get_field, model.history.model._history_excluded_fields)
    return [str(field.verbose_name) for field in fields if field.editable]


def kind_of(model: type[models.Model]) -> str:
    return str(model._meta.verbose_name)


def take_back(change_set: ChangeSet, *, made_by: Callable) -> Undo:
    """Restores what the act changed, as far as nothing was done to it since. Raises
    NotTakenBackError."""
    with override("th"):
        reason = _("taken back on the page of the act")
    try:
        with transaction.atomic():
            for part in plan_undo(change_set).models:
                lock_register(part.model)
            done = undo(change_set, made_by=made_by, reason=reason)
            if not (done.removed or done.restored):
                raise NotTakenBackError(nothing_left())
    except IntegrityError as error:
        raise NotTakenBackError(does_not_fit()) from error
    return done


def nothing_left() -> str:
    return _("Nothing of this act can be taken back any more.")


def does_not_fit() -> str:
    return _("The former values do not fit the register of today. Nothing was changed.")
