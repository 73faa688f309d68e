"""What the site itself says, in Dutch and English."""

import tomllib
from pathlib import Path

LANGUAGES = {"nl": "Nederlands", "en": "English"}
TEXTS: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))


def texts(lang: str) -> dict[str, str]:
    """All texts of the site in one language."""
    return {name: words[lang] for name, words in TEXTS.items()}
