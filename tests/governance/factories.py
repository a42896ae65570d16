"""Criteria and rounds for tests. Every value that a test speaks of is given by the test."""

import datetime
from itertools import count

from governance.models import Category, Edition, Item, Level, Standard, Step
from governance.rounds import make_round

_numbers = count(1)
OCTOBER = datetime.datetime(2025, 10, 1, tzinfo=datetime.UTC)
MAY = datetime.datetime(2026, 5, 31, tzinfo=datetime.UTC)


def make_standard(name="การประเมินธรรมาภิบาล", **values):
    given = {"code": f"s{next(_numbers)}", "category_word": "หลัก", "item_word": "ข้อ", **values}
    return Standard.objects.create(name=name, **given)


def make_edition(name="ธรรมาภิบาล 2569", *, standard=None, **values):
    return Edition.objects.create(
        **{
            "standard": standard or make_standard(),
            "code": f"e{next(_numbers)}",
            "name": name,
            "year": 2026,
            **values,
        }
    )


def make_category(name="หลักประสิทธิผล", *, edition=None, number="1", **values):
    edition = edition or make_edition()
    return Category.objects.create(name=name, edition=edition, number=number, **values)


def make_item(name="มีแผนงานประจำปี", *, category=None, number="1.1", **values):
    values = {"code": number.replace(".", "-"), "points": 2, **values}
    category = category or make_category()
    return Item.objects.create(name=name, category=category, number=number, **values)


def make_step(item=None, share=50, **values):
    """One percentage, unless `highest` makes it a band."""
    return Step.objects.create(**step_values(item or make_item(), share, **values))


def make_steps(*items, shares=(0, 25, 50, 75, 100)):
    """Of many items at once, which is much quicker; they have no history."""
    values = [step_values(item, share) for item in items for share in shares]
    return Step.objects.bulk_create(Step(**each) for each in values)


def step_values(item, share, **values):
    words = {"label": str(share), "meaning": "ทำบางส่วน"}
    return {"item": item, "lowest": share, "highest": share, **words, **values}


def make_level(name="ดีเด่น", minimum=90, *, edition=None, **values):
    edition = edition or make_edition()
    return Level.objects.create(name=name, minimum=minimum, edition=edition, **values)


def make_used_edition(name="ธรรมาภิบาล 2568", fiscal_year=2025):
    """One category with one item of two steps, and a level; a round uses it."""
    edition = make_edition(name)
    item = make_item(category=make_category(edition=edition))
    make_step(item, 0)
    make_step(item, 100)
    make_level(edition=edition)
    make_round(edition, fiscal_year=fiscal_year, opens_at=OCTOBER, closes_at=MAY)
    edition.refresh_from_db()
    return edition
