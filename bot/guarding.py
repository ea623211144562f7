"""The names that the privacy guard knows, read once from the word lists."""

from __future__ import annotations

from functools import cache

from content import lexicon
from domain.guard import Names


@cache
def known_names() -> Names:
    """Return first names, first names that are words too, and surnames."""
    return Names(lexicon.names("first"), lexicon.names("also_words"), lexicon.names("last"))
