import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from loei_coop.common.changes.values import shown
from loei_coop.common.history import recording
from loei_coop.common.models import ChangeSet
from loei_coop.thai.dates import PartialDate, Precision
from networks.choices import BusinessLine, Status
from tests.factories import make_district, make_network, make_organization, make_person

DAY = datetime.date(2013, 6, 30)
LINES, STATUSES = dict(BusinessLine.choices), dict(Status.choices)


@pytest.mark.parametrize(
    ("value", "options", "thai", "english"),
    [
        (None, {}, "–", "–"),
        ("", {"": "ไม่ระบุ"}, "–", "–"),
        ([], LINES, "–", "–"),
        ("สหกรณ์ครูเลย จำกัด", {}, "สหกรณ์ครูเลย จำกัด", "สหกรณ์ครูเลย จำกัด"),
        ("in_court", STATUSES, "อยู่ระหว่างดำเนินคดี", "in court proceedings"),
        ("left_long_ago", STATUSES, "left_long_ago", "left_long_ago"),
        (2, {1: "1", 2: "ชั้น 2"}, "ชั้น 2", "ชั้น 2"),
        (["deposits", "loans"], LINES, "รับฝากเงิน, ให้เงินกู้ (สินเชื่อ)", "takes deposits, gives loans"),
        (["gold"], LINES, "gold", "gold"),
        (True, {}, "ใช่", "yes"),
        (False, {}, "ไม่ใช่", "no"),
        (0, {}, "0", "0"),
        (564, {}, "564", "564"),
        (17.5, {}, "17.5", "17.5"),
        (DAY, {}, "30 มิถุนายน 2556", "30 June 2013"),
        (PartialDate(DAY), {}, "30 มิถุนายน 2556", "30 June 2013"),
        (PartialDate(DAY, Precision.MONTH), {}, "มิถุนายน 2556", "June 2013"),
        (PartialDate(DAY, Precision.YEAR), {}, "พ.ศ. 2556", "2013 (B.E. 2556)"),
    ],
)
def test_a_value_is_shown_as_a_person_reads_it(value, options, thai, english):
    assert shown(value, options) == thai
    with translation.override("en"):
        assert shown(value, options) == english


def history_page(client, row):
    model = row._meta.model_name
    return client.get(f"/admin/networks/{model}/{row.pk}/history/")


def latest_changes(client, row):
    """(field, old, new) of what the newest line of the history page tells."""
    latest = history_page(client, row).context["page_obj"][0]
    return [tuple(change.values()) for change in latest.history_delta_changes]


@pytest.mark.django_db
class TestTheHistoryPage:
    def test_it_shows_what_became_what(self, office):
        person = make_person("สมชาย", "ใจดี")
        person.last_name, person.phone_public = "ขยัน", True
        person.save()
        assert latest_changes(office, person) == [
            ("นามสกุล", "ใจดี", "ขยัน"),
            ("เผยแพร่โทรศัพท์", "ไม่ใช่", "ใช่"),
        ]

    def test_it_shows_no_private_contacts(self, office):
        person = make_person()
        person.phone, person.email = "0 4281 1234", "somchai@example.org"
        person.save()
        page = history_page(office, person).content.decode()
        assert [text for text in ("4281", "example.org") if text in page] == []

    def test_it_says_who_when_and_from_which_act(self, office, officer):
        known = {"file_name": "ทะเบียน.xlsx", "reason": "ตามหนังสือ"}
        with recording(ChangeSet.Source.IMPORT, made_by=lambda: officer, **known):
            person = make_person()
        person.history.update(history_date=datetime.datetime(2025, 2, 26, 2, tzinfo=datetime.UTC))
        page = history_page(office, person).content.decode()
        for text in ("26 กุมภาพันธ์ 2568 เวลา 09.00 น.", "somsri", "ทะเบียน.xlsx · ตามหนังสือ"):
            assert text in page

    def test_it_escapes_what_was_typed(self, office):
        network = make_network()
        network.note = "<b>ใหม่</b>"
        network.save()
        assert [new for _field, _old, new in latest_changes(office, network)] == [
            "&lt;b&gt;ใหม่&lt;/b&gt;"
        ]

    @pytest.mark.parametrize("row", [make_network, make_person])
    def test_a_row_without_changes_has_one_line(self, office, row):
        assert len(history_page(office, row()).context["page_obj"]) == 1

    def test_an_older_state_opens(self, office):
        person = make_person("สมชาย")
        version = person.history.get().pk
        page = office.get(f"/admin/networks/person/{person.pk}/history/{version}/")
        assert page.status_code == 200
        assert "<td>สมชาย</td>" in page.text

    def test_a_stranger_is_sent_to_sign_in(self, client):
        response = history_page(client, make_person())
        assert (response.status_code, response.url.split("?")[0]) == (302, "/admin/login/")

    def test_a_colleague_without_the_right_is_refused(self, client, django_user_model):
        client.force_login(django_user_model.objects.create_user("wichai", is_staff=True))
        assert history_page(client, make_person()).status_code == 403

    @pytest.mark.parametrize("key", ["abc", "0", "99999", "9" * 30])
    @pytest.mark.parametrize("model", ["person", "cooperative", "organization"])
    def test_what_there_never_was_has_no_history(self, office, model, key):
        assert office.get(f"/admin/networks/{model}/{key}/history/").status_code == 404

    def test_a_long_history_needs_no_more_queries(self, office, officer):
        counts = []
        for length in (3, 30):
            organization = make_organization()
            for number in range(length):
                with recording("form", made_by=lambda: officer):
                    organization.note = f"ครั้งที่ {number}"
                    organization.save()
            page = f"/admin/networks/cooperative/{organization.pk}/history/"
            with CaptureQueriesContext(
                connection,
            ) as queries:
                assert office.get(page).status_code == 200
            counts.append(len(queries))
        assert counts[0] == counts[1]


@pytest.mark.django_db
def test_a_reference_that_was_empty_is_shown_as_empty(office):
    organization = make_organization()
    organization.district = make_district("นาด้วง")
    organization.save()
    assert latest_changes(office, organization) == [("อำเภอ", "–", "อำเภอนาด้วง")]


@pytest.mark.django_db
def test_a_year_is_shown_in_the_era_of_the_page(office):
    organization = make_organization()
    organization.strength_class, organization.strength_class_year = 1, 2025
    organization.save()
    assert ("ปีงบประมาณของการจัดชั้น", "–", "พ.ศ. 2568") in latest_changes(office, organization)


@pytest.mark.django_db
def test_a_long_text_is_shortened_in_thai(office):
    organization = make_organization(note="ก" * 200)
    organization.note = "ก" * 201
    organization.save()
    ((_field, old, _new),) = latest_changes(office, organization)
    assert "chars" not in old
