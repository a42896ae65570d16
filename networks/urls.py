from django.urls import path

from networks import views

app_name = "networks"
urlpatterns = [
    path("networks/", views.network_list, name="network-list"),
    path("organizations/", views.OrganizationList.as_view(), name="organization-list"),
    path("account/my-data/", views.my_data, name="my-data"),
    path("committee/", views.committee, name="committee"),
]
