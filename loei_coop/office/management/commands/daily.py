from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from loei_coop.office import daily


class Command(BaseCommand):
    help = "What is done once a day: clean-ups and reminders. For cron; twice does no harm."

    def handle(self, **options):
        try:
            with daily.only_one():
                results = [self.tell(done) for done in daily.run()]
        except daily.BusyError as error:
            raise CommandError(_("Another run is under way. Nothing was done.")) from error
        if any(done.failed for done in results):
            raise CommandError(_("Not everything could be done."))

    def tell(self, done):
        self.stdout.write(done.sentence)
        return done
