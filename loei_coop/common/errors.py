from django.http import Http404


class NotFound(Http404):
    """A 404 with a sentence for the visitor in its first argument."""


class WorkflowError(Exception):
    """An act that is not possible now; its message is a sentence for whoever asked for it. Nothing
    was changed."""
