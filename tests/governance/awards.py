"""Awards for tests: สหกรณ์การเกษตรท่าลี่ จำกัด is honoured, ประสงค์ looks after awards."""

import datetime

from django.utils import timezone

from governance.models import Award
from tests.factories import make_organization
from tests.governance.assessing import make_officer
from tests.governance.factories import make_standard

THA_LI = "สหกรณ์การเกษตรท่าลี่ จำกัด"


def make_award(organization=None, **values) -> Award:
    """A plaque announced an hour ago, unless something else is given."""
    organization = organization or make_organization(THA_LI)
    given = {
        "code": f"award-{Award.objects.count() + 1}",
        "fiscal_year": 2026,
        "award_object": "plaque",
        "result_level": "ดีเด่น",
        "announced_at": timezone.now() - datetime.timedelta(hours=1),
        **values,
    }
    given.setdefault("standard", None if "title" in given else make_standard())
    return Award.objects.create(organization=organization, **given)


def make_embargoed(organization=None, **values) -> Award:
    """Announced tomorrow."""
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    return make_award(organization, announced_at=tomorrow, **values)


def revoked(award: Award) -> Award:
    """As it stands after the step."""
    values = {
        "state": "revoked",
        "revoked_order": "คำสั่งจังหวัดเลย ที่ 7/2569",
        "revoked_on": datetime.date(2026, 3, 2),
        "revocation_text": "เอกสารประกอบไม่ถูกต้อง",
        "revocation_reason": "ผู้สอบบัญชีทักท้วง",
    }
    Award.objects.filter(pk=award.pk).update(**values)
    award.refresh_from_db()
    return award


def make_award_officer(name="prasong"):
    return make_officer(name, "view_award", "add_award", "change_award")
