"""The forms of the account pages: fields of django-allauth with the portal's words."""

from allauth.account import forms as account_forms
from allauth.mfa.base import forms as factor_forms
from allauth.mfa.totp import forms as totp_forms
from django.utils.translation import gettext_lazy as _

from loei_coop.accounts.models import User

LONGEST_NAME = User._meta.get_field("email").max_length
# Telephones would capitalise and correct it.
AS_TYPED = {"autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"}
DIGITS = {"inputmode": "numeric", "autocomplete": "one-time-code", "maxlength": "12"}
CODE_LABEL = _("Code from the app")


def dress(field, label, help_text="", **attributes):
    field.label = label
    field.help_text = help_text
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update(attributes)


class SignInForm(account_forms.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dress(
            self.fields["login"],
            _("User name or e-mail"),
            _("The user name stands on the paper that the office gave you."),
            autocomplete="username",
            **AS_TYPED,
        )
        self.fields["login"].max_length = LONGEST_NAME
        dress(self.fields["password"], _("Password"))
        dress(
            self.fields["remember"],
            _("Stay signed in on this device for 14 days"),
            _("Only on a device that nobody else uses."),
        )


class ConfirmPasswordForm(account_forms.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dress(self.fields["password"], _("Password"))


class ChangePasswordForm(account_forms.ChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dress(self.fields["oldpassword"], _("Present password"))
        dress(self.fields["password1"], _("New password"), self.fields["password1"].help_text)
        dress(self.fields["password2"], _("New password again"))


class CodeForm(factor_forms.AuthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dress(
            self.fields["code"],
            CODE_LABEL,
            _("Six digits. Without your telephone: one of your recovery codes."),
            **DIGITS,
        )


class ConfirmCodeForm(factor_forms.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dress(self.fields["code"], CODE_LABEL, "", **DIGITS)


class SetUpForm(totp_forms.ActivateTOTPForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dress(
            self.fields["code"], CODE_LABEL, _("The six digits that the app shows now."), **DIGITS
        )
