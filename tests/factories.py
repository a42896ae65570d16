"""Records for tests. Every value that a test speaks of is given by the test."""

import datetime
from itertools import count

from networks.choices import (
    Ending,
    Kind,
    NameUse,
    OrganizationEventKind,
    OrganizationType,
    Position,
    SuccessionKind,
)
from networks.models import (
    Agency,
    Appointment,
    AreaNetwork,
    CommitteeMember,
    CommitteeTerm,
    District,
    Organization,
    OrganizationEvent,
    OrganizationName,
    OrganizationSuccession,
    Person,
    PopulationCount,
    Proposal,
    RegisterCount,
    SeatHolding,
    Source,
    Subdistrict,
)

_numbers = count(1)


def make_network(number=1, **values):
    return AreaNetwork.objects.get_or_create(number=number, defaults=values)[0]


def make_district(name="นาด้วง", *, network=1, **values):
    number = next(_numbers)
    return District.objects.create(
        **{
            "code": f"{4300 + number % 5000:04d}",
            "name": name,
            "name_en": f"District {number}",
            "network": make_network(network),
            "network_order": number,
            "office_latitude": "17.4792",
            "office_longitude": "101.9707",
            **values,
        }
    )


def make_subdistrict(name="กุดป่อง", *, district=None, **values):
    district = district or make_district()
    return Subdistrict.objects.create(
        **{
            "code": f"{district.code}{next(_numbers) % 100:02d}",
            "name": name,
            "name_en": f"Subdistrict {name}",
            "district": district,
            **values,
        }
    )


def make_source(title="ข่าวประชาสัมพันธ์", **values):
    return Source.objects.create(**{"code": f"s{next(_numbers)}", "title": title, **values})


def make_organization(name="สหกรณ์การเกษตรนาด้วง จำกัด", **values):
    return Organization.objects.create(**organization_values(name, **values))


def organization_values(name, **values):
    return {
        "code": f"t{next(_numbers):05d}",
        "kind": Kind.COOPERATIVE,
        "type": OrganizationType.AGRICULTURAL,
        "name": name,
        **values,
    }


def make_group(name="กลุ่มเกษตรกรทำสวนบ้านน้ำพุ", **values):
    return make_organization(
        name, **{"kind": Kind.FARMER_GROUP, "type": OrganizationType.ORCHARD, **values}
    )


def make_name(organization, name, use=NameUse.FORMER, **values):
    return OrganizationName.objects.create(organization=organization, name=name, use=use, **values)


def make_succession(former, successor, kind=SuccessionKind.AMALGAMATION, **values):
    return OrganizationSuccession.objects.create(
        former=former, successor=successor, kind=kind, **values
    )


def make_event(organization=None, kind=OrganizationEventKind.DISSOLUTION, **values):
    values = {"happened_on": datetime.date(2025, 3, 31), **values}
    organization = organization or make_organization()
    return OrganizationEvent.objects.create(organization=organization, kind=kind, **values)


def make_register_count(number=89, kind=Kind.COOPERATIVE, **values):
    """According to the register of 2556, unless another date is given."""
    in_2556 = {"counted_on": datetime.date(2013, 1, 1), "counted_on_precision": "year"}
    return RegisterCount.objects.create(**{"number": number, "kind": kind, **in_2556, **values})


def make_population_count(people=1000, **values):
    """Of `district` or of `subdistrict`."""
    values = {"counted_on": datetime.date(2013, 12, 31), **values}
    return PopulationCount.objects.create(people=people, **values)


def make_agency(name="สำนักงานสหกรณ์จังหวัดเลย", **values):
    return Agency.objects.create(**{"code": f"a{next(_numbers)}", "name": name, **values})


def make_person(first_name="สมชาย", last_name="ใจดี", *, title="นาย", **values):
    return Person.objects.create(
        **{
            "code": f"p{next(_numbers)}",
            "title": title,
            "first_name": first_name,
            "last_name": last_name,
            **values,
        }
    )


def appoint(person, position=Position.MANAGER, *, at, **values):
    """`at` is an organization or an agency."""
    body = "agency" if isinstance(at, Agency) else "organization"
    return Appointment.objects.create(person=person, position=position, **{body: at}, **values)


def make_term(**values):
    return CommitteeTerm.objects.create(
        **{
            "code": f"term{next(_numbers)}",
            "name": "คณะกรรมการเครือข่ายระดับจังหวัด",
            "starts_on": datetime.date(2025, 10, 1),
            "ending": Ending.IN_OFFICE,
            **values,
        }
    )


def make_member(term, office, person=None, **values):
    person = person or make_person()
    return CommitteeMember.objects.create(term=term, office=office, person=person, **values)


def seat(network, number, starts_on, holder=None, organization=None, **values):
    """A row of the ledger; without a holder the seat is vacant."""
    occupancy = "held" if holder else "vacant"
    return SeatHolding.objects.create(
        **{
            "network": network,
            "seat": number,
            "starts_on": starts_on,
            "occupancy": occupancy,
            "holder": holder,
            "organization": organization,
            **values,
        }
    )


def make_proposal(organization, *, by, kind=Proposal.Kind.CONTACT, wanted=None, **values):
    """That the telephone number is another one, unless something else is given."""
    wanted = wanted or {"phone": "0 4281 9999"}
    before = {name: getattr(organization, name) for name in wanted if hasattr(organization, name)}
    return Proposal.objects.create(
        **{
            "organization": organization,
            "kind": kind,
            "wanted": wanted,
            "before": before,
            "made_by": by,
            "owner": values.get("on_behalf_of") or by,
            **values,
        }
    )
