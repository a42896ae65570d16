from django.http import Http404


class NotFound(Http404):
    """A 404 with a sentence for the visitor in its first argument."""
