"""Near-duplicates: the texts most like a document, by the cosine of the stems that its maker wrote."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from functools import cache
from math import fsum, sqrt

import numpy as np

from domain.matching.analyse import Analysis
from domain.matching.model import Hit
from domain.matching.ranking import Found, best, idf
from domain.matching.shelf import Shelf, Text
from domain.matching.text import stems
from domain.matching.view import View

TELLING = 40
"""Rarest words of a document by which near-duplicates are looked for."""
CANDIDATES = 100


def similar(analysis: Analysis, own: str, view: View, most: int) -> tuple[Hit, ...]:
    """Return the visible practices most like a document, its own id left out."""
    rarity = cache(lambda word: idf(view.count, view.frequency(word)))
    text = Text.of(analysis)
    mine = _weights(text, rarity)
    telling = heapq.nlargest(TELLING, text.words, key=rarity)
    members = [member for word in telling for member in sorted({word, *view.family(word)})]
    found: dict[str, float] = {}
    for shelf, rows, _ in best([_shared(shelf, members, rarity) for shelf in view.shelves], CANDIDATES):
        for row in rows.tolist():
            other = shelf.text(row)
            like = _cosine(mine, _weights(other, rarity))
            if other.id != own and like > found.get(other.id, 0.0):
                found[other.id] = like
    nearest = heapq.nlargest(most, found.items(), key=lambda item: (item[1], item[0]))
    return tuple(Hit(id_, round(like, 4), ()) for id_, like in nearest)


def _shared(shelf: Shelf, words: list[str], rarity: Callable[[str], float]) -> Found:
    """Return the texts with any of these words and the sum of the rarities of those they have."""
    sums = np.zeros(len(shelf.ids))
    for word in words:
        posting = shelf.posting(word)
        if posting is not None:
            sums[posting[0]] += rarity(word)
    rows = np.flatnonzero(sums)
    return Found(shelf, rows, sums[rows])


def _weights(text: Text, rarity: Callable[[str], float]) -> dict[str, float]:
    """Return the stems of a text with the root of their frequency times idf, at length one."""
    language = (text.language,)
    sums: dict[str, float] = {}
    for word, frequency in text.written():
        root, weight = stems(word, language)[0], rarity(word) * sqrt(frequency)
        if weight > sums.get(root, 0.0):
            sums[root] = weight
    size = sqrt(sum(value * value for value in sums.values())) or 1.0
    return {root: value / size for root, value in sums.items()}


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    # Of what they share there is little, and a set finds it fast; fsum does not mind in which order it comes.
    return fsum(one[root] * other[root] for root in one.keys() & other.keys())
