from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from loei_coop.accounts import second_factor
from loei_coop.accounts.models import User


class Command(BaseCommand):
    help = "Takes the second step of signing in off an account: for the last administrator."

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, *, username, **options):
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(_("No account has the user name %(name)s.") % {"name": username})
        if not second_factor.reset(user):
            raise CommandError(_("This account has no second step; nothing was changed."))
        self.stdout.write(_("The second step was reset."))
