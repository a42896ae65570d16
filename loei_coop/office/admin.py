"""Acts that span apps, offered on the pages of the apps below."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from governance.admin.assessment_round import AssessmentRoundAdmin
from governance.models import Announcement, Assessment
from governance.permissions import may_announce
from loei_coop.office.forms import AnnounceForm, CallOffForm
from networks.admin.guided import Guided


def may_announce_rounds(model_admin, request, round_) -> bool:
    return may_announce(request.user)


def has_results(round_) -> bool:
    return Assessment.objects.to_announce(round_).exists()


def has_announcement_to_come(round_) -> bool:
    return Announcement.objects.to_come().filter(round=round_).exists()


def draft_of_the_news(request, form) -> list[tuple[str, str]]:
    if form.release is None:
        return []
    page = reverse("admin:news_pressrelease_change", args=[form.release.pk])
    return [(page, _("Go on with the draft of the news"))]


ANNOUNCE = Guided(
    "announce",
    _("Announce the results"),
    AnnounceForm,
    may_announce_rounds,
    has_results,
    _("All confirmed results at one moment: until then nothing of them is public."),
    next_steps=draft_of_the_news,
)
CALL_OFF = Guided(
    "call-off",
    _("Call off the announcement"),
    CallOffForm,
    may_announce_rounds,
    has_announcement_to_come,
)

AssessmentRoundAdmin.guided = [*AssessmentRoundAdmin.guided, ANNOUNCE, CALL_OFF]
