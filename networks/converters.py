"""Parts of addresses. Importing this makes them known."""

from django.urls import register_converter


class CodeConverter:
    """The code of an organization."""

    regex = "[a-z0-9]+(?:-[a-z0-9]+)*"

    def to_python(self, value):
        return value

    to_url = to_python


register_converter(CodeConverter, "code")
