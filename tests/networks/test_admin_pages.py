"""Every list that officers see opens, searches, adds, changes and tells its history."""

import datetime

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.urls import reverse

from governance.models import Assessment, AssessmentRound, Award, ForumPromise, Practice
from loei_coop.accounts.models import AccountEvent, ActivationCode
from loei_coop.common.models import ChangeSet, ImportRun
from loei_coop.site.models import DataRequest, ErrorReport
from networks.models import ContactReading, HoldersConfirmation, Organization, Proposal
from tests.factories import (
    appoint,
    make_district,
    make_group,
    make_organization,
    make_person,
    seat,
)
from tests.networks.rows import make_one_of

pytestmark = pytest.mark.django_db

MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
NOBODY_ADDS = {
    Assessment,
    AssessmentRound,
    Award,
    ForumPromise,
    Practice,
    AccountEvent,
    ActivationCode,
    ChangeSet,
    ContactReading,
    DataRequest,
    ErrorReport,
    HoldersConfirmation,
    ImportRun,
    Organization,
    Proposal,
}

every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)


def address(model, page, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@every_model
class TestEveryModel:
    def test_the_list_shows_a_row_and_its_search_answers(self, office, model):
        row, path = make_one_of(model), address(model, "changelist")
        shown = office.get(path).context["cl"].result_list
        assert row.pk in [other.pk for other in shown]
        found = office.get(path, {"q": "ไม่มีคำนี้ ๙๙๙๙๙"})
        assert (found.status_code, found.context["cl"].result_count) == (200, 0)

    def test_the_pages_to_change_and_of_the_history_open(self, office, model):
        row = make_one_of(model)
        assert office.get(address(model, "change", row.pk)).status_code == 200
        assert office.get(address(model, "history", row.pk)).status_code == 200

    def test_the_page_to_add_opens_unless_nobody_adds(self, office, model):
        response = office.get(address(model, "add"))
        assert response.status_code == (403 if model in NOBODY_ADDS else 200)

    def test_a_stranger_is_asked_to_sign_in_and_who_is_no_officer_refused(
        self, client, django_user_model, model
    ):
        path = address(model, "changelist")
        assert client.get(path).headers["Location"] == f"/admin/login/?next={path}"
        client.force_login(django_user_model.objects.create_user("somchai"))
        assert client.get(path).status_code == 403

    def test_an_officer_without_the_right_is_refused(self, client, django_user_model, model):
        client.force_login(django_user_model.objects.create_user("wichai", is_staff=True))
        assert client.get(address(model, "changelist")).status_code == 403


@pytest.mark.parametrize("page", ["change", "delete", "history"])
def test_a_stranger_sees_no_page_of_a_row(client, page):
    path = address(Organization, page, make_organization().pk)
    assert client.get(path).headers["Location"] == f"/admin/login/?next={path}"


def make_held_seat(number):
    """Each row of the ledger takes the same seat over from the one before."""
    district = make_district(f"อำเภอที่ {number}", network=1)
    organization = make_organization(district=district)
    since = datetime.date(2020, 1, 1) + datetime.timedelta(days=number)
    seat(district.network, 1, since, make_person(), organization)


def make_person_with_account(number):
    make_person(user=get_user_model().objects.create(username=f"clerk-{number}"))


def make_manager(number):
    appoint(make_person(), at=make_organization(), starts_on=datetime.date(2025, 10, 1))


@pytest.mark.parametrize("rows", [3, 30])
@pytest.mark.parametrize(
    ("path", "make", "queries"),
    [
        (
            "/admin/networks/cooperative/",
            lambda number: make_organization(district=make_district(f"อำเภอที่ {number}")),
            32,
        ),
        (
            "/admin/networks/farmergroup/",
            lambda number: make_group(district=make_district(f"อำเภอที่ {number}")),
            32,
        ),
        ("/admin/networks/person/", make_person_with_account, 4),
        ("/admin/networks/appointment/", make_manager, 4),
        ("/admin/networks/seatholding/", make_held_seat, 14),
    ],
)
def test_a_list_asks_the_same_number_of_questions_of_3_and_of_30_rows(
    office, django_assert_num_queries, path, make, queries, rows
):
    for number in range(rows):
        make(number)
    with django_assert_num_queries(queries):
        response = office.get(path)
    assert response.context["cl"].result_count == rows
