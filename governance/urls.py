from django.urls import path

import networks.converters  # noqa: F401 the addresses use them
from governance.views import awards

app_name = "governance"
urlpatterns = [
    path("awards/", awards.award_list, name="award-list"),
    path("awards/<buddhist_year:fiscal_year>/", awards.award_year, name="award-year"),
    path("awards/standards/<slug:standard>/", awards.award_standard, name="award-standard"),
    path("awards/<code:code>/photo/", awards.award_photo, name="award-photo"),
]
