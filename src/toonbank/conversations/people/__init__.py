"""What is known of somebody who talks with the shop: their history, what they allowed, what was promised to them."""

from toonbank.conversations.people.panel import Panel, person_panel_of

__all__ = ["Panel", "person_panel_of"]
