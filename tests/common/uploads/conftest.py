import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def english():
    """The sentences as the code has them."""
    with translation.override("en"):
        yield
