"""BM25F over the visible texts, with a strength per way of meeting a word.

Score of a text = sum over concepts of idf * strength * tf / (tf + K1 * (1 - B + B * length / average)),
where tf is the field-weighted frequency: the "simple BM25F" of Robertson, Zaragoza and Taylor (2004);
Robertson and Zaragoza (2009), The Probabilistic Relevance Framework, section 3.5. Frequencies and lengths
are in tenths, and so is K1.

The rarest concepts choose which texts are looked at, until that are `MOST_MET`; what is more common only
adds to those (the "continue" strategy of Moffat and Zobel 1996).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, prod
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from domain.matching.concept import Concept, Group
from domain.matching.shelf import Posting, Rows, Shelf
from domain.matching.view import View

K1 = 12.0
B = 0.4
TITLE = 40
"""Field-weighted frequency of a word in a title and a little elsewhere."""
BACKGROUND = 50
"""Texts without any of the words that are added to the count, so that rarity means something in a
collection of five practices too."""
MOST_MET = 20_000

Numbers = NDArray[np.float64]


NOTHING: Rows = np.zeros(0, dtype=np.int64)
NO_NUMBERS: Numbers = np.zeros(0)

_Met = tuple[Rows, Numbers, Numbers]
"""Rows, and for each the frequency and the strength with which a concept is met."""


class Found(NamedTuple):
    """Rows of a shelf and a score for each."""

    shelf: Shelf
    rows: Rows
    scores: Numbers


@dataclass
class Ranked:
    """What one question meets.

    `found` has of each shelf what meets it, with BM25F. `rarity` is the idf per concept and `shares` its
    share of a word. `ideal` is the score of a text with every word in a title.
    """

    found: list[Found]
    rarity: list[float]
    shares: list[float]
    ideal: float

    def coverage(self, strengths: Sequence[float]) -> float:
        """Return the share of the question's information that a text meets, from 0 to 1.

        `strengths` has of each concept how strongly the text meets it.
        """
        met = sum(idf * strength for idf, strength in zip(self.rarity, strengths, strict=True))
        return met / (sum(self.rarity) or 1.0)

    def breadth(self, strengths: Sequence[float]) -> float:
        """Return how many concepts a text meets, each counted by its strength."""
        return sum(share * strength for share, strength in zip(self.shares, strengths, strict=True))


def idf(count: int, frequency: float) -> float:
    """Return the inverse document frequency, always above zero (Robertson & Zaragoza 2009, 3.4)."""
    count += BACKGROUND
    return log(1.0 + (count - frequency + 0.5) / (frequency + 0.5))


def rank(concepts: Sequence[Concept], view: View) -> Ranked:
    """Return the scores of the visible texts that meet the rarest concepts."""
    sums = [_Sums(shelf, view.average) for shelf in view.shelves]
    sizes = [_sizes(concept, view, sums) for concept in concepts]
    rarity = [0.0] * len(concepts)
    seen = 0
    for size, place in sorted((sum(of_ways), place) for place, of_ways in enumerate(sizes)):
        concept, more = concepts[place], seen < MOST_MET
        met = [one.meet(concept, more=more) for one in sums]
        texts = sum(len(rows) for rows, _, _ in met) if more else _spread(sizes[place], view.count)
        rarity[place] = idf(view.count, texts) * concept.share
        for one, found in zip(sums, met, strict=True):
            one.add(found, rarity[place], more=more)
        seen += size
    ideal = sum(rarity) * TITLE / (TITLE + K1)
    return Ranked([one.found() for one in sums], rarity, [concept.share for concept in concepts], ideal)


def _sizes(concept: Concept, view: View, sums: Sequence[_Sums]) -> list[int]:
    """Return in how many texts each way of meeting a concept is."""
    together = [size for one in sums for size in one.together(concept)]
    return [*map(view.frequency, concept.ways), *together]


def _spread(sizes: Sequence[int], count: int) -> float:
    """Return how many of `count` texts have one of several words, if words do not seek each other."""
    return count * (1.0 - prod(1.0 - min(size, count) / count for size in sizes))


def best(found: Sequence[Found], most: int) -> list[Found]:
    """Return what scores best over all shelves; which of equals does not depend on how they were put."""
    scores = np.concatenate([one.scores for one in found])
    if len(scores) <= most:
        return list(found)
    least = np.partition(scores, len(scores) - most)[-most]
    near = [_part(one, np.flatnonzero(one.scores >= least)) for one in found]
    ties = np.concatenate([one.shelf.ties()[one.rows] for one in near])
    order = np.lexsort((ties, -np.concatenate([one.scores for one in near])))
    kept = np.zeros(len(order), dtype=np.bool_)
    kept[order[:most]] = True
    parts = np.split(kept, np.cumsum([len(one.rows) for one in near])[:-1])
    return [_part(one, np.flatnonzero(part)) for one, part in zip(near, parts, strict=True)]


def _part(found: Found, places: Rows) -> Found:
    return Found(found.shelf, found.rows.take(places), found.scores.take(places))


class _Sums:
    """The scores of the texts of one shelf for one question."""

    def __init__(self, shelf: Shelf, average: float) -> None:
        self._shelf = shelf
        self._lengths = shelf.lengths()
        self._slope = K1 * B / average
        self._scratch = shelf.scratch()
        self._together: dict[int, list[tuple[float, Posting]]] = {}
        self._met: list[Rows] = []

    def together(self, concept: Concept) -> list[int]:
        """Look for what takes several words; returns in how many texts each is."""
        if not concept.groups:
            return []
        found = [(group.strength, _together(group, self._shelf)) for group in concept.groups]
        self._together[id(concept)] = found
        return [len(rows) for _, (rows, _) in found]

    def meet(self, concept: Concept, *, more: bool) -> _Met:
        """Return the texts that meet a concept; without `more` only those that met one before."""
        found = self._ways(concept)
        if not more:
            found = [(strength, _among(posting, self._scratch.met)) for strength, posting in found]
        if not found:
            return NOTHING, NO_NUMBERS, NO_NUMBERS
        # Of indices 64 bits wide numpy makes no copy: they are made so once.
        rows = np.concatenate([rows for _, (rows, _) in found], dtype=np.int64)
        tf = np.concatenate([frequencies for _, (_, frequencies) in found], dtype=np.float64)
        sizes = np.array([len(rows) for _, (rows, _) in found])
        strengths = np.repeat(np.array([strength for strength, _ in found]), sizes)
        if len(found) == 1:
            return rows, tf, strengths
        order, last = np.arange(len(rows)), self._scratch.last
        last[rows] = order  # of a row that is there more often, the last stays: the strongest
        place = last.take(rows)
        strongest = np.flatnonzero(place == order)
        rows, best = rows.take(strongest), strengths.take(strongest)
        tf = np.bincount(place, tf * strengths, len(order)).take(strongest) / best
        return rows, tf, best

    def add(self, met: _Met, rarity: float, *, more: bool) -> None:
        """Add what a concept is worth to the texts that meet it."""
        rows, tf, strengths = met
        scratch = self._scratch
        norm = self._lengths.take(rows) * self._slope
        np.add.at(scratch.scores, rows, rarity * strengths * tf / (tf + K1 * (1.0 - B) + norm))
        if more:
            new = rows.compress(~scratch.met.take(rows))
            scratch.met[new] = True
            self._met.append(new)

    def found(self) -> Found:
        """Return the rows that were met with their scores, and leave the scratch paper clean."""
        scratch = self._scratch
        rows = np.concatenate(self._met) if self._met else NOTHING
        scores = scratch.scores.take(rows)
        scratch.scores[rows] = 0.0
        scratch.met[rows] = False
        return Found(self._shelf, rows, scores)

    def _ways(self, concept: Concept) -> list[tuple[float, Posting]]:
        """Return every way in which texts meet a concept, the weakest first."""
        ways = sorted((strength, word) for word, strength in concept.ways.items())
        found = [(s, posting) for s, word in ways if (posting := self._shelf.posting(word)) is not None]
        together = self._together.get(id(concept))
        return sorted([*found, *together], key=lambda way: way[0]) if together else found


def _among(posting: Posting, met: NDArray[np.bool_]) -> Posting:
    """Return the texts of a posting that were met."""
    kept = np.flatnonzero(met.take(posting[0]))
    return posting[0].take(kept), posting[1].take(kept)


def _together(group: Group, shelf: Shelf) -> Posting:
    """Return the texts that have a form of each word, with the frequency of the least frequent word."""
    found: Posting | None = None
    for forms in sorted(group.forms, key=lambda forms: sum(map(shelf.vocabulary.count, forms))):
        either = _either([posting for form in forms if (posting := shelf.posting(form)) is not None])
        if found is None:
            found = either
        else:
            rows, one, other = np.intersect1d(found[0], either[0], assume_unique=True, return_indices=True)
            found = rows, np.minimum(found[1][one], either[1][other])
        if not len(found[0]):
            break
    return found or _either([])


def _either(postings: Sequence[Posting]) -> Posting:
    """Return the texts that have one of several words, with the frequency of the most frequent."""
    if len(postings) == 1:
        return postings[0]
    if not postings:
        return NOTHING, np.zeros(0, np.uint16)
    rows = np.concatenate([posting[0] for posting in postings])
    frequencies = np.concatenate([posting[1] for posting in postings])
    order = np.argsort(rows, kind="stable")
    rows = rows[order]
    starts = np.flatnonzero(np.r_[True, rows[1:] != rows[:-1]])
    if not len(rows):
        return rows, frequencies
    return rows[starts], np.maximum.reduceat(frequencies[order], starts)
