"""Where an account is signed in, and ending it there: the next click is refused."""

from django.contrib.sessions.models import Session

from loei_coop.accounts import events
from loei_coop.accounts.models import AccountEvent, SignedIn
from loei_coop.common.client import readable_address

LONGEST_BROWSER = SignedIn._meta.get_field("browser").max_length


def remember(request, user) -> None:
    """Notes the session of this request as the user's."""
    session = request.session
    if not (session.session_key and session.exists(session.session_key)):
        session.save()
    SignedIn.objects.update_or_create(
        session_id=session.session_key,
        defaults={
            "user": user,
            "address": readable_address(request),
            "browser": request.META.get("HTTP_USER_AGENT", "")[:LONGEST_BROWSER],
        },
    )


def is_remembered(request) -> bool:
    return SignedIn.objects.of(request.user).in_session(request.session.session_key).exists()


def end(user, number: int) -> int:
    """The session of this row if it is this user's: how many ended."""
    return end_those(SignedIn.objects.of(user).filter(pk=number))


def end_all(user, *, apart_from: str | None = None) -> int:
    return end_those(SignedIn.objects.of(user).apart_from(apart_from))


def sign_out(user, *, made_by=None) -> int:
    """Somebody else ends all sessions of this account, and the log tells who: by default whoever
    is signed in."""
    ended = end_all(user)
    if ended:
        events.record(AccountEvent.Kind.SESSIONS_ENDED, user, made_by=made_by)
    return ended


def end_those(signed_in) -> int:
    keys = list(signed_in.values_list("session_id", flat=True))
    Session.objects.filter(pk__in=keys).delete()
    return len(keys)
