from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from governance.views.verification import verification, verify
from loei_coop.site import errors, views
from loei_coop.site.sitemaps import SITEMAPS

urlpatterns = [
    path("healthz", views.health, name="health"),
    path("favicon.ico", views.favicon, name="favicon"),
    path(".well-known/security.txt", views.security, name="security"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("open-data/", include("loei_coop.site.open_data.urls")),
    path("feeds/", include("loei_coop.news.feed_urls")),
    path("verify/", verification, name="verification"),
    path("verify/<str:code>/", verify, name="verify"),
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("account/", include("loei_coop.accounts.urls")),
        path("desk/", include("loei_coop.desk.urls")),
        path("", include("networks.urls")),
        path("", include("governance.urls")),
        path("", include("loei_coop.news.urls")),
        path("", include("loei_coop.site.urls")),
        prefix_default_language=False,
    ),
]

handler400 = errors.bad_request
handler403 = errors.permission_denied
handler404 = errors.page_not_found
handler429 = errors.too_many_requests
handler500 = errors.server_error
