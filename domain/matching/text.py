"""Words out of text: tokens, folding of accents and case, stems."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import Stemmer  # type: ignore[import-not-found]

LONGEST = 40
"""Letters of a word that are looked at; nothing longer is a word that two people would both write."""

SNOWBALL = {"nl": ("dutch", "dutch_porter"), "en": ("english",)}

_TOKEN = re.compile(r"[^\W_]+(?:['’](?:[^\W\d_]{2,}|t\b))?")
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


@lru_cache(maxsize=65536)
def stems(word: str, languages: tuple[str, ...] = tuple(SNOWBALL)) -> tuple[str, ...]:
    """Return the stems of a folded word in the languages it may be in, without repeats.

    Dutch has two Snowball stemmers that fail on different words (Kraaij-Pohlmann turns "schulden" into
    "schul", Porter's leaves "gezinnen" at "gezinn"); words are kin when either says so.
    """
    return tuple(dict.fromkeys(root for language in languages for root in _roots(word, language)))


def stem_all(words: Sequence[str], language: str) -> list[set[str]]:
    """Return the stems that each of many folded words has in one language."""
    found: list[set[str]] = [{word} for word in words] if language not in SNOWBALL else [set() for _ in words]
    for algorithm in SNOWBALL.get(language, ()):
        roots = _stemmer(algorithm).stemWords(words)
        for roots_of, root in zip(found, roots, strict=True):
            roots_of.add(_ending(root) if algorithm == "dutch_porter" else root)
    return found


def outer_stems(words: Sequence[str], language: str) -> dict[str, tuple[str, str]]:
    """Return the stems of many folded words by the first and the last stemmer of a language."""
    algorithms = SNOWBALL.get(language)
    if not algorithms:
        return {word: (word, word) for word in words}
    first, last = (_stemmer(algorithm).stemWords(words) for algorithm in (algorithms[0], algorithms[-1]))
    if algorithms[-1] == "dutch_porter":
        last = map(_ending, last)
    return dict(zip(words, zip(first, last, strict=True), strict=True))


def _roots(word: str, language: str) -> Iterator[str]:
    for algorithm in SNOWBALL.get(language, ()):
        root = str(_stemmer(algorithm).stemWord(word))
        yield _ending(root) if algorithm == "dutch_porter" else root
    if language not in SNOWBALL:
        yield word


def _ending(root: str) -> str:
    """Return a Dutch root with the final consonant that its singular has: huiz, briev and gezinn."""
    if len(root) > 2 and root[-1] == root[-2]:
        root = root[:-1]
    return root[:-1] + {"z": "s", "v": "f"}.get(root[-1], root[-1]) if root else root


def _stemmer(algorithm: str) -> Any:
    stemmers: dict[str, Any] = _own.__dict__.setdefault("stemmers", {})
    if algorithm not in stemmers:
        stemmers[algorithm] = Stemmer.Stemmer(algorithm)
    return stemmers[algorithm]
