from django.urls import path

from networks import views

app_name = "networks"
urlpatterns = [
    path("networks/", views.network_list, name="network-list"),
    path("organizations/", views.OrganizationList.as_view(), name="organization-list"),
    path("committee/", views.committee, name="committee"),
]
