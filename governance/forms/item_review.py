from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from governance import reviewing
from governance.answers import digest
from governance.forms.answer import NOT_APPLICABLE, written
from governance.models import Assessment, Item, ItemReview
from governance.reviewing import Verdict, mark_of
from governance.rules import step_rule
from loei_coop.common.errors import WorkflowError

VERDICTS = [
    (Verdict.AGREE.value, _("agree with the answer")),
    (Verdict.OTHER.value, _("another step, with the reason")),
    (Verdict.RETURN.value, _("ask for more information, with what is asked")),
]


TYPED = {"verdict", "share", "reason"}


class ItemReviewForm(forms.Form):
    """The review of one item; its names are prefixed by the item's number. `refusal`: why it was
    not stored."""

    verdict = forms.ChoiceField(
        label=_("review"), choices=VERDICTS, required=False, widget=forms.RadioSelect
    )
    share = forms.ChoiceField(label=_("the step that the evidence shows"), required=False)
    reason = forms.CharField(
        label=_("reason, or what is asked"),
        required=False,
        max_length=ItemReview._meta.get_field("reason").max_length,
        widget=forms.Textarea({"rows": 2}),
    )
    # Which review was before the eyes, and what it said.
    base = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, item: Item, *, review: ItemReview | None = None, data=None):
        self.item, self.review = item, review
        super().__init__(data, prefix=item.number, initial=initial_of(review))
        self.fields["share"].choices = list(steps_of(item))

    @property
    def is_touched(self) -> bool:
        """Changed on this page, and not to what is stored already."""
        given = {name: self[name].value() or "" for name in TYPED}
        return said(given) != self["seen"].value() and bool(TYPED & set(self.changed_data))

    def clean(self):
        cleaned = super().clean()
        if self.is_touched and not cleaned.get("verdict"):
            self.add_error("verdict", _("Choose one of the three."))
        if cleaned.get("verdict") == Verdict.OTHER and not cleaned.get("share"):
            self.add_error("share", _("Choose the step that the evidence shows."))
        return cleaned

    def store(self, assessment: Assessment, *, by) -> bool:
        """False if it was refused; the form then tells why."""
        data = self.cleaned_data
        try:
            self.review = reviewing.save(
                assessment,
                self.item,
                Verdict(data["verdict"]),
                share=share_of(data["share"]),
                reason=data["reason"],
                base=data["base"],
                by=by,
            )
        except WorkflowError as error:
            self.add_error(None, str(error))
            return False
        return True


def steps_of(item: Item):
    yield "", "–"
    for step in item.steps.all():
        for share in step_rule(step).shares():
            value = written(share)
            is_named_so = step.local_label in {value, f"{value} %"}
            yield value, f"{value} %" if is_named_so else f"{value} % – {step.local_label}"
    if item.category.edition.allows_not_applicable:
        yield NOT_APPLICABLE, _("not applicable")


def share_of(chosen: str) -> Decimal | None:
    """Empty and "not applicable" are both None: the review refuses the one where it is none."""
    return Decimal(chosen) if chosen not in {"", NOT_APPLICABLE} else None


def initial_of(review: ItemReview | None) -> dict:
    typed = typed_of(review) if review else dict.fromkeys(TYPED, "")
    return {**typed, "base": mark_of(review), "seen": said(typed)}


def typed_of(review: ItemReview) -> dict:
    verdict = verdict_of(review)
    share = NOT_APPLICABLE if review.share is None else written(review.share)
    return {
        "verdict": verdict.value,
        "share": share if verdict is Verdict.OTHER else "",
        "reason": review.reason,
    }


def said(typed: dict) -> str:
    """Equal for equal reviews, as they are typed."""
    return digest([typed[name].replace("\r\n", "\n") for name in sorted(TYPED)])


def verdict_of(review: ItemReview) -> Verdict:
    if review.is_agreed:
        return Verdict.AGREE
    return Verdict.RETURN if review.is_to_return else Verdict.OTHER
