"""Below the address of an organization's desk."""

from django.urls import path

from loei_coop.desk.views import plan
from loei_coop.desk.views.assessment import (
    answers,
    category,
    choice,
    evidence,
    overview,
    papers,
    reconsidering,
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
    ("carry-over/", overview.carry_over, "assessment-carry-over"),
    ("answers/", answers.save, "assessment-answers"),
    ("choose/<slug:item_code>/", choice.choice, "assessment-choice"),
    ("evidence/", evidence.of_the_whole, "assessment-evidence"),
    ("evidence/items/<slug:item_code>/", evidence.of_item, "assessment-evidence-item"),
    ("evidence/<int:evidence_id>/file/", evidence.file, "assessment-evidence-file"),
    ("evidence/<int:evidence_id>/replace/", evidence.replace, "assessment-evidence-replace"),
    ("evidence/<int:evidence_id>/remove/", evidence.remove, "assessment-evidence-remove"),
    ("submit/", submission.submit, "assessment-submit"),
    ("paper/", papers.paper, "assessment-paper"),
    ("blank/", papers.blank, "assessment-blank"),
    ("result/", result.result, "assessment-result"),
    ("result/reconsider/", reconsidering.reconsider, "assessment-reconsider"),
    ("result/public/", result.public, "assessment-public"),
    ("result/plan/<slug:item_code>/", plan.add, "plan-add"),
    ("<str:number>/", category.category, "assessment-category"),
    ("<str:number>/leave-out/", overview.leave_out, "assessment-leave-out"),
    ("<str:number>/take-in/", overview.take_in, "assessment-take-in"),
]

urlpatterns = [
    path("", rounds.assessments, name="assessments"),
    *(path(f"<int:round_id>/{route}", view, name=name) for route, view, name in of_a_round),
]
