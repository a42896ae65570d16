"""What the columns of derived keys hold, and what they should."""

from loei_coop.thai.collation import whole_sort_key
from loei_coop.thai.search import search_text

KEYS = ["sort_key", "search_text"]
OLD, NEW = "สหกรณ์การเกษตรนาด้วง จำกัด", "สหกรณ์ออมทรัพย์ครูเลย จำกัด"


def stored(row):
    """What the columns hold, past the attributes that compute it."""
    return type(row)._base_manager.values_list("sort_key", "search_text").get(pk=row.pk)


def right_keys(name, code="0001"):
    return whole_sort_key(name.strip()), search_text(name, code)
