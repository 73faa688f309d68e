"""The app `evidence`."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Named by its folder."""

    name = "toonbank.evidence"
    label = "evidence"
