"""The app `web`."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Named by its folder."""

    name = "toonbank.web"
    label = "web"
