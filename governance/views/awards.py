"""The public pages on awards. What is not announced yet is not there."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance import award_pages, award_photos
from governance.models import Award, Standard
from loei_coop.common.errors import NotFound


@require_safe
def award_list(request):
    awards = Award.objects.public()
    context = {
        "totals": awards.totals(),
        "years": award_pages.years(),
        "standards": award_pages.standards(),
        "has_samples": awards.with_samples(),
    }
    return render(request, "governance/award_list.html", context)


@require_safe
def award_year(request, fiscal_year):
    awards = Award.objects.public().of_year(fiscal_year)
    context = {
        "fiscal_year": fiscal_year,
        "awards": awards.with_names().in_order(),
        "totals": awards.totals(),
        "results": award_pages.results_of(fiscal_year),
    }
    if not (context["awards"] or context["results"]):
        raise NotFound(_("No award of this year has been announced."))
    context |= told_of_all(context["awards"])
    return render(request, "governance/award_year.html", context)


@require_safe
def award_standard(request, standard):
    awards = Award.objects.public().filter(standard__code=standard)
    context = {
        "standard": Standard.objects.filter(code=standard).first(),
        "awards": awards.with_names().in_order(),
        "totals": awards.totals(),
    }
    if not context["awards"]:
        raise NotFound(_("No award by this standard has been announced."))
    context |= told_of_all(context["awards"])
    return render(request, "governance/award_standard.html", context)


def told_of_all(awards) -> dict:
    samples = [award for award in awards if award.is_sample or award.organization.is_sample]
    return {"has_samples": bool(samples), "common": award_pages.common_source(awards)}


@require_safe
def award_photo(request, code):
    award = Award.objects.public().filter(code=code).exclude(photo="").first()
    if award is None:
        raise Http404
    return award_photos.response(award)
