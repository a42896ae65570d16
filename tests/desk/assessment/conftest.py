import pytest
from django.utils import timezone

from tests.desk.assessment.sheets import signed_in
from tests.governance.assessing import make_case


@pytest.fixture(autouse=True)
def today():
    """The clock runs here, unlike on the other pages: rounds open and close by it."""
    return timezone.localdate()


@pytest.fixture
def case(db):
    return make_case()


@pytest.fixture
def malee(case):
    """The manager's browser."""
    return signed_in(case.manager)
