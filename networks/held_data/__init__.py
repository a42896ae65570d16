"""All that the portal holds on one person, by sections. Whatever app comes to hold something
registers a section of its own: see `registry`."""

from networks.held_data import account, record, traces
from networks.held_data.registry import Held, collect

__all__ = ["Held", "account", "collect", "record", "traces"]
