"""What happens at the same moment: on a real database, with threads."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from loei_coop.accounts import activation
from loei_coop.accounts.models import ActivationCode
from tests.accounts.codes import check, issued, make_officer, wrong

pytestmark = pytest.mark.django_db(transaction=True)


def together(*acts):
    """What each act gave, or the sentence with which it was refused."""
    start = threading.Barrier(len(acts), timeout=30)

    def run(act):
        try:
            start.wait()
            return act()
        except activation.ActivationRefusedError as error:
            return str(error)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


@pytest.mark.parametrize("attempt", range(3))
def test_of_two_clicks_at_the_same_moment_one_sets_the_password(attempt):
    slip = issued()
    passwords = ["ภูเรือ-2568", "ภูหลวง-2568"]
    copies = [check(slip) for _click in passwords]
    results = together(
        *(
            lambda c=code, p=password: activation.activate(c, password=p)
            for code, password in zip(copies, passwords, strict=True)
        )
    )
    (lost,) = [number for number, result in enumerate(results) if isinstance(result, str)]
    assert results[lost].startswith("รหัสนี้ใช้ไปแล้วเมื่อ")
    slip.row.user.refresh_from_db()
    assert [slip.row.user.check_password(word) for word in passwords] == [lost == 1, lost == 0]


def test_wrong_digits_at_the_same_moment_all_count():
    slip = issued()
    together(*[lambda: check(slip, digits=wrong(slip.digits))] * 8)
    slip.row.refresh_from_db()
    assert (slip.row.failed_tries, slip.row.state) == (5, "locked")


def test_of_two_officers_who_issue_at_the_same_moment_one_code_is_left():
    user, officer = issued().row.user, make_officer()
    together(*[lambda: issued(user, by=officer)] * 2)
    assert ActivationCode.objects.waiting().count() == 1
    assert ActivationCode.objects.count() == 3
