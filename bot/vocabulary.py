"""The words a person may type: commands in both languages, and the words on buttons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.render import label
from content import speech


class Vocabulary:
    """Looks words up in `content/` for a turn."""

    def command(self, word: str) -> str | None:
        """Return the name of the command that is typed as `word`, in either language."""
        return speech.commands().get(word)

    def label(self, payload: Mapping[str, Any], language: str) -> str:
        """Return the words on a button; nothing when it is so old that they are gone."""
        return label(payload, language, "UTC")

    def word(self, key: str, language: str) -> str:
        """Return one message without values."""
        return speech.speak(key, language, {})
