"""A text column whose contents are encrypted at rest (Fernet, with key rotation)."""

from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models

from toonbank.core.errors import ToonbankError


class EncryptedTextField(models.TextField):
    """Text in Python, a Fernet token in the database; "" stays "". Cannot be searched."""

    def get_prep_value(self, value: Any) -> Any:
        """Encrypt with the newest key."""
        text = super().get_prep_value(value)
        return seal(text) if text else text

    def from_db_value(self, value: str | None, *_: object) -> str | None:
        """Decrypt with whichever key fits; ToonbankError when none does."""
        return unseal(value) if value else value


def seal(text: str) -> str:
    """The text, encrypted with the newest key."""
    return _box().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """The text again, with whichever key fits; ToonbankError when none does."""
    try:
        return _box().decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise ToonbankError(
            "A stored token was encrypted with a key that is not in TOONBANK_FIELD_KEYS."
        ) from None


def _box() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.FIELD_KEYS])
