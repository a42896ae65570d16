from django.urls import path

import networks.converters  # noqa: F401 the addresses use them
from loei_coop.site import views
from loei_coop.site.open_data.views import open_data

app_name = "site"
urlpatterns = [
    path("", views.home, name="home"),
    path("networks/<int:number>/", views.network_detail, name="network-detail"),
    path("organizations/<code:code>/", views.organization_detail, name="organization-detail"),
    path("search/", views.search_page, name="search"),
    path("open-data/", open_data, name="open-data"),
    path("about/", views.about, name="about"),
    path("contact/", views.contact, name="contact"),
    path("account/forgotten-password/", views.forgotten_password, name="forgotten-password"),
    path("help/", views.help_page, name="help"),
    path("privacy/", views.privacy, name="privacy"),
    path("privacy/request/", views.data_request, name="data-request"),
    path("privacy/request/thanks/", views.data_request_thanks, name="data-request-thanks"),
    path("report/", views.report_error, name="report"),
    path("report/thanks/", views.report_thanks, name="report-thanks"),
    path("styleguide/", views.styleguide, name="styleguide"),
]
