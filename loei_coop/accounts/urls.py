from django.urls import path

from loei_coop.accounts import views

app_name = "accounts"
urlpatterns = [
    path("activate/", views.activate, name="activate"),
    path("activate/password/", views.choose_password, name="activate-password"),
    path("activate/done/", views.activated, name="activated"),
    path("activate/code/<slug:code>/", views.activate_from_slip, name="activate-from-slip"),
]
