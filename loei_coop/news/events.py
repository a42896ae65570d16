"""The steps of a release, as rows that stay."""

from loei_coop.news.models import PressRelease, ReleaseEvent


def record(release: PressRelease, kind: str, *, by=None, reason: str = "", **detail):
    return ReleaseEvent.objects.create(
        release=release, kind=kind, made_by=by, reason=reason, detail=detail
    )
