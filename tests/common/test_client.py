import pytest

from loei_coop.common.client import address, address_key


@pytest.mark.parametrize(
    ("behind_proxy", "forwarded", "expected"),
    [
        (False, "", "192.0.2.7"),
        (False, "203.0.113.9", "192.0.2.7"),
        (True, "", "192.0.2.7"),
        (True, "203.0.113.9", "203.0.113.9"),
        (True, "10.9.9.9, 203.0.113.9", "203.0.113.9"),
    ],
)
def test_only_the_offices_own_proxy_is_believed(rf, settings, behind_proxy, forwarded, expected):
    settings.BEHIND_PROXY = behind_proxy
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    assert address(rf.get("/", headers=headers, REMOTE_ADDR="192.0.2.7")) == expected


def test_a_key_tells_addresses_apart_and_keeps_neither(rf):
    one, other = (address_key(rf.get("/", REMOTE_ADDR=a)) for a in ("192.0.2.7", "192.0.2.8"))
    assert one != other
    assert len(one) == 64
    assert "192.0.2.7" not in one
