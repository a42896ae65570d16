"""What the public pages tell of learning from one another: only what is shared."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.utils import timezone

from governance.models import Award, Forum, ForumHost, Practice, Topic
from loei_coop.thai.django.fields import partial_date
from loei_coop.thai.fiscal import fiscal_year_bounds, quarter_bounds
from networks.models import Organization

LATEST = 3


@dataclass(frozen=True)
class TopicPage:
    """`leaders`: holders of an award by the standard of the topic, the latest first."""

    topic: Topic
    practices: list[Practice]
    hosts: list[ForumHost]
    leaders: list[Award]

    @property
    def has_samples(self) -> bool:
        rows = [*self.practices, *self.leaders, *(row.forum for row in self.hosts)]
        holders = [row.organization for row in [*self.practices, *self.hosts, *self.leaders]]
        return any(row.is_sample for row in [*rows, *holders])


def topic_page(topic: Topic) -> TopicPage:
    practices = Practice.objects.public().filter(topic=topic).with_names().latest_first()
    hosts = ForumHost.objects.public().filter(topic=topic).with_names().in_order()
    return TopicPage(topic, list(practices), list(hosts), leaders_of(topic))


def leaders_of(topic: Topic) -> list[Award]:
    """One award of each holder."""
    if topic.standard is None:
        return []
    awards = Award.objects.leading().filter(standard=topic.standard)
    found: dict[int, Award] = {}
    for award in awards.with_names().in_order():
        found.setdefault(award.organization_id, award)
    return list(found.values())


@dataclass(frozen=True)
class HostedTopic:
    """Of a forum: who tells of it, in the order of the announcement."""

    topic: Topic
    hosts: list[ForumHost]


@dataclass(frozen=True)
class ForumPage:
    forum: Forum
    topics: list[HostedTopic]
    has_award_holders: bool

    @property
    def hosts(self) -> list[ForumHost]:
        return [host for part in self.topics for host in part.hosts]

    @property
    def has_samples(self) -> bool:
        return self.forum.is_sample or any(host.organization.is_sample for host in self.hosts)

    @property
    def is_overdue(self) -> bool:
        """Its source told of it beforehand, and its time is over."""
        last = last_day_of(self.forum)
        return (
            self.forum.is_planned and self.forum.source is not None and last < timezone.localdate()
        )

    @property
    def are_hosts_of_learning_only(self) -> bool:
        """They tell of what they do well under a standard by which none of them has an award."""
        return bool(self.forum.standard and self.topics and not self.has_award_holders)


def last_day_of(forum: Forum) -> datetime.date:
    """By which it is to be held, as far as it is known."""
    if forum.held_on:
        return partial_date(forum, "held_on").last
    if forum.quarter:
        return quarter_bounds(forum.fiscal_year, forum.quarter)[1]
    return fiscal_year_bounds(forum.fiscal_year)[1]


def forum_page(forum: Forum) -> ForumPage:
    hosts = list(forum.hosts.with_names().in_order())
    by_topic = defaultdict(list)
    for host in hosts:
        by_topic[host.topic].append(host)
    topics = [HostedTopic(topic, rows) for topic, rows in by_topic.items()]
    return ForumPage(forum, topics, have_award(forum, hosts))


def have_award(forum: Forum, hosts: list[ForumHost]) -> bool:
    """One of them at least, by the standard of the forum."""
    awards = Award.objects.public().valid().filter(standard=forum.standard_id)
    return awards.filter(organization__in=[host.organization_id for host in hosts]).exists()


@dataclass(frozen=True)
class Told:
    """What an organization tells others."""

    practices: list[Practice]
    hosts: list[ForumHost]

    @property
    def is_any(self) -> bool:
        return bool(self.practices or self.hosts)

    @property
    def has_samples(self) -> bool:
        rows = [*self.practices, *(host.forum for host in self.hosts)]
        return any(row.is_sample for row in rows)


def told_by(organization: Organization) -> Told:
    practices = organization.practices.public().with_names().by_topic()
    hosts = organization.hosted_forums.public().with_names().in_order()
    return Told(list(practices), list(hosts))


def told_at(practice: Practice) -> list[ForumHost]:
    """The forums at which it is told."""
    rows = ForumHost.objects.public().filter(practice=practice)
    return list(rows.with_names().in_order())


def award_of(practice: Practice) -> Award | None:
    """That it comes from; a revoked one is told as such."""
    return Award.objects.public().with_names().filter(pk=practice.award_id).first()


def latest() -> Told:
    """As the home page names them: practices, and the hosts of the latest forum."""
    practices = Practice.objects.public().with_names().latest_first()[:LATEST]
    forum = Forum.objects.public().latest_first().first()
    hosts = forum.hosts.public().with_names().in_order() if forum else []
    return Told(list(practices), list(hosts))
