"""What somebody has not finished yet and whoever comes after takes over.

An app tells its kinds in `AppConfig.ready`:

    open_work.of_organizations.add(OpenWork(rows=drafts_of, describe=drafts))
    open_work.of_officers.add(OpenWork(rows=reviews_of, describe=reviews, owner="reviewer"))

A handover moves the first for one organization, the transfer of an officer the second. Who wrote
something stays with it: only the owner changes.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import QuerySet


@dataclass(frozen=True)
class OpenWork:
    """One kind. `rows(organization, user)`, of officers `rows(user)`: what this account looks
    after and is not done. `describe(number)`: "3 drafts". `owner`: the column of the account.
    `moved(row, old, new)` leaves a note of each row that went from one account to another."""

    rows: Callable[..., QuerySet]
    describe: Callable[[int], str]
    owner: str = "owner"
    moved: Callable[..., None] = lambda row, old, new: None

    def move(self, *whose, to) -> None:
        """Through save(), so that each row has its history."""
        for row in self.rows(*whose):
            setattr(row, self.owner, to)
            row.save(update_fields=[self.owner])
            self.moved(row, whose[-1], to)


@dataclass
class Registry:
    kinds: list[OpenWork] = field(default_factory=list)

    def add(self, kind: OpenWork) -> None:
        self.kinds.append(kind)

    def told(self, *whose) -> list[str]:
        """As far as there is any: ["2 proposals", "1 draft"]. `whose` ends with the account."""
        numbers = [(kind, kind.rows(*whose).count()) for kind in self.kinds]
        return [kind.describe(number) for kind, number in numbers if number]

    def move(self, *whose, to) -> None:
        for kind in self.kinds:
            kind.move(*whose, to=to)


of_organizations = Registry()
of_officers = Registry()
