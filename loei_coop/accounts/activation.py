"""First-use codes: issued, checked, used, revoked. Nothing else writes their rows.

A slip of paper carries the code, a person tells the four digits: each alone opens nothing.
"""

import datetime
import secrets
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from loei_coop.accounts import events, sessions
from loei_coop.accounts.models import AccountEvent, ActivationCode, User, WrongCode
from loei_coop.accounts.typed_codes import ALPHABET, DIGITS, LETTERS, code_of, digits_of
from loei_coop.thai.django.dates import show_day, show_moment

# Wrong codes or digits within an hour. Many people share the address of a mobile carrier.
MOST_FROM_AN_ADDRESS = 30


class ActivationRefusedError(Exception):
    """Its sentence says what happened and what to do."""


class TooManyWrongCodesError(ActivationRefusedError):
    """From one address, within an hour."""


@dataclass(frozen=True)
class Issued:
    """A new code in clear, for the slip and the officer's eyes; kept nowhere."""

    row: ActivationCode
    code: str
    digits: str


def why_not(user: User) -> str:
    """What speaks against a code for this account, as a sentence; empty if nothing does."""
    if user.is_staff or user.is_superuser:
        return _("The account is an officer's: the administrator looks after it.")
    if not user.is_active:
        return _("The account is closed. Open it first in the list of accounts.")
    return ""


@transaction.atomic
def issue(user: User, *, by: User) -> Issued:
    """A code used before it stays as it was; one that waits is revoked."""
    user = get_user_model().objects.select_for_update().get(pk=user.pk)
    if sentence := why_not(user):
        raise ActivationRefusedError(sentence)
    revoke(user.activation_codes.all(), by=by)
    code = "".join(secrets.choice(ALPHABET) for _place in range(LETTERS))
    digits = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}" if settings.ACTIVATION_DIGITS else ""
    row = ActivationCode.objects.create(
        user=user,
        code_hash=code_hash(code),
        digits_hash=digits_hash(code, digits) if digits else "",
        issued_by=by,
        expires_at=end_of_day(settings.ACTIVATION_DAYS),
        tries_allowed=settings.ACTIVATION_TRIES,
    )
    return Issued(row, code, digits)


def end_of_day(days: int) -> datetime.datetime:
    """The midnight after the day that many days from now: papers name the day."""
    day = timezone.localdate() + datetime.timedelta(days=days + 1)
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


def revoke(codes, *, by: User | None) -> int:
    """How many of them were still waiting."""
    return codes.waiting().update(revoked_at=timezone.now(), revoked_by=by)


def check(typed_code: str, typed_digits: str, *, address_key: str) -> ActivationCode:
    """The open code that was typed, or ActivationRefusedError. Wrong digits count."""
    refuse_guessing(address_key)
    code = find(code_of(typed_code))
    if code is None:
        WrongCode.objects.create(address_key=address_key)
        raise ActivationRefusedError(
            _("This code is not known. Compare it with the slip, letter by letter.")
        )
    refuse_unless_open(code)
    if settings.ACTIVATION_DIGITS and code.digits_hash:
        check_digits(code, digits_hash(code_of(typed_code), digits_of(typed_digits)), address_key)
    return code


def find(code: str) -> ActivationCode | None:
    rows = ActivationCode.objects.select_related("user")
    return rows.filter(code_hash=code_hash(code)).first()


def check_digits(code: ActivationCode, typed_hash: str, address_key: str) -> None:
    """A try is taken before it is looked at, so that tries at the same moment all count."""
    tries = ActivationCode.objects.filter(pk=code.pk)
    taken = tries.filter(failed_tries__lt=F("tries_allowed")).update(
        failed_tries=F("failed_tries") + 1
    )
    if taken and constant_time_compare(code.digits_hash, typed_hash):
        tries.update(failed_tries=F("failed_tries") - 1)
        return
    WrongCode.objects.create(address_key=address_key)
    code.refresh_from_db()
    refuse_unless_open(code)
    left = code.tries_allowed - code.failed_tries
    sentence = ngettext(
        "The four digits do not belong to this code. You can try once more.",
        "The four digits do not belong to this code. You can try %(left)s more times.",
        left,
    )
    raise ActivationRefusedError(sentence % {"left": left})


def activate(code: ActivationCode, *, password: str) -> User:
    """Sets the password, uses the code up and signs out whoever used the account until now. Of
    two at the same moment one is refused."""
    hashed_password = make_password(password)  # slow, so before anything is locked
    with transaction.atomic():
        code = ActivationCode.objects.select_for_update().get(pk=code.pk)
        refuse_unless_open(code)
        code.used_at = timezone.now()
        code.save(update_fields=["used_at"])
        code.user.password = hashed_password
        code.user.save(update_fields=["password"])
        events.record(AccountEvent.Kind.PASSWORD_CHANGED, code.user, made_by=code.user)
        sessions.end_all(code.user)
    return code.user


def refuse_unless_open(code: ActivationCode) -> None:
    if code.state != ActivationCode.State.WAITING:
        raise ActivationRefusedError(refusal(code))
    if not code.user.is_active:
        raise ActivationRefusedError(_("This account is closed."))


def refusal(code: ActivationCode) -> str:
    state = ActivationCode.State
    return {
        state.USED: lambda: (
            _(
                "This code was used on %(when)s. If that was you, sign in with your user name and "
                "password; if not, tell the office at once."
            )
            % {"when": show_moment(code.used_at)}
        ),
        state.EXPIRED: lambda: (
            _("This code was valid until %(day)s. The office can issue a new one.")
            % {"day": show_day(code.last_day)}
        ),
        state.REVOKED: lambda: _(
            "The office has revoked this code. If there is a newer slip, use that one."
        ),
        state.LOCKED: lambda: _(
            "This code is locked, as the four digits were wrong too often. "
            "The office can issue a new one."
        ),
    }[code.state]()


def refuse_guessing(address_key: str) -> None:
    now = timezone.now()
    WrongCode.objects.before(now - datetime.timedelta(days=1)).delete()
    since = now - datetime.timedelta(hours=1)
    if WrongCode.objects.recent_from(address_key, since=since).count() >= MOST_FROM_AN_ADDRESS:
        raise TooManyWrongCodesError(
            _("From this connection there were too many wrong codes. Please wait an hour.")
        )


def code_hash(code: str) -> str:
    return hashed("code", code)


def digits_hash(code: str, digits: str) -> str:
    return hashed("digits", f"{code}:{digits}")


def hashed(purpose: str, text: str) -> str:
    """With the portal's secret: who has the database alone cannot try codes out."""
    salt = f"loei_coop.accounts.activation.{purpose}"
    return salted_hmac(salt, text, algorithm="sha256").hexdigest()
