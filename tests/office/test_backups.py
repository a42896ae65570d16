"""The page of backups: what is listed, what may be done, what is logged."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from loei_coop.accounts.events import show_changes
from loei_coop.accounts.models import AccountEvent
from loei_coop.common.backup import checking, files, making
from loei_coop.common.backup.errors import BackupError
from loei_coop.office import backups

pytestmark = pytest.mark.django_db

PAGE = reverse("admin:backups")
NAME = "loei-backup-2026-11-22-0230.zip"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.MEDIA_ROOT = tmp_path / "uploads"
    files.usual_folder().mkdir()
    return files.usual_folder()


@pytest.fixture
def backup(folder):
    (folder / NAME).write_bytes(b"content")
    return folder / NAME


def address(act, name=NAME):
    return reverse(f"admin:backups_{act}", args=[name])


def logged():
    """[(what, by whom, which file)], oldest first."""
    told = AccountEvent.objects.filter(kind__startswith="backup").order_by("pk")
    return [(event.kind, event.made_by_name, show_changes(event)) for event in told]


def page_after(office, response):
    return office.get(response.url).text


# Looking


def test_without_backups_the_page_shows_how_to_make_the_first(office):
    page = office.get(PAGE).text
    assert gettext("There is no backup yet. Make the first one with the button above.") in page


def test_each_backup_stands_with_its_moment_size_and_state(office, backup):
    page = office.get(PAGE).text
    assert "22 พฤศจิกายน 2569 เวลา 02.30 น." in page
    assert NAME in page
    assert gettext("checked when it was made") in page


def test_the_newest_stands_first(office, folder):
    for name in ("loei-backup-2026-10-31-0230.zip", NAME, "notes.txt"):
        (folder / name).touch()
    listed = office.get(PAGE).context["backups"]
    assert [backup.name for backup in listed] == [NAME, "loei-backup-2026-10-31-0230.zip"]


def test_three_and_thirty_backups_cost_the_same_queries(
    office, folder, django_assert_max_num_queries
):
    for day in range(1, 31):
        (folder / f"loei-backup-2026-11-{day:02d}-0230.zip").touch()
    with django_assert_max_num_queries(6):
        assert len(office.get(PAGE).context["backups"]) == 30


def test_looking_makes_nothing(office, folder):
    for act in ("make", "check", "file"):
        arguments = [] if act == "make" else [NAME]
        assert office.get(reverse(f"admin:backups_{act}", args=arguments)).status_code == 405
    assert list(folder.iterdir()) == []


# Making


def test_the_button_makes_a_backup_and_it_is_logged(office, monkeypatch, backup):
    made = making.Backup(backup, manifest=None)
    monkeypatch.setattr(making, "make", lambda folder: made)
    response = office.post(reverse("admin:backups_make"))
    assert f"สำรองข้อมูลและตรวจสอบแล้ว: {NAME}" in page_after(office, response)
    assert logged() == [("backup-made", "somsri", NAME)]


def test_the_old_ones_that_went_are_told(office, monkeypatch, backup, folder):
    for day in ("01", "31"):
        (folder / f"loei-backup-2020-01-{day}-0230.zip").touch()
    monkeypatch.setattr(making, "make", lambda folder: making.Backup(backup, manifest=None))
    response = office.post(reverse("admin:backups_make"))
    assert "ลบไฟล์สำรองข้อมูลเก่าแล้ว: loei-backup-2020-01-01-0230.zip" in page_after(office, response)


def test_a_backup_that_was_not_made_is_told_and_not_logged(office):
    with files.alone():
        response = office.post(reverse("admin:backups_make"))
    sentence = gettext("A backup is being made at this moment. Please wait until it is ready.")
    assert sentence in page_after(office, response)
    assert logged() == []


@pytest.mark.django_db(transaction=True)
def test_a_backup_made_by_the_button_is_whole(office, folder):
    office.post(reverse("admin:backups_make"))
    (path,) = files.newest_first(folder)
    assert checking.check(path).tables["accounts.user"].rows == 1


# Checking again


def test_a_whole_backup_is_told_with_the_moment_of_the_check(office, backup, monkeypatch):
    monkeypatch.setattr(checking, "check", lambda path: None)
    page = page_after(office, office.post(address("check")))
    assert f"ไฟล์สำรองข้อมูลครบถ้วนถูกต้อง: {NAME}" in page
    assert gettext("checked when it was made") not in page
    assert logged() == [("backup-checked", "somsri", NAME)]


def test_a_damaged_backup_stays_marked(office, backup):
    response = office.post(address("check"))
    assert "ไฟล์นี้ไม่ใช่ไฟล์สำรองข้อมูลของระบบ" in page_after(office, response)
    assert [backup.is_damaged for backup in office.get(PAGE).context["backups"]] == [True]
    assert logged() == [("backup-damaged", "somsri", NAME)]


def test_the_last_check_counts(office, backup, monkeypatch):
    office.post(address("check"))
    monkeypatch.setattr(checking, "check", lambda path: None)
    office.post(address("check"))
    assert [backup.is_damaged for backup in office.get(PAGE).context["backups"]] == [False]


def test_a_check_that_fails_is_an_error_to_whoever_asked(backup, rf, officer):
    request = rf.post("/")
    request.user = officer
    with pytest.raises(BackupError):
        backups.check(backup, request)


# Taking one out


def test_a_download_is_an_attachment_that_nobody_stores_and_is_logged(office, backup):
    response = office.post(address("file"))
    assert response.getvalue() == b"content"
    assert response["Content-Disposition"] == f'attachment; filename="{NAME}"'
    assert "no-store" in response["Cache-Control"]
    assert logged() == [("backup-taken", "somsri", NAME)]


@pytest.mark.parametrize("act", ["check", "file"])
@pytest.mark.parametrize("name", ["secret_key", "..", "loei-backup-2020-01-01-0000.zip"])
def test_what_is_no_backup_is_not_there(office, folder, act, name):
    (folder.parent / "secret_key").touch()
    (folder / "secret_key").touch()
    assert office.post(f"/admin/backups/{name}/{act}/").status_code == 404
    assert logged() == []


def test_a_link_with_the_name_of_a_backup_is_not_followed(office, folder):
    (folder.parent / "secret_key").touch()
    (folder / NAME).symlink_to(folder.parent / "secret_key")
    assert office.post(address("file")).status_code == 404


# Who may not


@pytest.mark.parametrize("group", ["data-keeper", "read-only", None])
def test_other_officers_neither_see_nor_take_backups(client, django_user_model, backup, group):
    malee = django_user_model.objects.create_user("malee", is_staff=True)
    malee.groups.set(malee.groups.model.objects.filter(name=group))
    client.force_login(malee)
    assert client.get(PAGE).status_code == 403
    assert client.post(address("file")).status_code == 403
    assert client.post(reverse("admin:backups_make")).status_code == 403
    assert "last_backup" not in client.get(reverse("admin:index")).context


def test_a_member_of_the_administrators_may(client, django_user_model, backup):
    malee = django_user_model.objects.create_user("malee", is_staff=True)
    malee.groups.add(malee.groups.model.objects.get(name="administrator"))
    client.force_login(malee)
    assert client.post(address("file")).getvalue() == b"content"


# The home page


def test_the_home_page_tells_of_the_last_backup(office, backup):
    page = office.get(reverse("admin:index")).text
    assert "22 พฤศจิกายน 2569 เวลา 02.30 น." in page
    assert PAGE in page


def test_the_home_page_tells_that_there_is_none(office):
    assert gettext("There is no backup yet.") in office.get(reverse("admin:index")).text


@pytest.mark.parametrize(("days", "waiting"), [(0, []), (7, []), (8, [8]), (400, [400])])
def test_after_seven_days_without_a_backup_it_stands_on_the_work_list(
    office, folder, days, waiting
):
    moment = timezone.localtime() - datetime.timedelta(days=days, hours=1)
    (folder / f"loei-backup-{moment:%Y-%m-%d-%H%M}.zip").touch()
    assert days_on_the_work_list(office) == waiting


def test_a_portal_that_was_never_backed_up_is_told_of_after_seven_days(office, officer):
    assert days_on_the_work_list(office) == []
    officer.date_joined = timezone.now() - datetime.timedelta(days=9)
    officer.save()
    assert days_on_the_work_list(office) == [9]


def days_on_the_work_list(office):
    work = office.get(reverse("admin:index")).context["work_list"]
    return [task.count for todo in work for task in todo.tasks if task.address == PAGE]
