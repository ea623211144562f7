"""The word lists that matching needs: stop words per language and the parts of Dutch compounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True)
class WordLists:
    """Stop words by language code, and words that compounds of the field are made of."""

    stop: Mapping[str, frozenset[str]]
    parts: frozenset[str]


def read_lists() -> WordLists:
    """Return the lists in content/words: one word a line, UTF-8."""
    return WordLists(
        stop={language: _words(f"stopwords_{language}.txt") for language in ("nl", "en")},
        parts=_words("compounds_nl.txt"),
    )


def _words(name: str) -> frozenset[str]:
    text = files("content").joinpath("words", name).read_text(encoding="utf-8")
    return frozenset(text.split())
