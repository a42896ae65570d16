from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from loei_coop.common.errors import NotFound
from loei_coop.common.sheets.writing import CSV_TYPE
from loei_coop.site.open_data import package
from loei_coop.site.open_data.datasets import DATASETS
from loei_coop.site.open_data.files import MEDIA_TYPES, file_response
from loei_coop.site.open_data.organizations import FilterError
from loei_coop.site.open_data.schema import Format, in_english, in_thai
from loei_coop.site.open_data.versions import unless_known, version
from networks.models import Organization


@require_safe
def open_data(request):
    context = {
        "datasets": DATASETS.values(),
        "licence": settings.OPEN_DATA_LICENCE,
        "provisional": package.PROVISIONAL,
        "has_samples": Organization.objects.standing().with_samples(),
    }
    return render(request, "site/open_data.html", context)


@require_safe
def data_file(request, name, format):
    dataset = DATASETS.get(name)
    if dataset is None or format not in dataset.formats:
        raise NotFound(_("There is no open-data file at this address."))
    format = Format(format)
    try:
        records = dataset.records(request.GET)
    except FilterError as error:
        return for_everybody(refusal(error))
    # The parameters of the address are part of its version, the columns a new release may change.
    known = version(
        request.get_full_path(),
        *dataset.column_names,
        changes_daily=dataset.changes_daily,
        clock_changed_at=dataset.changed_by_the_clock and dataset.changed_by_the_clock(),
    )
    response = unless_known(
        request,
        known,
        lambda: file_response(dataset, format, records, with_body=request.method != "HEAD"),
    )
    return for_everybody(response, file_name=f"{dataset.name}.{format}")


def refusal(error: FilterError) -> HttpResponse:
    """In both languages: the address of a file has none."""
    sentence = gettext_lazy("The filter “%(name)s” does not offer this value, so no file was made.")
    lines = [text % {"name": error.name} for text in (in_thai(sentence), in_english(sentence))]
    return HttpResponse(
        "".join(f"{line}\n" for line in lines),
        status=400,
        content_type="text/plain; charset=utf-8",
    )


@require_safe
def datapackage(request):
    return text_file(request, package.datapackage(), "datapackage.json", MEDIA_TYPES[Format.JSON])


@require_safe
def dictionary(request):
    return text_file(request, package.dictionary(), "dictionary.csv", CSV_TYPE)


def text_file(request, text, file_name, content_type):
    response = unless_known(
        request, version(text), lambda: HttpResponse(text, content_type=content_type)
    )
    return for_everybody(response, file_name=file_name)


def for_everybody(response, file_name=""):
    """Other sites may read it; search engines may not list it, since samples are in it."""
    response["Access-Control-Allow-Origin"] = "*"
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-cache"
    if file_name:
        response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response
