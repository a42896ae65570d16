"""What the page of a release tells machines (schema.org)."""

from loei_coop.news.article import summary_of
from loei_coop.news.models import PressRelease
from networks.models import Agency


def of_release(release: PressRelease, office: Agency | None, *, url: str, picture: str) -> dict:
    """Only what the page shows."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": release.local_title[:110],
        "description": summary_of(release),
        "url": url,
        "mainEntityOfPage": url,
        "image": [picture],
        "datePublished": release.published_at.isoformat(),
        "dateModified": release.last_change.isoformat(),
        "inLanguage": "en" if release.local_body != release.body else "th",
        "publisher": of_office(office),
        "author": of_office(office),
        "correction": [correction.local_text for correction in release.corrections.all()],
    }
    return {key: value for key, value in data.items() if value}


def of_office(office: Agency | None) -> dict:
    if office is None:
        return {}
    data = {
        "@type": "GovernmentOrganization",
        "name": office.local_name,
        "url": office.website,
    }
    return {key: value for key, value in data.items() if value}
