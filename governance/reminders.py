"""When managers are reminded that a round closes. Nothing is stored: the card at the desk follows
from the day."""

import datetime

from django.conf import settings
from django.utils import timezone


def days_left(deadline: datetime.datetime) -> int:
    """Days of the calendar; 0 on the last one."""
    return (timezone.localdate(deadline) - timezone.localdate()).days


def is_near(deadline: datetime.datetime) -> bool:
    """From the last but one of the reminders on it presses: there a week before."""
    soonest = sorted(settings.ASSESSMENT_REMINDER_DAYS)[:2]
    return bool(soonest) and deadline > timezone.now() and days_left(deadline) <= soonest[-1]


def is_a_day_to_remind(deadline: datetime.datetime) -> bool:
    return days_left(deadline) in settings.ASSESSMENT_REMINDER_DAYS
