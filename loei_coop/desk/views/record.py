"""What the register has of the organization, to be proposed anew."""

from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from loei_coop.common.typed import returns_typed_text
from loei_coop.desk.forms.record import ContactForm, CountsForm
from loei_coop.desk.guards import desk_page
from loei_coop.desk.sending import carried_out, form_page, sent
from loei_coop.desk.views.proposals import sent_to_the_office


@returns_typed_text
@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request, desk):
    return record_page(request, desk, ContactForm, _("Address and contact"))


@returns_typed_text
@desk_page
@require_http_methods(["GET", "HEAD", "POST"])
def counts(request, desk):
    return record_page(request, desk, CountsForm, _("Members and business"))


def record_page(request, desk, form_class, title):
    form = form_class(sent(request), desk=desk)
    if proposal := carried_out(request, form):
        return sent_to_the_office(request, desk, proposal)
    waiting = desk.organization.proposals.waiting().filter(kind=form.kind).first()
    return form_page(request, "desk/form.html", desk, form, title=title, waiting=waiting)
