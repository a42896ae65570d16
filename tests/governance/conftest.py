import pytest

from tests.governance.assessing import make_confirmer, make_reviewer


@pytest.fixture
def wichai(db):
    """Reviews."""
    return make_reviewer()


@pytest.fixture
def somsri(db):
    """Looks after the round, and confirms for the working group."""
    return make_confirmer()
