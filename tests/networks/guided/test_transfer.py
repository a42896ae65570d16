"""An officer who moves to another post, as the colleague at the desk records it."""

import pytest

from networks import open_work
from networks.choices import Position
from networks.models import Appointment, Organization, Proposal
from networks.open_work import OpenWork
from networks.querysets import OFFICE_CODE
from tests.factories import appoint, make_agency, make_group, make_organization, make_person
from tests.networks.guided.walk import carry_out, complaints, consequences, said
from tests.networks.offices import OCTOBER, is_signed_in, make_account, make_manager, propose
from tests.networks.offices import signed_in as browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
ANAN = "นายอนันต์ มหัจฉริยพันธุ์"
KANTHIMA = "นางสาวกันทิมา สุนทรวีรัตน์"
POST = "Cooperative promotion officer, สำนักงานสหกรณ์จังหวัดเลย"
RIGHTS = [
    "view_person",
    "add_person",
    "change_appointment",
    "add_appointment",
    "change_cooperative",
    "change_farmergroup",
]


@pytest.fixture
def anan():
    person = make_person("อนันต์", "มหัจฉริยพันธุ์")
    bureau = make_agency(code=OFFICE_CODE)
    appoint(person, Position.PROMOTION_OFFICER, at=bureau, starts_on=OCTOBER)
    make_account(person, "anan", is_staff=True)
    return person


@pytest.fixture
def kanthima():
    return make_person("กันทิมา", "สุนทรวีรัตน์", title="นางสาว")


@pytest.fixture
def path(anan):
    return path_of(anan)


@pytest.fixture
def typed(kanthima):
    return {"to": kanthima.pk, "on": "1/2/2569"}


def path_of(person):
    return f"/en/admin/networks/person/{person.pk}/transfer/"


def test_it_begins_with_today(office, path):
    assert 'value="26 February 2026"' in office.get(path).text


def test_the_counts_the_post_and_the_account_are_told(office, path, typed, anan):
    make_organization(promotion_officer=anan)
    make_group(promotion_officer=anan)
    assert consequences(office.post(path, typed)) == [
        f"{KANTHIMA} becomes the promotion officer of 2 cooperatives and groups.",
        f"{ANAN} is {POST} until 31 January 2026.",
        f"{KANTHIMA} is {POST} from 1 February 2026.",
        f"{ANAN} is signed out on every device at once.",
        f"The account of {ANAN} stays open: ask an administrator to close it or to change its "
        "rights.",
    ]


def test_open_work_of_other_apps_is_told(office, path, typed, anan, kanthima, monkeypatch):
    kind = OpenWork(
        rows=lambda user: Proposal.objects.looked_after_by(user),
        describe=lambda number: f"{number} reviews",
    )
    monkeypatch.setattr(open_work.of_officers, "kinds", [kind])
    propose(make_manager(), owner=anan.user)
    assert complaints(office.post(path, typed))[0].startswith(f"{KANTHIMA} has no account")
    make_account(kanthima, "kanthima", is_staff=True)
    assert f"{KANTHIMA} looks after from now on: 1 reviews." in consequences(
        office.post(path, typed)
    )


def test_who_has_no_account_is_not_told_of_one(office, typed):
    somchai = make_person()
    make_organization(promotion_officer=somchai)
    assert consequences(office.post(path_of(somchai), typed)) == [
        f"{KANTHIMA} becomes the promotion officer of 1 cooperative or group.",
        "นายสมชาย ใจดี has no account in the portal.",
    ]


def test_the_deed_is_one_change(office, officer, path, typed, anan, kanthima):
    rows = [make_organization(promotion_officer=anan), make_group(promotion_officer=anan)]
    browser = browser_of(anan.user)
    page = carry_out(office, path, {**typed, "basis_kind": "order", "basis_number": "7/2569"})
    assert said(page) == [f"{KANTHIMA} has taken over; 2 have a new promotion officer."]
    changed = [*rows, *Appointment.objects.all()]
    (act,) = {row.history.first().change_set for row in changed}
    assert act.made_by == officer
    assert act.reason.endswith(" · คำสั่ง ที่ 7/2569")
    assert Organization.objects.filter(promotion_officer=kanthima).count() == 2
    assert not is_signed_in(browser)


def test_a_second_click_is_refused(office, path, typed):
    carry_out(office, path, typed)
    assert complaints(office.post(path, typed)) == [
        f"{ANAN} promotes nobody and is no promotion officer today."
    ]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"to": ""}, "This field is required."),
        ({"on": ""}, "This field is required."),
        ({"on": "27/2/2569"}, "This day is still to come. Record it on the day itself."),
        ({"on": "1/10/2568"}, f"{ANAN} began on 1 October 2025: choose a later day."),
        (
            {"basis_number": "7/2569"},
            "Say whether the basis is an order, an announcement or a resolution.",
        ),
    ],
)
def test_what_cannot_be_is_refused(office, path, typed, values, sentence):
    assert complaints(office.post(path, {**typed, **values})) == [sentence]


def test_who_transfers_the_own_work_is_asked_to_sign_in_again(client, path, typed, anan):
    anan.user.is_superuser = True
    anan.user.save()
    client.force_login(anan.user)
    page = carry_out(client, path, typed)
    assert page.redirect_chain[-1][0].startswith("/en/account/login/")
    assert not Organization.objects.filter(promotion_officer=anan).exists()


class TestTheButton:
    def page(self, client, person):
        return client.get(f"/en/admin/networks/person/{person.pk}/change/").text

    def test_is_on_the_page_of_a_promotion_officer(self, office, anan, path):
        assert f'<a href="{path}">Transfer the work of an officer</a>' in self.page(office, anan)

    def test_is_on_the_page_of_who_promotes_without_an_appointment(self, office):
        somchai = make_person()
        make_organization(promotion_officer=somchai)
        assert path_of(somchai) in self.page(office, somchai)

    def test_is_on_no_other(self, office, kanthima):
        assert path_of(kanthima) not in self.page(office, kanthima)


class TestWhoMay:
    def test_the_rights_are_enough(self, colleague, path):
        assert colleague(*RIGHTS).get(path).status_code == 200

    @pytest.mark.parametrize("right", RIGHTS[1:])
    def test_all_but_one_of_them_are_not(self, colleague, path, typed, right):
        client = colleague(*[other for other in RIGHTS if other != right])
        assert client.get(path).status_code == 403
        assert client.post(path, typed).status_code == 403

    def test_a_stranger_is_asked_to_sign_in(self, client, path):
        assert client.get(path).url == f"/en/admin/login/?next={path}"
