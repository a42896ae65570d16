"""The answer to one item, as it is typed: by a page of many items, or one at a time."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from governance.answers import fingerprint
from governance.models import Answer, Item, Step
from governance.models.answer import LONGEST_TEXT
from governance.rules import step_rule

NOT_APPLICABLE = "not-applicable"
LONGEST_FIGURE = Answer._meta.get_field("figure").max_length
EMPTY = {
    "share": None,
    "is_not_applicable": False,
    "text": "",
    "figure": "",
    "is_figure_open": False,
}
TOO_LONG = _(
    "This has %(show_value)s characters; up to %(limit_value)s can be saved. It stays here: "
    "shorten it, or put the rest into a file of evidence."
)
UNKNOWN_VERSION = _("The page does not know which version it shows. Load it again, then save.")


@dataclass(frozen=True)
class Option:
    """One percentage that may be chosen."""

    value: str
    is_chosen: bool


@dataclass(frozen=True)
class Band:
    """A step of the scale with the percentages that belong to it; mostly one."""

    step: Step
    options: list[Option]

    @property
    def is_single(self) -> bool:
        return len(self.options) == 1

    @property
    def is_chosen(self) -> bool:
        return any(option.is_chosen for option in self.options)


class AnswerForm(forms.Form):
    """Its names are prefixed by the number of the item; one of JSON has no prefix."""

    choice = forms.CharField(required=False)
    text = forms.CharField(
        label=_("how we do it"),
        required=False,
        widget=forms.Textarea({"rows": 4}),
        validators=[MaxLengthValidator(LONGEST_TEXT, TOO_LONG)],
    )
    figure = forms.CharField(
        required=False,
        help_text=_("The number; where there is none, a word why, such as “not counted”."),
        validators=[MaxLengthValidator(LONGEST_FIGURE, TOO_LONG)],
    )
    is_figure_open = forms.BooleanField(label=_("the accounts are not closed yet"), required=False)
    is_looked_at = forms.BooleanField(label=_("this is still so"), required=False)
    # The version that the editor had before the eyes, and what it said.
    base = forms.IntegerField(
        min_value=0,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(["required", "invalid", "min_value"], UNKNOWN_VERSION),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, item: Item, *, answer: Answer | None = None, data=None, prefix=None):
        self.item, self.answer = item, answer
        super().__init__(data, prefix=prefix, initial=initial_of(answer))

    @cached_property
    def shares(self) -> dict[str, Decimal]:
        rules = [step_rule(step) for step in self.item.steps.all()]
        return {written(share): share for rule in rules for share in rule.shares()}

    @property
    def bands(self) -> list[Band]:
        chosen = self["choice"].value()
        return [
            Band(step, [Option(value, value == chosen) for value in map(written, rule.shares())])
            for step in self.item.steps.all()
            for rule in [step_rule(step)]
        ]

    @property
    def is_not_applicable(self) -> bool:
        return self["choice"].value() == NOT_APPLICABLE

    @property
    def allows_not_applicable(self) -> bool:
        return self.item.category.edition.allows_not_applicable

    def clean_choice(self):
        chosen = self.cleaned_data["choice"]
        known = {"", *self.shares} | ({NOT_APPLICABLE} if self.allows_not_applicable else set())
        if chosen not in known:
            raise ValidationError(_("This is not on the scale of this item. Choose one step."))
        return chosen

    def clean_text(self):
        return self.cleaned_data["text"].replace("\r\n", "\n")

    @property
    def content(self) -> dict:
        """As `answers.save` takes it."""
        data = self.cleaned_data
        return {
            "share": self.shares.get(data["choice"]),
            "is_not_applicable": data["choice"] == NOT_APPLICABLE,
            "text": data["text"],
            "figure": data["figure"],
            "is_figure_open": data["is_figure_open"],
        }

    @property
    def is_touched(self) -> bool:
        """Something was changed on this page, or it was looked at."""
        is_other = fingerprint(self.content) != self.cleaned_data["seen"]
        return is_other or self.cleaned_data["is_looked_at"]


def initial_of(answer: Answer | None) -> dict:
    content = answer.content if answer else EMPTY
    return {
        **content,
        "choice": chosen(content["share"], content["is_not_applicable"]),
        "base": answer.version if answer else 0,
        "seen": fingerprint(content),
    }


def chosen(share: Decimal | None, is_not_applicable: bool) -> str:
    if is_not_applicable:
        return NOT_APPLICABLE
    return "" if share is None else written(share)


def written(share: Decimal) -> str:
    """100 and 12.5, never 100.00 or 1E+2."""
    return f"{share.normalize():f}"
