from django.urls import path

from loei_coop.accounts import activation_views as views

app_name = "accounts"
urlpatterns = [
    path("", views.activate, name="activate"),
    path("password/", views.choose_password, name="activate-password"),
    path("done/", views.activated, name="activated"),
    path("code/<slug:code>/", views.activate_from_slip, name="activate-from-slip"),
]
