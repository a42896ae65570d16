"""Atom feeds of the news, in Thai."""

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from loei_coop.common.errors import NotFound
from loei_coop.common.xml_text import possible
from loei_coop.news.article import summary_of, thai_address
from loei_coop.news.models import PressRelease
from loei_coop.news.rendering import as_html
from networks.models import AreaNetwork

LATEST = 30
OFFICE = "สำนักงานสหกรณ์จังหวัดเลย"


class ThaiAtom(Atom1Feed):
    content_type = "application/atom+xml; charset=utf-8"

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["whole_text"], {"type": "html"})


class NewsFeed(Feed):
    """An entry keeps its id for ever, and is updated by a correction."""

    feed_type = ThaiAtom
    language = "th"
    author_name = OFFICE
    title = f"ข่าวประชาสัมพันธ์ {OFFICE}"
    subtitle = "ข่าวประชาสัมพันธ์และภาพข่าวกิจกรรมของสหกรณ์และกลุ่มเกษตรกรในจังหวัดเลย"

    def link(self):
        return reverse("news:release-list")

    def items(self):
        releases = PressRelease.objects.for_machines().latest_first()
        return releases.prefetch_related("corrections")[:LATEST]

    def item_title(self, release):
        return possible(release.title)

    def item_description(self, release):
        return possible(summary_of(release))

    def item_link(self, release):
        return thai_address(release)

    def item_pubdate(self, release):
        return release.published_at

    def item_updateddate(self, release):
        return release.last_change

    def item_categories(self, release):
        return [release.get_kind_display()]

    def item_extra_kwargs(self, release):
        return {"whole_text": possible(as_html(release.body))}


class NetworkFeed(NewsFeed):
    def get_object(self, request, number):
        network = AreaNetwork.objects.filter(number=number).first()
        if network is None:
            raise NotFound(_("There are five area networks, 1 to 5."))
        return network

    def title(self, network):
        return f"ข่าวของ{network} {OFFICE}"

    def subtitle(self, network):
        return f"ข่าวประชาสัมพันธ์ที่กล่าวถึง{network} หรือสหกรณ์และกลุ่มเกษตรกรในเครือข่ายนี้"

    def link(self, network):
        return reverse("site:network-detail", args=[network.number])

    def items(self, network):
        releases = PressRelease.objects.for_machines().naming_network(network.number)
        return releases.latest_first().prefetch_related("corrections")[:LATEST]


def answer(feed: Feed, request, **names):
    """In Thai whatever the reader asks in; readers ask again before they show what they kept."""
    with translation.override("th"):
        response = feed(request, **names)
    # A withdrawal leaves the latest date as it was: only the content tells.
    del response["Last-Modified"]
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
@conditional_page
def news(request):
    return answer(NewsFeed(), request)


@require_safe
@conditional_page
def network_news(request, number):
    return answer(NetworkFeed(), request, number=number)
