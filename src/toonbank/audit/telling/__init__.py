"""How a report is told: a story in sections, shown on a terminal or as a page that stands by itself."""

from toonbank.audit.telling.page import as_page
from toonbank.audit.telling.screen import as_text

__all__ = ["as_page", "as_text"]
