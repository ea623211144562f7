"""Likeness of a question to the title and aliases of a text, stop words, word order and letters included.

A name becomes two vectors: one over its words and pairs of words, one over the character n-grams in
its words (Cavnar & Trenkle 1994). A text is the sum of the vectors of its names (Rocchio 1971), so that
every alias moves it towards how people ask; what people chose, and what they passed over, moves it further
(`pulled`). Weighting is lnc.ltc (Salton & Buckley 1988): only the
question's side carries idf, so a text's vector never changes when other texts come and go, and is stored.
Features are known by the CRC-32 of their letters.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import log, sqrt
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

SIZES = (3, 4)
AGAIN = 1.25
"""Names are added up by this norm: 1 would be their sum, and the more, the less what is repeated counts."""
STEP = 0.08
"""Length of the vector of a question that is added to that of a text, or taken off, by a step of a pull."""
Features = NDArray[np.uint32]
Weights = NDArray[np.float64]
Vector = tuple[Features, Weights]
"""Features in ascending order and their weights."""


@lru_cache(maxsize=32768)
def grams(word: str) -> tuple[int, ...]:
    """Return the character n-grams of a word with its borders marked."""
    marked = f"<{word}>"
    return tuple(
        crc32(marked[at : at + size].encode()) for size in SIZES for at in range(len(marked) - size + 1)
    )


def features(words: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return the words and pairs of neighbours, and the n-grams of a name."""
    # Words as " a" and pairs as "a b", so that neither can be an n-gram.
    phrases = [*map(" ".__add__, words), *map(" ".join, pairwise(words))]
    return [crc32(phrase.encode()) for phrase in phrases], [gram for word in words for gram in grams(word)]


def vector(names: Sequence[str], pulls: Sequence[tuple[str, int]] = ()) -> tuple[array[int], array[float]]:
    """Return the vector of a text, of length one; words and n-grams weigh the same. Empty without names.

    The first name is the title and weighs the root of how many there are. What is asked again in nearly the
    same words adds less each time. So what many people asked teaches, and does not drown the title.
    """
    sums: dict[int, float] = {}
    for place, name in enumerate(names):
        own = 1.0 if place else sqrt(len(names))
        for kind in features(name.split()):
            for feature, part in _scaled(_damped(Counter(kind))).items():
                sums[feature] = sums.get(feature, 0.0) + (own * part) ** AGAIN
    whole = _scaled({feature: total ** (1.0 / AGAIN) for feature, total in sums.items()})
    found = sorted(pulled(whole, pulls).items())
    return array("I", [feature for feature, _ in found]), array("f", [weight for _, weight in found])


def pulled(own: dict[int, float], pulls: Sequence[tuple[str, int]]) -> dict[int, float]:
    """Return the vector of a text as questions pull at it, of length one.

    The perceptron's step (Rosenblatt 1958): towards a question that it answered though another came first,
    away from one that another answered though it came first. Only its own features get another weight, none
    below zero, so that no question is brought to a text or kept from it by words that it does not have.
    """
    if not pulls:
        return own
    sums = dict(own)
    for question, steps in pulls:
        whole: dict[int, float] = {}
        for kind in features(question.split()):
            whole.update(_scaled(_damped(Counter(kind))))
        for feature, weight in _scaled(whole).items():
            if feature in own:
                sums[feature] += STEP * steps * weight
    return _scaled({feature: max(0.0, weight) for feature, weight in sums.items()})


def _damped(counts: Counter[int]) -> dict[int, float]:
    return {feature: 1.0 + log(times) for feature, times in counts.items()}


def _scaled(values: dict[int, float]) -> dict[int, float]:
    size = sqrt(sum(value * value for value in values.values())) or 1.0
    return {feature: value / size for feature, value in values.items()}


def asked(words: Sequence[str], rarity: Callable[[Features], Weights]) -> Vector:
    """Return the vector of a question, of length one, its features weighed by their rarity too."""
    phrases, letters = map(Counter, features(words))
    found = np.array([*phrases, *letters], dtype=np.uint32)
    times = np.array([*phrases.values(), *letters.values()])
    weights = (1.0 + np.log(times)) * rarity(found)
    for kind in (weights[: len(phrases)], weights[len(phrases) :]):
        kind /= sqrt(kind @ kind) or 1.0
    weights /= sqrt(weights @ weights) or 1.0
    order = np.argsort(found, kind="stable")
    return found[order], weights[order]


def rarity(count: int, frequencies: NDArray[np.int64]) -> Weights:
    """Return the idf of features that so many of `count` texts have in their names."""
    found: Weights = np.log(1.0 + (count + 1.0) / (frequencies + 0.5))
    return found
