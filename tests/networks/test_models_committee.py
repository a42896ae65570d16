import datetime

import pytest
from django.utils import translation

from networks.choices import CommitteeOffice, Ending
from networks.models import CommitteeMember, CommitteeTerm
from tests.factories import make_member, make_person, make_term
from tests.networks.rules import assert_database_refuses, sentences

pytestmark = pytest.mark.django_db

START = datetime.date(2025, 10, 1)
BEFORE = datetime.date(2025, 9, 30)


class TestTerm:
    def test_the_code_is_the_key(self):
        term = make_term(code="committee-2568")
        assert term.natural_key() == ("committee-2568",)
        assert CommitteeTerm.objects.get_by_natural_key("committee-2568") == term

    def test_it_is_called_in_the_language_of_the_page(self):
        term = CommitteeTerm(name="คณะกรรมการ", name_en="Committee", other_names="ก\nข")
        assert (str(term), term.other_name_list) == ("คณะกรรมการ", ["ก", "ข"])
        with translation.override("en"):
            assert str(term) == "Committee"

    def test_only_one_term_is_in_office(self):
        make_term()
        values = {"code": "second", "name": "คณะกรรมการ", "starts_on": START}
        assert sentences(CommitteeTerm(**values)) == [
            "Another term is in office: end that one first."
        ]
        assert_database_refuses(CommitteeTerm(**values), rule="committeeterm_one_in_office")

    def test_many_terms_may_be_over(self):
        make_term(ending=Ending.UNKNOWN)
        make_term(ending=Ending.UNKNOWN)
        make_term()
        assert CommitteeTerm.objects.count() == 3

    @pytest.mark.parametrize(
        ("rule", "ends_on", "sentence"),
        [
            (
                "committeeterm_end_date_when_ended",
                None,
                "Give the last day if the term ended on a date, and only then.",
            ),
            ("committeeterm_ends_after_start", BEFORE, "The last day lies before the first."),
        ],
    )
    def test_the_end_fits_what_is_said_of_it(self, rule, ends_on, sentence):
        tenure = {"starts_on": START, "ending": Ending.ENDED, "ends_on": ends_on}
        values = {"code": "t", "name": "คณะกรรมการ", **tenure}
        assert sentences(CommitteeTerm(**values)) == [sentence]
        assert_database_refuses(CommitteeTerm(**values), rule=rule)


class TestMember:
    @pytest.mark.parametrize("office", [CommitteeOffice.CHAIR, CommitteeOffice.SECRETARY])
    def test_a_term_has_one_chair_and_one_secretary_at_a_time(self, office):
        term = make_term()
        make_member(term, office, make_person("ก่อเกียรติ"))
        values = {"term": term, "office": office, "person": make_person("กันทิมา")}
        assert sentences(CommitteeMember(**values)) == [
            "The term has somebody in this office: give that person's last day first."
        ]
        assert_database_refuses(
            CommitteeMember(**values), rule="committeemember_one_chair_one_secretary"
        )

    def test_a_chair_follows_one_whose_last_day_is_given(self):
        term = make_term()
        make_member(term, CommitteeOffice.CHAIR, make_person("ก่อเกียรติ"), ends_on=START)
        person = make_person("กันทิมา")
        CommitteeMember(term=term, office=CommitteeOffice.CHAIR, person=person).full_clean()

    def test_a_term_has_any_number_of_advisers(self):
        term = make_term()
        make_member(term, CommitteeOffice.ADVISER, make_person("อนันต์"))
        person = make_person("ก๊ก")
        CommitteeMember(term=term, office=CommitteeOffice.ADVISER, person=person).full_clean()

    def test_a_person_is_recorded_once_in_an_office(self):
        term, anan = make_term(), make_person("อนันต์")
        values = {"term": term, "office": CommitteeOffice.ADVISER, "person": anan}
        make_member(**values)
        assert sentences(CommitteeMember(**values)) == [
            "Office holder of the committee with this Term of the committee, Office and Person "
            "already exists."
        ]
        assert_database_refuses(CommitteeMember(**values), rule="committeemember_once_in_office")

    def test_the_last_day_does_not_lie_before_the_first(self):
        days = {"starts_on": START, "ends_on": BEFORE}
        who = {"term": make_term(), "office": CommitteeOffice.CHAIR, "person": make_person()}
        assert sentences(CommitteeMember(**who, **days)) == ["The last day lies before the first."]
        assert_database_refuses(
            CommitteeMember(**who, **days), rule="committeemember_ends_after_start"
        )

    def test_it_reads_as_the_office_and_the_person(self):
        chair = make_person("ก่อเกียรติ", "ปรีดี")
        member = make_member(make_term(), CommitteeOffice.CHAIR, chair)
        assert str(member) == "ประธาน: นายก่อเกียรติ ปรีดี"
