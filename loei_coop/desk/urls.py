from django.urls import include, path

import networks.converters  # noqa: F401 the addresses use them
from loei_coop.desk.views import (
    acting,
    committee,
    holders,
    home,
    network,
    organization,
    proposals,
    record,
)

of_an_organization = [
    path("", organization.organization, name="organization"),
    path("contact/", record.contact, name="contact"),
    path("counts/", record.counts, name="counts"),
    path("holders/", holders.holders, name="holders"),
    path("holders/begin/", holders.begin, name="holders-begin"),
    path("holders/deputy/", holders.deputy, name="holders-deputy"),
    path("holders/<int:number>/end/", holders.end, name="holders-end"),
    path("holders/<int:number>/end-deputy/", holders.end_deputy, name="holders-end-deputy"),
    path("holders/confirm/", holders.confirm, name="holders-confirm"),
    path("holders/confirm/<int:number>/", holders.confirm_entry, name="holders-confirm-entry"),
    path("proposals/", proposals.proposals, name="proposals"),
    path("proposals/<int:number>/", proposals.proposal, name="proposal"),
    path("assessments/", include("loei_coop.desk.assessment.urls")),
]

app_name = "desk"
urlpatterns = [
    path("", home.home, name="home"),
    path("acting/end/", acting.end, name="acting-end"),
    path("organizations/<code:code>/", include(of_an_organization)),
    path("organizations/<code:code>/assessments/", include("loei_coop.desk.assessment.urls")),
    path("networks/<int:number>/", network.network, name="network"),
    path("committee/", committee.committee, name="committee"),
]
