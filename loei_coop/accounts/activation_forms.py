from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from loei_coop.accounts.typed_codes import DIGITS, code_of, digits_of, is_code


class ActivationForm(forms.Form):
    code = forms.CharField(
        label=_("Code on the slip"),
        max_length=40,
        help_text=_("Eight letters and digits, such as AC3K-7RTM. Small letters are fine."),
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    digits = forms.CharField(
        label=_("Four digits"),
        max_length=20,
        help_text=_("The officer has told you; they are not on the slip."),
        widget=forms.TextInput({"autocomplete": "off", "inputmode": "numeric"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not settings.ACTIVATION_DIGITS:
            del self.fields["digits"]

    def clean_code(self):
        typed = self.cleaned_data["code"]
        if not code_of(typed).isascii():
            raise ValidationError(
                gettext("The code has English letters and digits only. Switch the keyboard over.")
            )
        if not is_code(code_of(typed)):
            raise ValidationError(
                gettext(
                    "This is not a code of a slip: it has eight signs and never the letters "
                    "B, I, L, O, S, U, Z nor the digits 0, 1, 2, 5, 8."
                )
            )
        return typed

    def clean_digits(self):
        typed = self.cleaned_data["digits"]
        if len(digits_of(typed)) != DIGITS or not digits_of(typed).isdigit():
            raise ValidationError(gettext("Type the four digits that the officer has told you."))
        return typed
