from django.urls import path

from loei_coop.desk.views import home, organization

app_name = "desk"
urlpatterns = [
    path("", home.home, name="home"),
    path("organizations/<code:code>/", organization.organization, name="organization"),
]
