"""Whether a plaque or a certificate is what it says: the page behind its QR code. It lies outside
the language and speaks both; its address is for ever."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from governance.models import Award
from networks.models import Agency

LONGEST_CODE = Award._meta.get_field("code").max_length


@require_safe
def verification(request):
    """Where a code is typed that nobody can scan."""
    code = request.GET.get("code", "").strip()
    if code:
        return redirect("verify", as_stored(code)[:LONGEST_CODE] or "-")
    return render(request, "governance/verification.html")


@require_safe
def verify(request, code):
    """However it is typed. A code that is not announced yet is told from an unknown one by
    nobody."""
    award = Award.objects.public().with_names().filter(code=as_stored(code)).first()
    if award is None:
        context = {"code": code[:LONGEST_CODE], "office": Agency.objects.office()}
        return render(request, "governance/verify_unknown.html", context, status=404)
    return render(request, "governance/verify.html", {"award": award})


def as_stored(code: str) -> str:
    return "".join(code.split()).replace("/", "").lower()
