"""The files; they lie outside the language. Their addresses are for ever."""

from django.urls import path

from loei_coop.site.open_data import views

app_name = "open_data"
urlpatterns = [
    path("datapackage.json", views.datapackage, name="datapackage"),
    path("dictionary.csv", views.dictionary, name="dictionary"),
    path("<slug:name>.<slug:format>", views.data_file, name="file"),
]
