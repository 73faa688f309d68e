"""The app `conversations`."""

from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    """Named by its folder."""

    name = "toonbank.conversations"
    label = "conversations"
