from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from loei_coop.office import accounts, server


class Command(BaseCommand):
    help = "Sets up the portal with its records and serves it on this computer."

    def handle(self, **options):
        listener = server.listening_socket(settings.PORT)
        settings.DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
        call_command("migrate", interactive=False, verbosity=0)
        call_command("load_records", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        if password := accounts.create_first_officer():
            self.introduce(_("Officer's account, shown this once:"), accounts.USERNAME, password)
            self.introduce_sample_manager()
        server.serve(listener, when_ready=self.say_address)

    def introduce_sample_manager(self):
        if account := accounts.create_sample_manager():
            sentence = _("A sample manager's account, shown this once:")
            self.introduce(sentence, *account)

    def introduce(self, sentence, name, password):
        self.stdout.write(sentence)
        self.stdout.write(_("  user name: %(name)s") % {"name": name})
        self.stdout.write(_("  password: %(password)s") % {"password": password})

    def say_address(self):
        address = f"http://{server.HOST}:{settings.PORT}/"
        self.stdout.write(_("The portal is open at %(address)s") % {"address": address})
        self.stdout.write(_("Officers sign in at %(address)s") % {"address": f"{address}admin/"})
        self.stdout.write(_("Managers sign in at %(address)s") % {"address": f"{address}desk/"})
        self.stdout.write(_("Stop it with Ctrl-C."))
        self.stdout.flush()
