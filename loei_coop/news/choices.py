"""The kinds of releases: each has a template file of its name in `templates/news/drafts/`."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReleaseKind(models.TextChoices):
    NETWORK_FORMED = "network_formed", _("networks formed or changed")
    NEW_COMMITTEE = "new_committee", _("new committee")
    ROUND_RESULTS = "round_results", _("results and awards of a round")
    FORUM = "forum", _("learning forum")
    MEETING = "meeting", _("resolutions of a meeting")
    YEARLY_SUMMARY = "yearly_summary", _("summary of a year")
    PHOTO_NEWS = "photo_news", _("photo news")
    FREE = "free", _("free text")


# No record tells what they are about.
TOLD_BY_WRITERS = [ReleaseKind.PHOTO_NEWS, ReleaseKind.FREE]
