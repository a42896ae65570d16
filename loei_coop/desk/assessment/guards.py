"""Who gets to which assessment: whoever works at the desk of its organization; one of another
organization, or of a round that does not invite it, does not exist there."""

from functools import wraps

from django.utils.translation import gettext as _

from governance.invitations import is_invited
from governance.models import Assessment, AssessmentRound, Category
from loei_coop.common.errors import NotFound
from loei_coop.common.typed import gives_text_back, keeps_typed_text
from loei_coop.desk.guards import desk_page


def round_page(view):
    """view(request, desk, round_, ...), begun or not."""

    @keeps_typed_text
    @gives_text_back
    @desk_page
    @wraps(view)
    def guarded(request, desk, round_id, **kwargs):
        round_ = AssessmentRound.objects.to_fill_in().filter(pk=round_id).first()
        if round_ is None or not is_invited(round_, desk.organization):
            raise NotFound(_("There is no such assessment for your cooperative or group."))
        return view(request, desk, round_, **kwargs)

    return guarded


def assessment_page(view):
    """view(request, desk, assessment, ...)"""

    @keeps_typed_text
    @gives_text_back
    @desk_page
    @wraps(view)
    def guarded(request, desk, round_id, **kwargs):
        rows = Assessment.objects.of_organization(desk.organization).with_names()
        assessment = rows.filter(round=round_id, round__is_recorded=False).first()
        if assessment is None:
            raise NotFound(_("This assessment was not begun yet."))
        return view(request, desk, assessment, **kwargs)

    return guarded


def handed_in_page(view):
    """view(request, desk, assessment, ...) of what was handed in, those of past rounds too."""

    @desk_page
    @wraps(view)
    def guarded(request, desk, round_id, **kwargs):
        rows = Assessment.objects.of_organization(desk.organization).handed_in().with_names()
        assessment = rows.filter(round=round_id).first()
        if assessment is None:
            raise NotFound(_("There is no result yet: the assessment was not handed in."))
        return view(request, desk, assessment, **kwargs)

    return guarded


def category_page(view):
    """view(request, desk, assessment, category)"""

    @assessment_page
    @wraps(view)
    def guarded(request, desk, assessment, number):
        return view(request, desk, assessment, category_of(assessment, number))

    return guarded


def category_of(assessment: Assessment, number: str) -> Category:
    rows = Category.objects.filter(edition=assessment.round.edition_id, is_assessed=True)
    category = rows.filter(number=number).first()
    if category is None:
        raise NotFound(_("The form has no such part."))
    return category
