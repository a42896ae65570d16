"""Why an act that moved a row, or made one that everybody sees, is not undone."""

from django.utils.translation import gettext


def why_moved(row, former, *, is_public: bool) -> str:
    if former is None and is_public:
        return gettext("everybody sees it: withdraw it instead")
    if former is not None and former.state != row.state:
        return gettext("its state changes by its own steps only")
    return ""
