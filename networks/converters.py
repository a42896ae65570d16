"""Parts of addresses. Importing this makes them known."""

from django.urls import register_converter

from loei_coop.thai.dates import buddhist_year, common_year


class CodeConverter:
    """The code of an organization."""

    regex = "[a-z0-9]+(?:-[a-z0-9]+)*"

    def to_python(self, value):
        return value

    to_url = to_python


class BuddhistYearConverter:
    """A year, of the Buddhist era in the address and of the Common Era in the code."""

    regex = "2[4-6][0-9]{2}"

    def to_python(self, value):
        return common_year(int(value))

    def to_url(self, value):
        return str(buddhist_year(value))


register_converter(CodeConverter, "code")
register_converter(BuddhistYearConverter, "buddhist_year")
