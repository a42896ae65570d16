"""WSGI entry point: `gunicorn loei_coop.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "loei_coop.settings")

application = get_wsgi_application()
