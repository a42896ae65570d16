"""Where whoever has signed in begins: the one desk there is, or a choice."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from loei_coop.desk.choices import desks_of
from loei_coop.desk.guards import private


@private
@require_safe
def home(request):
    desks = desks_of(request.user)
    if len(desks) == 1:
        return redirect(desks[0].address)
    return render(request, "desk/home.html", {"desks": desks})
