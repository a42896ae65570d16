from django.urls import include, path

import networks.converters  # noqa: F401 the addresses use them
from loei_coop.desk.views import home, organization

app_name = "desk"
urlpatterns = [
    path("", home.home, name="home"),
    path("organizations/<code:code>/", organization.organization, name="organization"),
    path(
        "organizations/<code:code>/assessments/",
        include("loei_coop.desk.assessment.urls"),
    ),
]
