from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from loei_coop.common.arguments import whole_number
from networks.register import former_contacts


class Command(BaseCommand):
    help = "Removes telephone and e-mail of people who hold nothing any more. Names stay."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Only tell whose and what.")
        parser.add_argument(
            "--days",
            type=whole_number,
            default=settings.FORMER_CONTACT_DAYS,
            help="for so long after the last office they stay (default: %(default)s)",
        )

    def handle(self, *, dry_run, days, **options):
        if dry_run:
            people = list(former_contacts.concerned(days))
            self.tell(people)
            self.stdout.write(_("Nothing was removed. Persons concerned: %s") % len(people))
            return
        removed = former_contacts.remove(days)
        self.tell(removed.people)
        self.stdout.write(_("Contacts removed of persons: %s") % len(removed.people))
        self.stdout.write(_("Copies removed elsewhere: %s") % removed.copies)

    def tell(self, people):
        for person in people:
            what = ", ".join(former_contacts.kinds_kept(person))
            self.stdout.write(f"{person.code} {person}: {what}")
