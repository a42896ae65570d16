"""What the latest changes can be narrowed by."""

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from loei_coop.common.changes.rights import seen_models
from loei_coop.common.changes.rows import Wanted
from loei_coop.common.models import ChangeSet
from loei_coop.thai.collation import sort_key
from loei_coop.thai.django.forms import ThaiDateField


def authors():
    """Whoever changed something, or had it changed by an officer."""
    acts = ChangeSet.objects.order_by()
    named = Q(pk__in=acts.values("made_by")) | Q(pk__in=acts.values("on_behalf_of"))
    return get_user_model().objects.filter(named)


class ChangesForm(forms.Form):
    kind = forms.ChoiceField(label=_("kind of record"), required=False)
    who = forms.ModelChoiceField(
        label=_("who"),
        queryset=get_user_model().objects.none(),
        required=False,
        empty_label=_("everybody"),
    )
    source = forms.ChoiceField(
        label=_("way of the change"),
        choices=[("", _("all")), *ChangeSet.Source.choices],
        required=False,
    )
    since = ThaiDateField(label=_("from"), required=False)
    until = ThaiDateField(label=_("to"), required=False)
    q = forms.CharField(
        label=_("words"),
        required=False,
        max_length=100,
        widget=forms.TextInput({"type": "search"}),
        help_text=_("A name, a value, a reason or a file."),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.models = {model._meta.label_lower: model for model in seen_models(user)}
        self.fields["kind"].choices = [("", _("all")), *self.kinds()]
        self.fields["who"].queryset = authors().order_by("username")

    def kinds(self) -> list[tuple[str, str]]:
        named = [
            (name, str(capfirst(model._meta.verbose_name))) for name, model in self.models.items()
        ]
        return sorted(named, key=lambda kind: sort_key(kind[1]))

    def clean(self):
        values = super().clean()
        since, until = values.get("since"), values.get("until")
        if since and until and since > until:
            raise ValidationError({"until": _("The last day lies before the first.")})
        return values

    def wanted(self) -> Wanted:
        values = self.cleaned_data
        return Wanted(
            model=self.models.get(values["kind"]),
            who=values["who"],
            source=values["source"],
            since=values["since"],
            until=values["until"],
            text=values["q"],
        )
