"""Toonbank: do online only what a good shopkeeper would do at the counter."""

__version__ = "0.1.0"
