"""Who speaks: the office, its province, its slogan; and the source of what is told of the past."""

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from loei_coop.news.facts.fact import Fact, NoRecordsError
from networks.models import Agency, Source

PROVINCE_CODE = "loei-province"
PROVINCE_WORDS = ("จังหวัด", " Province")


def office_facts() -> Iterator[Fact]:
    office, province = Agency.objects.office(), agency(PROVINCE_CODE)
    if office is None or province is None:
        raise NoRecordsError(
            _("The office or the province is not recorded among the agencies. Record it first.")
        )
    yield Fact("office", named(office), gettext_lazy("the office"), (office,))
    yield Fact("province", province_names(province), gettext_lazy("province"), (province,))
    yield Fact("slogan", list(settings.SLOGAN), gettext_lazy("slogan"))


def agency(code: str) -> Agency | None:
    return Agency.objects.filter(code=code).first()


def named(row) -> dict[str, str]:
    return {"name": row.name, "name_en": row.name_en or row.name}


def province_names(province: Agency) -> dict[str, str]:
    """With the names as the titles use them: "เลย", "Loei"."""
    before, behind = PROVINCE_WORDS
    names = named(province)
    return names | {
        "short": names["name"].removeprefix(before),
        "short_en": names["name_en"].removesuffix(behind),
    }


def source_fact(source: Source | None) -> Iterator[Fact]:
    """What a release of the past is composed from, as its last line says."""
    if source is None:
        return
    value = {
        "title": source.title,
        "title_en": source.title_en or source.title,
        "dating": source.dating_note,
        "dating_en": source.dating_note_en or source.dating_note,
    }
    yield Fact("source", value, gettext_lazy("source"), (source,))
