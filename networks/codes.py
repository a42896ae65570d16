"""The next free code of an organization."""

from networks.models import Organization


def next_code() -> str:
    """Four digits, one more than the highest ever given: "0012". Removed records count too."""
    given = {
        int(code)
        for rows in (Organization.objects, Organization.history)
        for code in rows.values_list("code", flat=True)
        if code.isdecimal()
    }
    return f"{max(given, default=0) + 1:04d}"
