"""What is held on a person here: practices and promises that the account entered or decided on."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.models import ForumPromise, Practice
from networks.held_data.registry import of_account, records


@records(
    "practices",
    Practice,
    ["made_at", "organization", "topic", "title", "state", "agreed_at"],
    _("practices entered, agreed or selected"),
)
@of_account
def practices(user):
    entered = Q(made_by=user) | Q(on_behalf_of=user)
    decided = Q(agreed_by=user) | Q(selected_by=user)
    return Practice.objects.filter(entered | decided).with_names().latest_first()


@records("forum-promises", ForumPromise, ["made_at", "organization", "forum", "topic", "text"])
@of_account
def promises(user):
    rows = ForumPromise.objects.filter(Q(made_by=user) | Q(on_behalf_of=user))
    return rows.select_related("organization", "forum", "topic").in_order()
