"""The five results that the press release tells of."""

import pytest
from django.core.management import call_command

from governance.models import Assessment, AssessmentRound

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("records")]


def test_five_cooperatives_reached_the_outstanding_level_without_scores():
    results = Assessment.objects.confirmed().with_names()
    assert {row.organization.code for row in results} == {"0004", "0005", "0006", "0007", "0008"}
    assert {row.local_level for row in results} == {"ดีเด่น"}
    assert {(row.self_percent, row.confirmed_percent) for row in results} == {(None, None)}
    assert {row.source.code for row in results} == {"release-awards"}


def test_their_round_is_known_to_the_month():
    (round_,) = AssessmentRound.objects.filter(is_recorded=True)
    assert (round_.period_precision, round_.fiscal_year) == ("month", 2013)


def test_what_is_frozen_from_the_start_is_sealed(capsys):
    call_command("verify_records")
    assert capsys.readouterr().err == ""
