"""What waits at a desk, collected from the `todo.py` of every app that has something to say."""

from loei_coop.common.todo import Card, Tone, todo_modules
from loei_coop.desk.guards import Desk

ORDER = list(Tone)


def cards_of(desk: Desk) -> list[Card]:
    """The most pressing first."""
    offering = [module for module in todo_modules() if hasattr(module, "desk_todos")]
    found = [card for module in offering for card in module.desk_todos(desk)]
    return sorted(found, key=lambda card: ORDER.index(card.tone))
