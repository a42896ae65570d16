from functools import cache

from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language

from loei_coop.common.models import ChangeSet
from networks.models import Agency

# What a page repeats of its own address.
LONGEST_ADDRESS = 2_000


def portal(request):
    """What the frame of every page shows."""
    other = "th" if get_language() == "en" else "en"
    return {
        "language": get_language(),
        "other_language": other,
        "other_language_url": other_language_url(request, other),
        "last_updated": cache(ChangeSet.objects.values_list("made_at", flat=True).first),
        "slogan": settings.SLOGAN,
        "the_office": cache(Agency.objects.office),
        "canonical_url": canonical_url(request),
        "site_root": f"{request.scheme}://{request.get_host()}",
    }


def canonical_url(request) -> str:
    """Without what only changes the view; a page of a list is a page of its own."""
    page = request.GET.get("page", "")
    query = f"?page={page}" if page.isascii() and page.isdigit() else ""
    return request.build_absolute_uri((request.path + query)[:LONGEST_ADDRESS])


def other_language_url(request, language: str) -> str:
    """The same page in the other language; the home page where there is none, as on a 404."""
    path = request.get_full_path()
    if len(path) > LONGEST_ADDRESS:
        path = request.path[:LONGEST_ADDRESS]
    translated = translate_url(path, language)
    if translated != path:
        return translated
    return "/en/" if language == "en" else "/"
