"""The office's emblem and a backup."""

import pytest
from django.core.files.base import ContentFile

from loei_coop.common.backup import making, restoring
from networks.letterhead import letterhead
from networks.querysets.people import OFFICE_CODE
from tests.common.uploads.pictures import picture
from tests.factories import make_agency

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_emblem_comes_back_with_its_record_and_its_history(backups, emptied):
    agency = make_agency(code=OFFICE_CODE)
    agency.emblem.save("ตรา.png", ContentFile(picture()))
    made = making.make(backups)
    emptied()
    agency.emblem.storage.delete(agency.emblem.name)
    assert letterhead().emblem is None
    restoring.restore(made.path, replace=False, backups=backups)
    assert letterhead().emblem == picture()
    assert agency.history.first().emblem == agency.emblem.name
