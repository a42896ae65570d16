"""Below the address of an organization's desk."""

from django.urls import path

from loei_coop.desk.views.assessment import (
    answers,
    category,
    choice,
    evidence,
    overview,
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
    ("evidence/", evidence.of_the_whole, "assessment-evidence"),
    ("evidence/items/<slug:item_code>/", evidence.of_item, "assessment-evidence-item"),
    ("evidence/<int:evidence_id>/file/", evidence.file, "assessment-evidence-file"),
    ("evidence/<int:evidence_id>/replace/", evidence.replace, "assessment-evidence-replace"),
    ("evidence/<int:evidence_id>/remove/", evidence.remove, "assessment-evidence-remove"),
    ("submit/", submission.submit, "assessment-submit"),
    ("<str:number>/", category.category, "assessment-category"),
    ("<str:number>/leave-out/", overview.leave_out, "assessment-leave-out"),
    ("<str:number>/take-in/", overview.take_in, "assessment-take-in"),
]

urlpatterns = [
    path("", rounds.assessments, name="assessments"),
    *(path(f"<int:round_id>/{route}", view, name=name) for route, view, name in of_a_round),
]
