"""One answer at a time, as it is given."""

from django.http import JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from governance import answers
from governance.completeness import progress_of
from loei_coop.common.errors import WorkflowError
from loei_coop.desk.assessment import told
from loei_coop.desk.assessment.guards import assessment_page
from loei_coop.desk.assessment.sent import SentAnswer, UnreadableError


@assessment_page
@require_POST
def save(request, desk, assessment):
    """Takes and gives JSON; `static/js/outbox.js` sends it."""
    try:
        sent = SentAnswer.read(body_of(request), assessment)
        saved = save_sent(desk, assessment, sent)
    except UnreadableError as error:
        return refused(error, 400)
    except answers.ItemLockedError as error:
        return refused(error, 403)
    except WorkflowError as error:
        return refused(error, 409)
    address = [desk.organization.code, assessment.round_id, sent.item.code]
    choice = reverse("desk:assessment-choice", args=address)
    return JsonResponse(told.of_saved(saved, progress_of(assessment), choice))


def body_of(request) -> bytes:
    """A form that was sent here instead of JSON was read as one already."""
    return request.body if request.content_type == "application/json" else b""


def save_sent(desk, assessment, sent: SentAnswer) -> answers.Saved:
    if not sent.form.is_valid():
        raise UnreadableError(told.first_error(sent.form))
    return answers.save(
        assessment,
        sent.item,
        sent.form.content,
        base=sent.form.cleaned_data["base"],
        sent_before=sent.before,
        **desk.authors,
    )


def refused(error: Exception, status: int) -> JsonResponse:
    return JsonResponse({"sentence": str(error)}, status=status)
