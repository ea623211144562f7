"""Likeness of a question to the title and aliases of a text, stop words, word order and letters included.

A name becomes two vectors: one over its words and pairs of words, one over the character n-grams in
its words (Cavnar & Trenkle 1994). A text is the sum of the vectors of its names (Rocchio 1971), so that
every alias moves it towards how people ask. Weighting is lnc.ltc (Salton & Buckley 1988): only the
question's side carries idf, so a text's vector never changes when other texts come and go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import fsum, log, sqrt

SIZES = (3, 4)
Vector = dict[str, float]


@lru_cache(maxsize=32768)
def grams(word: str) -> tuple[str, ...]:
    """Return the character n-grams of a word with its borders marked."""
    marked = f"<{word}>"
    return tuple(marked[at : at + size] for size in SIZES for at in range(len(marked) - size + 1))


def features(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the words and pairs of neighbours, and the n-grams of a name."""
    return _phrases(words), [gram for word in words for gram in grams(word)]


def _phrases(words: Sequence[str]) -> list[str]:
    """Return words as " a" and pairs as "a b", so that neither can be an n-gram."""
    return [*map(" ".__add__, words), *map(" ".join, pairwise(words))]


def occurring(names: Iterable[str]) -> set[str]:
    """Return every feature of the names of one text, once."""
    found: set[str] = set()
    for name in names:
        words = name.split()
        found.update(_phrases(words))
        for word in words:
            found.update(grams(word))
    return found


def rarity(count: int, frequency: int) -> float:
    """Return the idf of a feature that `frequency` of `count` texts have in their names."""
    return log(1.0 + (count + 1.0) / (frequency + 0.5))


def vector(names: Iterable[str], value: Callable[[str], float] = lambda _: 1.0) -> Vector:
    """Return the vector of a text, of length one; words and n-grams weigh the same. Empty without names."""
    sums: Vector = {}
    for name in names:
        for kind in features(name.split()):
            counts = {feature: (1.0 + log(n)) * value(feature) for feature, n in Counter(kind).items()}
            for feature, part in _scaled(counts).items():
                sums[feature] = sums.get(feature, 0.0) + part
    return _scaled(sums)


def _scaled(values: Vector) -> Vector:
    size = sqrt(sum(value * value for value in values.values())) or 1.0
    return {feature: value / size for feature, value in values.items()}


def cosine(one: Vector, other: Vector) -> float:
    """Return the cosine of two vectors of length one."""
    # Of what they share there is little, and a set finds it fast; fsum does not mind in which order it comes.
    return fsum(one[feature] * other[feature] for feature in one.keys() & other.keys())
