"""The awards of the organization, once they are announced, and their certificates."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from governance.certificates import certificates_pdf
from loei_coop.common.errors import WorkflowError
from loei_coop.desk.guards import desk_page, row_of
from loei_coop.desk.views.assessment.papers import pdf


@desk_page
@require_safe
def awards(request, desk):
    return render(request, "desk/awards.html", {"desk": desk, "awards": awards_of(desk)})


@desk_page
@require_safe
def certificate(request, desk, number):
    """The certificate; of a plaque the words that stand on it."""
    award = row_of(awards_of(desk), number)
    try:
        content = certificates_pdf([award], address_of=lambda row: address(request, row))
    except WorkflowError as error:
        messages.warning(request, str(error))
        return redirect("desk:awards", desk.organization.code)
    return pdf(content, name=f"award-{award.code}")


def awards_of(desk):
    return desk.organization.awards.public().with_names().in_order()


def address(request, award) -> str:
    return request.build_absolute_uri(award.get_absolute_url())
