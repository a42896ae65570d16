from django.urls import include, path

import networks.converters  # noqa: F401 the addresses use them
from loei_coop.desk.views import (
    acting,
    awards,
    committee,
    holders,
    home,
    network,
    organization,
    plan,
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
    path("awards/", awards.awards, name="awards"),
    path("awards/<int:number>/certificate/", awards.certificate, name="award-certificate"),
    path("plan/", plan.plan, name="plan"),
    path("plan/paper/", plan.paper, name="plan-paper"),
    path("plan/file/", plan.file, name="plan-file"),
    path("plan/<int:number>/", plan.line, name="plan-line"),
    path("plan/<int:number>/progress/", plan.progress, name="plan-progress"),
    path("plan/<int:number>/remove/", plan.remove, name="plan-remove"),
    path("plan/<int:number>/confirm/", plan.confirm, name="plan-confirm"),
    path("exchange/", include("loei_coop.desk.exchange.urls")),
    path("assessments/", include("loei_coop.desk.assessment.urls")),
]

app_name = "desk"
urlpatterns = [
    path("", home.home, name="home"),
    path("acting/end/", acting.end, name="acting-end"),
    path("organizations/<code:code>/", include(of_an_organization)),
    path("networks/<int:number>/", network.network, name="network"),
    path("committee/", committee.committee, name="committee"),
]
