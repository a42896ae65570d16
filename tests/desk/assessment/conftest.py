import pytest

from tests.desk.assessment.sheets import signed_in
from tests.governance.assessing import make_case


@pytest.fixture
def case(db):
    return make_case()


@pytest.fixture
def malee(case):
    """The manager's browser."""
    return signed_in(case.manager)
