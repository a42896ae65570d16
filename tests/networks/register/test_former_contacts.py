"""Who has long been out of office loses telephone and e-mail, wherever they are written down."""

import datetime
import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from loei_coop.common.models import ChangeSet, ImportRun
from loei_coop.common.undo import undo
from networks.choices import CommitteeOffice, Ending, Position
from networks.models import Person, Proposal
from networks.register.former_contacts import concerned, remove
from networks.states import ProposalState
from tests.common.imports.lists import imported, received
from tests.factories import (
    appoint,
    make_agency,
    make_district,
    make_member,
    make_organization,
    make_person,
    make_term,
    seat,
)

pytestmark = pytest.mark.django_db

PHONE, MAIL = "081-234-5678", "malee@example.org"
HEADERS = "รหัส,คำนำหน้าชื่อ,ชื่อ,นามสกุล,โทรศัพท์"


def days_ago(number):
    return timezone.localdate() - datetime.timedelta(days=number)


def ended(days):
    """An office whose last day was so many days ago."""
    return {"starts_on": days_ago(5000), "ending": Ending.ENDED, "ends_on": days_ago(days)}


def reachable(first_name="มาลี", **values):
    values = {"phone": PHONE, "email": MAIL, "code": "p-7", "title": "นาง", **values}
    return make_person(first_name, "ดีงาม", **values)


@pytest.fixture
def malee():
    """Was a manager until 400 days ago."""
    person = reachable(phone_public=True)
    appoint(person, at=make_organization(), **ended(400))
    return person


def contacts(person):
    person.refresh_from_db()
    return (person.phone, person.phone_public, person.email, person.email_public)


class TestWhoIsConcerned:
    def concerned(self, days=365):
        return set(concerned(days))

    @pytest.mark.parametrize(("days", "is_concerned"), [(366, True), (365, False), (0, False)])
    def test_after_the_time_of_grace(self, days, is_concerned):
        person = reachable()
        appoint(person, at=make_organization(), **ended(days))
        assert (person in self.concerned()) is is_concerned

    @pytest.mark.parametrize(("days", "is_concerned"), [(1, True), (0, False)])
    def test_without_grace_from_the_day_after_the_last(self, days, is_concerned):
        person = reachable()
        appoint(person, at=make_organization(), **ended(days))
        assert (person in self.concerned(0)) is is_concerned

    @pytest.mark.parametrize(
        "begins", [None, datetime.date(2013, 6, 30), datetime.date(2143, 1, 1)]
    )
    def test_not_who_is_in_office_or_will_be(self, malee, begins):
        appoint(malee, Position.BOARD_CHAIR, at=make_organization(), starts_on=begins)
        assert self.concerned() == set()

    @pytest.mark.parametrize("begins", [None, datetime.date(2013, 6, 30)])
    def test_an_unknown_end_is_no_office_of_today(self, begins):
        person = reachable()
        appoint(person, at=make_organization(), starts_on=begins, ending=Ending.UNKNOWN)
        assert self.concerned() == {person}

    def test_an_unknown_end_of_what_began_lately_has_its_time_of_grace(self):
        person = reachable()
        begun = {"starts_on": days_ago(100), "ending": Ending.UNKNOWN}
        appoint(person, at=make_organization(), **begun)
        assert (self.concerned(), self.concerned(99)) == (set(), {person})

    def test_a_representative_until_the_seat_was_taken_over(self, malee):
        district = make_district()
        organization = make_organization(district=district)
        seat(district.network, 1, days_ago(2000), malee, organization)
        assert self.concerned() == set()
        seat(district.network, 1, days_ago(300), make_person(), organization)
        assert (self.concerned(), self.concerned(300)) == (set(), {malee})

    def test_an_office_of_the_committee(self, malee):
        member = make_member(make_term(), CommitteeOffice.ADVISER, malee)
        assert self.concerned() == set()
        type(member).objects.update(ends_on=days_ago(400))
        assert self.concerned() == {malee}

    def test_an_office_of_a_committee_that_is_no_more(self, malee):
        make_member(make_term(**ended(366)), CommitteeOffice.CHAIR, malee)
        assert self.concerned() == {malee}

    def test_not_who_looks_after_a_cooperative_for_the_office(self, malee):
        make_organization(promotion_officer=malee)
        assert self.concerned() == set()

    @pytest.mark.parametrize(("is_active", "is_concerned"), [(True, False), (False, True)])
    def test_an_officer_as_long_as_the_account_is_open(
        self, malee, django_user_model, is_active, is_concerned
    ):
        account = {"is_staff": True, "is_active": is_active}
        malee.user = django_user_model.objects.create_user("malee", **account)
        malee.save()
        assert bool(self.concerned()) is is_concerned

    def test_who_never_held_anything_counts_from_the_day_of_the_record(self):
        person = reachable()
        assert (self.concerned(), self.concerned(0)) == (set(), {person})
        long_ago = timezone.now() - datetime.timedelta(days=366)
        Person.history.update(history_date=long_ago)
        assert self.concerned() == {person}

    def test_not_of_whom_nothing_is_kept(self, malee):
        Person.objects.update(phone="", email="", phone_public=False)
        assert self.concerned() == set()

    @pytest.mark.parametrize("number", [3, 30])
    def test_one_question_finds_them_all(self, django_assert_num_queries, number):
        for place in range(number):
            person = reachable(code=f"p-{place}")
            appoint(person, at=make_agency(), position=Position.OFFICER, **ended(400))
        with django_assert_num_queries(1):
            assert len(concerned(365)) == number


class TestRemoving:
    def test_contacts_and_ticks_go_and_the_name_stays(self, malee):
        remove(365)
        assert contacts(malee) == ("", False, "", False)
        assert str(malee) == "นางมาลี ดีงาม"

    def test_others_keep_theirs(self, malee):
        wichai = reachable("วิชัย", code="p-8", phone="081-999-9999", phone_public=True)
        appoint(wichai, at=make_organization())
        remove(365)
        assert contacts(wichai) == ("081-999-9999", True, MAIL, False)

    def test_all_is_one_act_of_a_command(self, malee):
        other = reachable("วิชัย", code="p-8")
        appoint(other, at=make_organization(), **ended(800))
        before = set(ChangeSet.objects.values_list("pk", flat=True))
        remove(365)
        act = ChangeSet.objects.exclude(pk__in=before).get()
        assert act.source == ChangeSet.Source.COMMAND
        assert Person.history.filter(change_set=act).count() == 2

    def test_a_second_time_nothing_is_left_to_do(self, malee):
        remove(365)
        before = ChangeSet.objects.count()
        assert (remove(365).people, ChangeSet.objects.count()) == ([], before)

    def test_taking_the_act_back_brings_no_contact_back(self, malee):
        remove(365)
        undo(ChangeSet.objects.first(), made_by=lambda: None)
        assert contacts(malee) == ("", True, "", False)


class TestCopies:
    def test_the_account_loses_the_same_address_and_keeps_its_name(self, malee, django_user_model):
        malee.user = django_user_model.objects.create_user("0005", email=MAIL.upper())
        malee.save()
        remove(365)
        malee.user.refresh_from_db()
        assert (malee.user.email, malee.user.username) == ("", "0005")

    def test_another_address_of_the_account_stays(self, malee, django_user_model):
        malee.user = django_user_model.objects.create_user("0005", email="0005@example.org")
        malee.save()
        remove(365)
        malee.user.refresh_from_db()
        assert malee.user.email == "0005@example.org"

    def test_a_file_that_waits_or_the_rows_that_an_import_left_out(self, malee):
        row = ["", "นางสาว", "มาลี", "ดีงาม", 812345678]
        waiting = received("people", HEADERS, row)
        assert remove(365).copies == 1
        waiting.refresh_from_db()
        assert waiting.sheet["rows"] == [[2, "", "นางสาว", "มาลี", "ดีงาม", ""]]

    def test_former_values_that_an_import_kept_also_older_ones(self, malee):
        run = imported("people", HEADERS, ["p-7", "นาง", "มาลี", "ดีงาม", "081-000-0000"])
        assert run.kept == {str(malee.pk): {"phone": PHONE}}
        remove(365)
        run.refresh_from_db()
        assert run.kept == {}

    def test_after_that_the_import_cannot_bring_them_back(self, malee):
        run = imported("people", HEADERS, ["p-7", "นาง", "มาลี", "ดีงาม", "081-000-0000"])
        remove(365)
        run.refresh_from_db()
        undo(run.change_set, made_by=lambda: None, kept=run.kept)
        assert contacts(malee)[0] == ""

    @pytest.mark.parametrize(
        ("state", "left"), [(ProposalState.ACCEPTED, ""), (ProposalState.WAITING, PHONE)]
    )
    def test_a_proposal_that_was_decided_but_not_one_that_waits(self, malee, officer, state, left):
        decided = {"decided_by": officer, "decided_at": timezone.now()}
        proposal = Proposal.objects.create(
            organization=make_organization(),
            kind=Proposal.Kind.BEGINS,
            wanted={"first_name": "มาลี", "phone": PHONE},
            made_by=officer,
            owner=officer,
            state=state,
            **(decided if state == ProposalState.ACCEPTED else {}),
        )
        remove(365)
        proposal.refresh_from_db()
        assert proposal.wanted == {"first_name": "มาลี", "phone": left}

    @pytest.mark.parametrize("holder", ["person", "organization", "agency"])
    def test_what_somebody_else_still_has_is_no_copy(self, malee, holder):
        others = {"person": reachable, "organization": make_organization, "agency": make_agency}
        values = {"code": "p-8"} if holder == "person" else {}
        other = others[holder](phone="0812345678", **values)
        if holder == "person":
            appoint(other, at=make_organization())
        run = received("people", HEADERS, ["", "นาย", "วิชัย", "ขยัน", "0812345678"])
        remove(365)
        run.refresh_from_db()
        assert run.sheet["rows"][0][-1] == "0812345678"

    def test_no_column_of_any_table_holds_it_afterwards(self, malee, officer, django_user_model):
        malee.user = django_user_model.objects.create_user("0005", email=MAIL)
        malee.save()
        received("people", f"{HEADERS},อีเมล", ["", "นางสาว", "มาลี", "ดีงาม", PHONE, MAIL])
        imported("people", HEADERS, ["p-7", "นาง", "มาลี", "ดีงาม", "081-000-0000"])
        imported("people", HEADERS, ["p-7", "นาง", "มาลี", "ดีงาม", PHONE])
        assert {"networks_person", "common_importrun"} <= tables_with(PHONE)
        remove(365)
        assert (tables_with(PHONE), tables_with(MAIL)) == (set(), set())


def tables_with(value):
    """The tables of which any column of any row holds the text."""
    with connection.cursor() as cursor:
        return {
            table
            for table in connection.introspection.table_names(cursor)
            if any(value in str(row) for row in all_rows(cursor, table))
        }


def all_rows(cursor, table):
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
    return cursor.fetchall()


class TestTheCommand:
    def run(self, *arguments):
        out = StringIO()
        call_command("remove_former_contacts", *arguments, stdout=out)
        return out.getvalue()

    def test_a_dry_run_tells_who_and_what_and_removes_nothing(self, malee):
        told = self.run("--dry-run")
        assert told.startswith("p-7 นางมาลี ดีงาม: ")
        assert PHONE not in told
        assert contacts(malee) == (PHONE, True, MAIL, False)

    def test_it_tells_who_and_removes(self, malee):
        assert self.run().startswith("p-7 นางมาลี ดีงาม: ")
        assert contacts(malee) == ("", False, "", False)

    def test_of_nobody_it_says_so(self):
        make_person()
        assert re.findall("[0-9]+", self.run()) == ["0", "0"]

    def test_the_days_can_be_chosen(self, malee):
        self.run("--days", "401")
        assert contacts(malee)[0] == PHONE
        self.run("--days", "399")
        assert contacts(malee)[0] == ""

    @pytest.mark.parametrize("days", ["-1", "soon"])
    def test_what_is_no_number_of_days_is_refused(self, malee, days):
        with pytest.raises(CommandError):
            self.run("--days", days)
        assert contacts(malee)[0] == PHONE


def test_what_was_read_from_a_file_of_another_list_is_walked_too(malee):
    sheet = {"rows": [PHONE]}
    run = ImportRun.objects.create(kind="organizations", file_name="ก.xlsx", sheet=sheet)
    remove(365)
    run.refresh_from_db()
    assert run.sheet == {"rows": [""]}
