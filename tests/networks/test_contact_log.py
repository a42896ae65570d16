"""Who was shown a private telephone number or e-mail."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from loei_coop.common.undo import undo
from networks.choices import Position
from networks.contact_log import note_reading
from networks.models import ContactReading, Person
from tests.common.imports.lists import imported, received
from tests.factories import appoint, make_organization, make_person
from tests.networks.pages import words

pytestmark = pytest.mark.django_db

PEOPLE = "/en/admin/networks/person/"
LOG = "/en/admin/networks/contactreading/"
OCTOBER = datetime.date(2025, 10, 1)


@pytest.fixture
def malee():
    """Her number is private."""
    return make_person("มาลี", "ดีงาม", title="นาง", code="p-7", phone="081-234-5678")


@pytest.fixture
def somchai():
    """What is known of him is published."""
    public = {"phone_public": True, "email_public": True}
    return make_person("สมชาย", phone="0 4281 1111", email="somchai@example.org", **public)


def readings():
    rows = ContactReading.objects.order_by("pk")
    return list(rows.values_list("person__first_name", "where", "read_by__username"))


class TestWhatIsNoted:
    def test_the_page_of_a_person(self, office, malee):
        office.get(f"{PEOPLE}{malee.pk}/change/")
        assert readings() == [("มาลี", "person", "somsri")]

    def test_also_of_an_officer_who_may_only_look(self, colleague, malee):
        colleague("view_person").get(f"{PEOPLE}{malee.pk}/change/")
        assert readings() == [("มาลี", "person", "wichai")]

    def test_only_the_e_mail_is_private(self, office, somchai):
        type(somchai).objects.filter(pk=somchai.pk).update(email_public=False)
        office.get(f"{PEOPLE}{somchai.pk}/change/")
        assert readings() == [("สมชาย", "person", "somsri")]

    @pytest.mark.parametrize("format", ["csv", "xlsx"])
    def test_the_list_of_persons_as_a_file(self, office, malee, somchai, format):
        office.get(f"{PEOPLE}export/?format={format}").getvalue()
        assert readings() == [("มาลี", "export", "somsri")]

    def test_only_of_those_whom_the_filters_let_through(self, office, malee):
        make_person("วิชัย", phone="081-999-9999")
        office.get(f"{PEOPLE}export/?format=csv&q=มาลี").getvalue()
        assert readings() == [("มาลี", "export", "somsri")]

    def test_the_preview_of_a_list_that_changes_a_number(self, office, officer, malee):
        make_person("วิชัย", code="p-8", phone="081-999-9999")
        rows = [["p-7", "นาง", "มาลี", "081-000-0000"], ["p-8", "นาย", "วิชัย", "081-999-9999"]]
        run = received("people", "รหัส,คำนำหน้าชื่อ,ชื่อ,โทรศัพท์", *rows, by=officer)
        assert "081-234-5678" in office.get(f"{PEOPLE}import/{run.pk}/").text
        assert readings() == [("มาลี", "import", "somsri")]

    def test_the_call_list(self, office, malee, somchai):
        organization = make_organization()
        appoint(malee, Position.MANAGER, at=organization, starts_on=OCTOBER)
        appoint(somchai, Position.BOARD_CHAIR, at=organization, starts_on=OCTOBER)
        office.get("/admin/networks/cooperative/call-list/")
        assert readings() == [("มาลี", "call-list", "somsri")]

    def test_the_page_of_new_codes(self, office, malee):
        appoint(malee, at=make_organization(), starts_on=OCTOBER)
        page = f"/admin/accounts/activationcode/issue/?person={malee.pk}"
        office.post(page, {"told": office.get(page).context["told"]})
        assert readings() == [("มาลี", "codes", "somsri")]


class TestWhatIsNot:
    def test_a_page_on_which_all_is_published(self, office, somchai):
        office.get(f"{PEOPLE}{somchai.pk}/change/")
        assert readings() == []

    def test_a_page_of_somebody_of_whom_nothing_is_known(self, office):
        office.get(f"{PEOPLE}{make_person().pk}/change/")
        assert readings() == []

    def test_the_page_for_a_new_person(self, office):
        office.get(f"{PEOPLE}add/")
        assert readings() == []

    def test_a_call_list_without_private_numbers(self, colleague, malee):
        appoint(malee, at=make_organization(), starts_on=OCTOBER)
        colleague("view_cooperative").get("/admin/networks/cooperative/call-list/")
        assert readings() == []

    def test_who_is_refused_has_read_nothing(self, colleague, malee):
        client = colleague("view_cooperative")
        assert client.get(f"{PEOPLE}{malee.pk}/change/").status_code == 403
        assert client.get(f"{PEOPLE}export/?format=csv").status_code == 403
        assert readings() == []


def test_the_second_look_of_a_day_adds_nothing(office, malee):
    for _ in range(2):
        office.get(f"{PEOPLE}{malee.pk}/change/")
    assert len(readings()) == 1


def test_a_look_on_another_day_is_noted_again(officer, malee):
    note_reading([malee], by=officer, where="person")
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    ContactReading.objects.update(read_on=yesterday)
    note_reading([malee], by=officer, where="person")
    assert len(readings()) == 2


def test_another_place_and_another_officer_are_lines_of_their_own(officer, colleague, malee):
    colleague("view_person").get(f"{PEOPLE}{malee.pk}/change/")
    note_reading([malee], by=officer, where="person")
    note_reading([malee], by=officer, where="held-data")
    assert len(readings()) == 3


def test_the_line_stays_when_the_person_or_the_account_goes(officer, malee):
    note_reading([malee], by=officer, where="person")
    malee.delete()
    officer.delete()
    row = ContactReading.objects.get()
    assert (row.person, row.person_code, row.read_by, row.read_by_name) == (
        None,
        "p-7",
        None,
        "somsri",
    )


def test_an_import_can_be_taken_back_although_somebody_looked(officer):
    run = imported("people", "ชื่อ,นามสกุล,โทรศัพท์", ["มาลี", "ดีงาม", "081-234-5678"])
    note_reading(Person.objects.all(), by=officer, where="person")
    done = undo(run.change_set, made_by=lambda: officer)
    assert (done.removed, done.refusals) == (1, [])
    assert ContactReading.objects.get().person is None


class TestTheList:
    @pytest.mark.parametrize(
        ("group", "status"),
        [
            ("administrator", 200),
            ("data-keeper", 403),
            ("network-officer", 403),
            ("read-only", 403),
        ],
    )
    def test_is_for_administrators(self, client, django_user_model, group, status):
        wichai = django_user_model.objects.create_user("wichai", is_staff=True)
        wichai.groups.add(Group.objects.get(name=group))
        client.force_login(wichai)
        assert client.get(LOG).status_code == status

    def test_says_who_was_shown_whose_contacts_and_where(self, office, officer, malee):
        note_reading([malee], by=officer, where="call-list")
        page = words(office.get(LOG))
        assert [word in page for word in ("p-7", "นางมาลี ดีงาม", "call list", "somsri")] == [
            True
        ] * 4

    def test_can_be_searched_by_name_and_by_code(self, office, officer, malee, somchai):
        note_reading([malee, somchai], by=officer, where="person")
        for typed in ("มาลี", "p-7"):
            (found,) = office.get(LOG, {"q": typed}).context["cl"].result_list
            assert found.person == malee

    @pytest.mark.parametrize("rows", [3, 30])
    def test_asks_the_same_number_of_questions_of_3_and_of_30_rows(
        self, office, officer, django_assert_num_queries, rows
    ):
        people = [make_person(f"คนที่ {number}") for number in range(rows)]
        note_reading(people, by=officer, where="person")
        with django_assert_num_queries(4):
            office.get(LOG)
