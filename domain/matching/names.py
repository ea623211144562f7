"""Likeness of a question and a title or alias, by the groups of letters in their words.

Cosine of vectors of character n-grams within words (Cavnar & Trenkle 1994), each word's n-grams
weighted by the rarity of the word, so that a shared "schuld" says more than a shared "hoe kan ik".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from math import sqrt

SIZES = (3, 4)
Vector = dict[str, float]


@lru_cache(maxsize=16384)
def grams(word: str) -> tuple[str, ...]:
    """Return the character n-grams of a word with its borders marked."""
    marked = f"<{word}>"
    return tuple(marked[at : at + size] for size in SIZES for at in range(len(marked) - size + 1))


def vector(words: Iterable[str], rarity: Callable[[str], float]) -> Vector:
    """Return a vector of length one over the n-grams of words; empty without words."""
    sums: Vector = {}
    for word in words:
        parts = grams(word)
        share = rarity(word) / sqrt(len(parts) or 1)
        for part in parts:
            sums[part] = sums.get(part, 0.0) + share
    size = sqrt(sum(value * value for value in sums.values())) or 1.0
    return {part: value / size for part, value in sums.items()}


def cosine(one: Vector, other: Vector) -> float:
    """Return the cosine of two vectors of length one."""
    if len(other) < len(one):
        one, other = other, one
    return sum(value * other[part] for part, value in one.items() if part in other)
