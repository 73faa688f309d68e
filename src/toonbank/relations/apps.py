"""The app `relations`."""

from django.apps import AppConfig


class RelationsConfig(AppConfig):
    """Named by its folder."""

    name = "toonbank.relations"
    label = "relations"
