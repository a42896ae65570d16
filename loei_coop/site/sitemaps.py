"""What search engines may list: the pages, the networks, what is real of the records, the news."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from governance.models import Award, Forum, Practice, Topic
from loei_coop.news.models import PressRelease
from networks.models import AreaNetwork, Organization


class BilingualSitemap(Sitemap):
    i18n = True
    alternates = True
    x_default = True


class PageSitemap(BilingualSitemap):
    def items(self):
        return [
            "site:home",
            "networks:network-list",
            "networks:organization-list",
            "networks:committee",
            "governance:award-list",
            "news:release-list",
            "governance:practice-list",
            "governance:forum-list",
            "site:open-data",
            "site:about",
            "site:contact",
            "site:help",
            "site:privacy",
        ]

    def location(self, item):
        return reverse(item)


class NetworkSitemap(BilingualSitemap):
    def items(self):
        return AreaNetwork.objects.order_by("number")

    def location(self, item):
        return reverse("site:network-detail", args=[item.number])


class OrganizationSitemap(BilingualSitemap):
    limit = 5000

    def items(self):
        return Organization.objects.standing().filter(is_sample=False).order_by("code")


class AwardSitemap(BilingualSitemap):
    """By year, of awards that are no samples."""

    def items(self):
        return Award.objects.public().without_samples().years()

    def location(self, item):
        return reverse("governance:award-year", args=[item])


class NewsSitemap(BilingualSitemap):
    limit = 5000

    def items(self):
        releases = PressRelease.objects.for_machines().for_lists().latest_first()
        return releases.prefetch_related("corrections")

    def lastmod(self, release):
        return release.last_change


class TopicSitemap(BilingualSitemap):
    def items(self):
        return Topic.objects.in_order()


class PracticeSitemap(BilingualSitemap):
    def items(self):
        return Practice.objects.public().without_samples().order_by("pk")


class ForumSitemap(BilingualSitemap):
    def items(self):
        return Forum.objects.public().without_samples().order_by("code")


SITEMAPS = {
    "pages": PageSitemap,
    "networks": NetworkSitemap,
    "organizations": OrganizationSitemap,
    "awards": AwardSitemap,
    "news": NewsSitemap,
    "topics": TopicSitemap,
    "practices": PracticeSitemap,
    "forums": ForumSitemap,
}
