"""Below the address of an organization's desk."""

from django.urls import path

from loei_coop.desk.views.assessment import (
    answers,
    category,
    choice,
    overview,
    result,
    rounds,
    submission,
)

of_a_round = [
    ("", overview.overview, "assessment"),
    ("start/", rounds.start, "assessment-start"),
    ("decline/", rounds.decline, "assessment-decline"),
    ("rejoin/", rounds.rejoin, "assessment-rejoin"),
    ("accounting-year/", overview.accounting_year, "assessment-accounting-year"),
    ("answers/", answers.save, "assessment-answers"),
    ("choose/<slug:item_code>/", choice.choice, "assessment-choice"),
    ("submit/", submission.submit, "assessment-submit"),
    ("result/", result.result, "assessment-result"),
    ("result/public/", result.public, "assessment-public"),
    ("<str:number>/", category.category, "assessment-category"),
    ("<str:number>/leave-out/", overview.leave_out, "assessment-leave-out"),
    ("<str:number>/take-in/", overview.take_in, "assessment-take-in"),
]

urlpatterns = [
    path("", rounds.assessments, name="assessments"),
    *(path(f"<int:round_id>/{route}", view, name=name) for route, view, name in of_a_round),
]
