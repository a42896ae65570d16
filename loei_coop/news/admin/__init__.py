from loei_coop.news.admin import campaign, release, statement

__all__ = ["campaign", "release", "statement"]
