"""Releases for the public pages, as if an officer had published them."""

import datetime

from loei_coop.news.models import PressRelease, ReleaseCorrection, ReleasePhoto
from loei_coop.news.states import ReleaseState
from tests.common.uploads.pictures import picture, sent

NINE = datetime.datetime(2026, 3, 2, 2, 0, tzinfo=datetime.UTC)  # 09:00 in Loei
MINUTE = datetime.timedelta(minutes=1)
TITLE = "เลย... สร้างเครือข่ายสหกรณ์"
BODY = "สำนักงานสหกรณ์จังหวัดเลยส่งเสริมความเข้มแข็งของขบวนการสหกรณ์ ให้สหกรณ์ 89 สหกรณ์ช่วยเหลือเกื้อกูลกัน"


def make_release(title=TITLE, *, organizations=(), **values):
    """Published at nine, unless something else is given."""
    values = {
        "kind": "free",
        "body": BODY,
        "state": ReleaseState.PUBLISHED,
        "published_at": NINE,
        **values,
    }
    release = PressRelease.objects.create(title=title, **values)
    release.organizations.set(organizations)
    return release


def make_draft(title=TITLE, **values):
    return make_release(title, **{"state": ReleaseState.DRAFT, "published_at": None, **values})


def withdraw(release, text="ข้อมูลไม่ถูกต้อง"):
    rows = PressRelease.objects.filter(pk=release.pk)
    withdrawn = {"withdrawn_at": NINE + MINUTE, "withdrawal_text": text}
    rows.update(state=ReleaseState.WITHDRAWN, **withdrawn)


def correct(release, text="ที่ถูกต้องคือ 90 สหกรณ์", **values):
    return ReleaseCorrection.objects.create(release=release, text=text, **values)


def add_photo(release, size=(1200, 800), **values):
    """To a draft: a published one takes none."""
    file = sent(picture("JPEG", size=size), "a.jpg")
    values = {"text": "ผู้แทนห้าเครือข่าย", "width": size[0], "height": size[1], **values}
    return ReleasePhoto.objects.create(release=release, file=file, **values)


def publish(release, at=NINE):
    rows = PressRelease.objects.filter(pk=release.pk)
    rows.update(state=ReleaseState.PUBLISHED, published_at=at)
    release.refresh_from_db()
    return release
