"""Awards as the public pages tell them: never before they are announced, and the revoked ones
too, as revoked."""

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from governance.choices import AreaLevel, AwardObject
from governance.models import Award
from governance.states import AwardState
from loei_coop.site.open_data.schema import (
    Column,
    Dataset,
    Type,
    partial_text,
    source_columns,
    word_columns,
)
from loei_coop.thai.dates import buddhist_year


def records(_parameters):
    return Award.objects.public().with_names().in_order()


def latest_announcement():
    """When the file last changed by the clock alone."""
    return Award.objects.public().aggregate(latest=Max("announced_at"))["latest"]


IDENTITY = (
    Column(
        "code",
        _("code of verification"),
        _("Permanent; the award is verified at /verify/<code>/."),
        lambda a: a.code,
        required=True,
        unique=True,
        example="governance-2556-1",
    ),
    Column(
        "organization_code",
        _("code of the cooperative or farmer group"),
        _("Permanent; its page is /organizations/<code>/."),
        lambda a: a.organization.code,
        required=True,
        example="0005",
    ),
    Column(
        "organization",
        _("cooperative or farmer group"),
        _("Full name, in Thai."),
        lambda a: a.organization.name,
        required=True,
        example="สหกรณ์การเกษตรท่าลี่ จำกัด",
    ),
    Column(
        "fiscal_year",
        _("fiscal year"),
        _("Of the Common Era; it begins on 1 October of the year before."),
        lambda a: a.fiscal_year,
        type=Type.INTEGER,
        required=True,
        example="2013",
    ),
    Column(
        "fiscal_year_be",
        _("fiscal year, Buddhist era"),
        _("The same year; the page of its awards is /awards/<year>/."),
        lambda a: buddhist_year(a.fiscal_year),
        type=Type.INTEGER,
        required=True,
        example="2556",
    ),
)

WRITTEN_ON_IT = (
    *word_columns(
        "object",
        AwardObject,
        of=lambda a: a.award_object,
        title=_("object"),
        label_title=_("object, in Thai"),
        description=_("Plaque or certificate."),
        required=True,
    ),
    Column(
        "standard",
        _("code of the standard"),
        _("By which it is awarded. Empty: by none of the portal."),
        lambda a: a.standard and a.standard.code,
        example="governance",
    ),
    Column(
        "standard_th",
        _("standard, in Thai"),
        _("The same in Thai, as the pages say it."),
        lambda a: a.standard and a.standard.name,
    ),
    Column("title", _("what it is given for"), _("In Thai."), lambda a: a.title or None),
    Column(
        "result_level",
        _("level of the result"),
        _("The word of the edition or of the source, in Thai."),
        lambda a: a.result_level or None,
        example="ดีเด่น",
    ),
    *word_columns(
        "area_level",
        AreaLevel,
        of=lambda a: a.area_level,
        title=_("level of the area"),
        label_title=_("level of the area, in Thai"),
        description=_("Of the province, the department or the nation."),
        required=True,
    ),
    Column(
        "is_pilot",
        _("pilot"),
        _("True: as one of the pilot cooperatives or groups."),
        lambda a: a.is_pilot,
        type=Type.BOOLEAN,
        required=True,
        example="true",
    ),
    Column(
        "excellence", _("category of excellence"), _("In Thai."), lambda a: a.excellence or None
    ),
    Column(
        "order",
        _("order in the announcement"),
        _("Within the year and the standard."),
        lambda a: a.order,
        type=Type.INTEGER,
        required=True,
        example="1",
    ),
    Column(
        "number",
        _("number of the award"),
        _("As it is written on the paper."),
        lambda a: a.number or None,
    ),
)

WAY = (
    *word_columns(
        "state",
        AwardState,
        of=lambda a: a.state,
        title=_("state"),
        label_title=_("state, in Thai"),
        description=_("A revoked award is no longer valid; its row stays."),
        required=True,
    ),
    Column(
        "presenter",
        _("presented by"),
        _("Title, first name and last name, in Thai."),
        lambda a: a.presenter and a.presenter.full_name,
    ),
    Column(
        "presenter_post",
        _("post of the presenter"),
        _("As it was then, in Thai."),
        lambda a: a.presenter_post or None,
    ),
    Column(
        "presented_on",
        _("day of the presentation"),
        _("That is, or was, known. Common Era."),
        lambda a: partial_text(a, "presented_on"),
        type=Type.PARTIAL_DATE,
        example="2013-07",
    ),
    Column("place", _("place of the presentation"), _("In Thai."), lambda a: a.place or None),
    Column(
        "revoked_order",
        _("order of the revocation"),
        _("Of a revoked award."),
        lambda a: a.revoked_order or None,
    ),
    Column(
        "revoked_on",
        _("date of the order"),
        _("Of a revoked award. Common Era."),
        lambda a: a.revoked_on and a.revoked_on.isoformat(),
        type=Type.DATE,
    ),
    Column(
        "revocation_text",
        _("public sentence on the revocation"),
        _("In Thai."),
        lambda a: a.revocation_text or None,
    ),
)

AWARDS = Dataset(
    name="awards",
    title=_("Awards"),
    description=_(
        "Plaques and certificates of cooperatives and farmer groups, from the moment of their "
        "announcement. An award has no place on the map: there is no GeoJSON of it."
    ),
    columns=(*IDENTITY, *WRITTEN_ON_IT, *WAY, *source_columns()),
    records=records,
    key="code",
    changed_by_the_clock=latest_announcement,
)
