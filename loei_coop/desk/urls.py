from django.urls import path

import networks.converters  # noqa: F401 the addresses use them
from loei_coop.desk.views import home, organization

app_name = "desk"
urlpatterns = [
    path("", home.home, name="home"),
    path("organizations/<code:code>/", organization.organization, name="organization"),
]
