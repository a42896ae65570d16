import datetime

import pytest

from networks.models import SeatHolding
from tests.factories import make_network, seat

pytestmark = pytest.mark.django_db


def test_a_holding_ends_where_the_next_one_of_the_seat_begins():
    network = make_network(2)
    seat(network, 1, datetime.date(2013, 1, 1))
    later = seat(network, 1, datetime.date(2014, 6, 1))
    assert list(SeatHolding.objects.on(datetime.date(2015, 1, 1))) == [later]
