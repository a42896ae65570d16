from django.urls import path

import networks.converters  # noqa: F401 the addresses use them
from governance.views import awards, exchange

app_name = "governance"
urlpatterns = [
    path("awards/", awards.award_list, name="award-list"),
    path("awards/<buddhist_year:fiscal_year>/", awards.award_year, name="award-year"),
    path("awards/standards/<slug:standard>/", awards.award_standard, name="award-standard"),
    path("awards/<code:code>/photo/", awards.award_photo, name="award-photo"),
    path("practices/", exchange.PracticeList.as_view(), name="practice-list"),
    path("practices/<int:number>/", exchange.practice_detail, name="practice-detail"),
    path(
        "practices/<int:number>/materials/<int:material_number>/",
        exchange.practice_material,
        name="practice-material",
    ),
    path("practices/topics/<slug:topic_code>/", exchange.practice_topic, name="practice-topic"),
    path("forums/", exchange.forum_list, name="forum-list"),
    path("forums/<slug:forum_code>/", exchange.forum_detail, name="forum-detail"),
]
