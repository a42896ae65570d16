"""The list of files that were looked at, and where their own pages are."""

import pytest
from django.contrib.auth.models import Permission

from loei_coop.common.models import ChangeSet, ImportRun

pytestmark = pytest.mark.django_db

LIST = "/admin/common/importrun/"


def make_run(**values):
    return ImportRun.objects.create(
        **{"kind": "organizations", "file_name": "ทะเบียน.xlsx", **values}
    )


def shown(client, **query):
    return list(client.get(LIST, query).context["cl"].result_list)


def test_files_are_chosen_by_state_and_kind(office):
    waiting = make_run()
    done = make_run(kind="people", state="imported")
    assert shown(office) == [done, waiting]
    assert shown(office, state__exact="previewed") == [waiting]
    assert shown(office, kind="people") == [done]


def test_the_list_names_the_kind_and_never_what_the_file_says(office):
    make_run(sheet={"rows": [[2, "0 8123 4567"]]})
    make_run(kind="forgotten")
    page = office.get(LIST).text
    assert "สหกรณ์และกลุ่มเกษตรกร" in page
    assert "forgotten" in page
    assert "0 8123 4567" not in page


def test_the_page_of_a_file_shows_no_row_of_it(office):
    run = make_run(sheet={"rows": [[2, "0 8123 4567"]]}, kept={"1": {"phone": "0 8999 9999"}})
    page = office.get(f"{LIST}{run.pk}/change/").text
    assert "ทะเบียน.xlsx" in page
    assert "0 8123 4567" not in page
    assert "0 8999 9999" not in page


def test_a_file_that_waits_leads_to_its_preview(office):
    run = make_run()
    assert f'href="{LIST}{run.pk}/open/"' in office.get(LIST).text
    response = office.get(f"{LIST}{run.pk}/open/")
    assert response.headers["Location"] == f"/admin/networks/cooperative/import/{run.pk}/"


def test_a_file_that_was_imported_leads_to_its_taking_back(office):
    act = ChangeSet.objects.create(source="import")
    run = make_run(kind="people", state="imported", change_set=act)
    assert f'href="{LIST}{run.pk}/take-back/"' in office.get(LIST).text
    response = office.get(f"{LIST}{run.pk}/take-back/")
    assert response.headers["Location"] == f"/admin/networks/person/import/{run.pk}/undo/"


def test_who_may_look_at_the_list_may_not_open_the_files_without_the_right(
    client, django_user_model
):
    malee = django_user_model.objects.create_user("malee", is_staff=True)
    malee.user_permissions.add(Permission.objects.get(codename="view_importrun"))
    client.force_login(malee)
    run = make_run()
    assert shown(client) == [run]
    assert client.get(f"{LIST}{run.pk}/open/").status_code == 403


def test_a_file_that_is_not_there_is_not_found(office):
    assert office.get(f"{LIST}999/open/").status_code == 404


@pytest.mark.parametrize("length", [3, 30])
def test_the_list_asks_the_same_number_of_questions(
    office, officer, django_assert_num_queries, length
):
    for _ in range(length):
        make_run(received_by=officer)
    with django_assert_num_queries(6):
        assert len(shown(office)) == length
