from loei_coop.news.models.campaign import Campaign
from loei_coop.news.models.event import ReleaseEvent
from loei_coop.news.models.photo import ReleasePhoto
from loei_coop.news.models.release import PressRelease, ReleaseCorrection
from loei_coop.news.models.statement import Statement

__all__ = [
    "Campaign",
    "PressRelease",
    "ReleaseCorrection",
    "ReleaseEvent",
    "ReleasePhoto",
    "Statement",
]
