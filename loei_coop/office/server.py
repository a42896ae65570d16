"""The web server of a small office: gunicorn inside the one process that was started."""

import socket

from django.conf import settings
from django.core.management.base import CommandError
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.utils.translation import gettext as _
from gunicorn.app.base import BaseApplication

HOST = "127.0.0.1"
PORTS = range(1, 65536)


def listening_socket(port: int) -> socket.socket:
    """Listens at once: a busy port stops the start before anything else is done."""
    if port not in PORTS:
        raise CommandError(_("PORT must be a number from 1 to 65535."))
    try:
        return socket.create_server((HOST, port), backlog=128)
    except OSError as error:
        raise CommandError(
            _("Port %(port)s cannot be used (%(why)s). Set PORT to another one, such as 8001.")
            % {"port": port, "why": error.strerror}
        ) from error


class Server(BaseApplication):
    """Serves the portal on a socket that listens already."""

    def __init__(self, listener: socket.socket, when_ready):
        self.options = {
            "bind": f"fd://{listener.fileno()}",
            "workers": settings.WORKERS,
            "worker_class": "gthread",
            "threads": 4,
            "loglevel": "error",
            # Long addresses are answered by the portal itself, in the visitor's language.
            "limit_request_line": 0,
            "when_ready": lambda arbiter: when_ready(),
        }
        super().__init__()

    def load_config(self):
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self):
        return get_wsgi_application()


def serve(listener: socket.socket, *, when_ready) -> None:
    """Until Ctrl-C or SIGTERM."""
    # Workers are forks: each must open a database connection of its own.
    connections.close_all()
    Server(listener, when_ready).run()
