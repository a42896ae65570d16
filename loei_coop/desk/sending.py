"""A form that sends something to the office: what is refused stays in the form with its reason."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render

from loei_coop.common.errors import WorkflowError
from loei_coop.common.typed import account_key, is_returned


def carried_out(request, form):
    """What the form made, or None: not sent yet, kept over a new sign-in, or refused."""
    if request.method != "POST" or is_returned(request) or not form.is_valid():
        return None
    try:
        return form.carry_out()
    except WorkflowError as error:
        form.add_error(None, str(error))
    except ValidationError as error:
        # It may speak of columns that are no fields here.
        form.add_error(None, error.messages)
    return None


def sent(request):
    return request.POST if request.method == "POST" else None


def form_page(request, template, desk, form, **context):
    returned = is_returned(request)
    facts = {"page_account": account_key(request), "is_returned": returned}
    context = {"desk": desk, "form": form, **facts, **context}
    status = 400 if form.errors and not returned else 200
    return render(request, template, context, status=status)


def done(request, sentence, page, *arguments):
    messages.success(request, sentence)
    return redirect(page, *arguments)


def attempt(request, act, sentence) -> None:
    """Does it and says so, or says why not."""
    try:
        act()
    except WorkflowError as error:
        messages.error(request, str(error))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, sentence)
