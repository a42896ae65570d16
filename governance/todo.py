"""What governance has to say of what needs doing."""

from governance.desk_cards import desk_todos

__all__ = ["desk_todos"]
