"""Words out of text: tokens, folding of accents and case, stems."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import Stemmer  # type: ignore[import-not-found]

LONGEST = 40
"""Letters of a word that are looked at; nothing longer is a word that two people would both write."""

SNOWBALL = {"nl": "dutch", "en": "english"}

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W\d_]{2,})?")
_own = threading.local()  # a Snowball stemmer keeps state and is not safe to share between threads


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word in lower case without accents, at most `LONGEST` letters."""
    if word.isascii():
        return word.lower()[:LONGEST].replace("'", "")
    plain = unicodedata.normalize("NFKD", word.casefold().replace("’", ""))
    return "".join(letter for letter in plain if letter.isalnum())[:LONGEST]


def tokens(text: str) -> Iterator[tuple[str, str]]:
    """Yield (as written, folded) for every word of two letters or more and every number."""
    for found in _TOKEN.finditer(text):
        written = found.group()
        folded = fold(written)
        if len(folded) > 1 or folded.isdigit():
            yield written[:LONGEST], folded


def stem(word: str, language: str) -> str:
    """Return the Snowball stem of a folded word; languages without a stemmer keep the word."""
    stemmers: dict[str, Any] = _own.__dict__.setdefault("stemmers", {})
    if language not in stemmers:
        if language not in SNOWBALL:
            return word
        stemmers[language] = Stemmer.Stemmer(SNOWBALL[language])
    return str(stemmers[language].stemWord(word))


def stems(word: str, languages: Iterable[str] = tuple(SNOWBALL)) -> tuple[str, ...]:
    """Return the stems of a word whose language is unknown, without repeats."""
    return tuple(dict.fromkeys(stem(word, language) for language in languages))
