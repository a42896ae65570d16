"""A round of a small standard with the people around it: มาลี manages สหกรณ์การเกษตรท่าลี่ จำกัด,
วิชัย reviews, สมศรี confirms for the working group."""

import datetime
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.utils import timezone

from governance import answers, workflow
from governance.models import Assessment, AssessmentRound, Item, ItemReview, WorkingGroupMeeting
from governance.rounds import make_round
from networks.models import District, Organization
from tests.factories import appoint, make_district, make_organization, make_person
from tests.governance.factories import (
    make_category,
    make_edition,
    make_item,
    make_level,
    make_steps,
)

LAST_YEAR = datetime.date(2025, 10, 1)
FIGURE = "สมาชิกที่มาประชุมใหญ่ (ร้อยละ)"
FIGURE_IN_ENGLISH = "Members at the general meeting (percent)"
RESOLUTION = {"resolution_number": "5/2569", "resolution_on": datetime.date(2026, 5, 20)}


def make_small_edition(categories=2, items=2, **values):
    """Items of 2 points each with steps of 25 percent; the first of a category is on internal
    control. ดีเด่น from 90, ดีมาก from 80."""
    edition, made = make_edition(**values), []
    for c in range(1, categories + 1):
        category = make_category(f"หลักที่ {c}", edition=edition, number=str(c), order=c)
        for i in range(1, items + 1):
            item = make_item(
                f"ข้อ {c}.{i}",
                category=category,
                number=f"{c}.{i}",
                order=i,
                target=75,
                is_internal_control=i == 1,
            )
            made.append(item)
    make_steps(*made)
    make_level("ดีเด่น", 90, edition=edition)
    make_level("ดีมาก", 80, edition=edition)
    return edition


def make_asking_edition(**values):
    """A small one whose item 1.1 asks for a figure of the accounting year."""
    edition = make_small_edition(**values)
    item = Item.objects.get(category__edition=edition, number="1.1")
    item.figure, item.figure_en = FIGURE, FIGURE_IN_ENGLISH
    item.save()
    return edition


def make_weighted_edition(**points):
    """Items of one category with these points, {"i1_1": 44}, and steps of 25 percent. ดีเด่น from
    90, ดีมาก from 80, ดี from 70."""
    edition = make_edition()
    category = make_category(edition=edition)
    for place, (name, value) in enumerate(points.items()):
        number = name.removeprefix("i").replace("_", ".")
        make_steps(make_item(category=category, number=number, order=place, points=value))
    for name, minimum in (("ดีเด่น", 90), ("ดีมาก", 80), ("ดี", 70)):
        make_level(name, minimum, edition=edition)
    return edition


def open_round(edition=None, *, fiscal_year=2026, **values) -> AssessmentRound:
    """Open since yesterday, for thirty days."""
    now = timezone.now()
    times = {
        "opens_at": now - datetime.timedelta(days=1),
        "closes_at": now + datetime.timedelta(days=30),
    }
    edition = edition or make_small_edition()
    return make_round(edition, fiscal_year=fiscal_year, **{**times, **values})


def make_user(name, *rights, **values):
    user = get_user_model().objects.create_user(name, password="x", **values)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    return user


def make_officer(name="wichai", *rights):
    return make_user(name, *rights, is_staff=True)


def make_reviewer(name="wichai"):
    return make_officer(name, "view_assessment", "review_assessment")


def make_confirmer(name="somsri"):
    return make_officer(name, "view_assessment", "confirm_assessment", "manage_assessment")


def make_manager(organization, name="malee", *, first_name="มาลี", position="manager"):
    """The user; her person is `user.person`."""
    user = make_user(name, first_name=first_name, last_name="ใจงาม")
    person = make_person(first_name, "ใจงาม", user=user)
    appoint(person, position, at=organization, starts_on=LAST_YEAR)
    return user


@dataclass
class Case:
    """One organization in a round."""

    round: AssessmentRound
    organization: Organization
    manager: object
    assessment: Assessment

    @property
    def items(self):
        from governance.completeness import asked_items

        return list(asked_items(self.assessment))

    def item(self, number):
        return next(item for item in self.items if item.number == number)

    def fill(self, share=75, text="ทำตามแผน", **values):
        """All items the same, and the accounting year."""
        Assessment.objects.filter(pk=self.assessment.pk).update(
            accounting_year_end=datetime.date(2026, 3, 31), is_year_closed=True
        )
        for item in self.items:
            self.answer(item, share=share, text=text, **values)
        self.assessment.refresh_from_db()

    def answer(self, item, *, base=0, by=None, on_behalf_of=None, **values):
        content = {
            "share": None,
            "is_not_applicable": False,
            "text": "",
            "figure": "",
            "is_figure_open": False,
            **values,
        }
        authors = {"by": by or self.manager, "on_behalf_of": on_behalf_of}
        return answers.save(self.assessment, item, content, base=base, **authors)

    def submit(self, **values):
        workflow.submit(self.assessment, by=self.manager, **{**RESOLUTION, **values})
        self.assessment.refresh_from_db()

    def review(self, reviewer, *, share=None, **lowered):
        """Agrees with all, but for `lowered`: {code of an item: share}."""
        for answer in self.assessment.answers.select_related("item"):
            other = lowered.get(answer.item.code.replace("-", "_"))
            ItemReview.objects.update_or_create(
                assessment=self.assessment,
                item=answer.item,
                defaults={
                    "share": answer.share if other is None else other,
                    "is_agreed": other is None,
                    "reason": "" if other is None else "หลักฐานไม่พอ",
                    "reviewed_by": reviewer,
                },
            )


def make_case(name="สหกรณ์การเกษตรท่าลี่ จำกัด", *, round_=None, manager="malee", **values) -> Case:
    round_ = round_ or open_round()
    district = District.objects.filter(name="ท่าลี่").first() or make_district("ท่าลี่", network=4)
    organization = make_organization(name, **{"district": district, **values})
    user = make_manager(organization, manager)
    return Case(round_, organization, user, workflow.start(round_, organization, by=user))


def make_meeting(round_, *members, by, number="1/2569"):
    meeting = WorkingGroupMeeting.objects.create(
        round=round_, number=number, held_on=timezone.localdate(), made_by=by
    )
    meeting.members.set(members or [make_person("ประเสริฐ"), make_person("วันดี")])
    return meeting
