"""The words that the privacy guard knows, read once from the word lists."""

from __future__ import annotations

from functools import cache

from content import lexicon
from domain.guard import Dictionary, Names


@cache
def known_names() -> Names:
    """Return the names, places and organisations; the dictionary is read when a word is looked up in it."""
    return Names(
        first=lexicon.names("first"),
        also_words=lexicon.names("also_words"),
        last=lexicon.names("last"),
        places=lexicon.names("places"),
        others=lexicon.names("others"),
        listed=_listed,
    )


def _listed(word: str) -> bool:
    return _dictionary().has(word)


@cache
def _dictionary() -> Dictionary:
    return Dictionary(lexicon.ordinary())
