from django import forms
from django.utils.translation import gettext_lazy as _

from governance.forms.answer import AnswerForm
from governance.models import Answer, RivalAnswer

STANDING, MERGED = "answer", "merged"
MERGED_PREFIX = "merged"


class PickForm(forms.Form):
    """Which of the versions of an item is to stand; `mark`: of those that were seen."""

    pick = forms.CharField(error_messages={"required": _("Choose one of the versions.")})
    mark = forms.CharField(required=False)

    def __init__(self, answer: Answer, rivals: list[RivalAnswer], data=None):
        self.contents = {str(rival.pk): rival.content for rival in rivals}
        self.contents[STANDING] = answer.content
        super().__init__(data)

    def clean_pick(self):
        pick = self.cleaned_data["pick"]
        if pick not in {*self.contents, MERGED}:
            raise forms.ValidationError(_("Choose one of the versions."))
        return pick

    @property
    def is_merged(self) -> bool:
        return self.cleaned_data.get("pick") == MERGED


def merged_form(item, answer: Answer, rivals: list[RivalAnswer], data=None) -> AnswerForm:
    """To write one text from all; it begins with them below each other."""
    form = AnswerForm(item, answer=answer, data=data, prefix=MERGED_PREFIX)
    texts = [version.text for version in [answer, *rivals] if version.text]
    form.initial["text"] = "\n\n".join(dict.fromkeys(texts))
    return form
