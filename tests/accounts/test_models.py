import pytest
from django.contrib.auth import get_user_model

User = get_user_model()


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ({"username": "somsri"}, "somsri"),
        ({"username": "somsri", "first_name": "สมศรี"}, "สมศรี"),
        ({"username": "somsri", "first_name": "สมศรี", "last_name": "ใจงาม"}, "สมศรี ใจงาม"),
        ({"username": "somsri", "last_name": "ใจงาม"}, "ใจงาม"),
    ],
)
def test_a_user_is_called_by_the_full_name_if_there_is_one(values, shown):
    assert str(User(**values)) == shown


def test_accounts_are_the_portals_own():
    assert User._meta.label == "accounts.User"
    assert User._meta.swapped is None
