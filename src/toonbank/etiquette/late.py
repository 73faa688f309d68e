"""Patterns that are compiled when they are first used; see `language.late`."""

from toonbank.language.late import late

__all__ = ["late"]
