"""Feeds are outside of the language: readers keep one address."""

from django.urls import path

from loei_coop.news import feeds

app_name = "feeds"
urlpatterns = [
    path("news.xml", feeds.news, name="news"),
    path("networks/<int:number>.xml", feeds.network_news, name="network"),
]
