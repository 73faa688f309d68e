"""The app of shops, their people and their accounts."""

from django.apps import AppConfig


class ShopsConfig(AppConfig):
    """Shops come first: every other app points here."""

    name = "toonbank.shops"
    label = "shops"
