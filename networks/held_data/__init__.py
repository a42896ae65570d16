"""All that the portal holds on one person, by sections. Whatever app comes to hold something
registers a section of its own: see `registry`."""

from importlib import import_module

from networks.held_data.registry import Held, collect

__all__ = ["Held", "collect"]

# What is imported registers itself; in this order the sections are shown.
for name in ("record", "account", "traces"):
    import_module(f"{__name__}.{name}")
