"""The instrument that an act rests on, as the columns of BasisModel."""

import datetime
from dataclasses import asdict, dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from networks.models.tenure import basis_text


@dataclass(frozen=True)
class Basis:
    basis_kind: str = ""
    basis_number: str = ""
    basis_dated: datetime.date | None = None

    def __str__(self) -> str:
        return basis_text(self)

    @property
    def columns(self) -> dict:
        return asdict(self)

    def check(self) -> None:
        """A number or a date belongs to an order, an announcement or a resolution."""
        if not self.basis_kind and (self.basis_number or self.basis_dated):
            sentence = _("Say whether the basis is an order, an announcement or a resolution.")
            raise ValidationError({"basis_kind": sentence})


NO_BASIS = Basis()
