"""From what a question meets to the hits that are shown: order, confidence and reasons."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from domain.matching.concept import Concept
from domain.matching.confidence import UNSURE, Signs, confidence, head_start, weight_of_likeness
from domain.matching.model import Hit
from domain.matching.names import Vector, Weights
from domain.matching.question import LONGEST_QUESTION, MOST_WORDS
from domain.matching.ranking import Found, Ranked, best, rank
from domain.matching.reasons import reasons
from domain.matching.shelf import Shelf
from domain.matching.text import tokens
from domain.matching.view import View

CANDIDATES = 100
"""Texts whose names are compared letter by letter after BM25F has chosen them."""
FEW = 3000
"""Names up to which all are compared, whatever BM25F says."""
DIGITS = 9
"""Ranks that are the same in so many digits are the same: sums are not always made in one order."""


class _Candidate(NamedTuple):
    """A text that may be an answer; what else is known of it is worked out only for the best."""

    id: str
    shelf: Shelf
    row: int
    score: float
    likeness: float
    rank: float


def hits(
    question: str, concepts: Sequence[Concept], view: View, most: int, least: float, *, alike: bool
) -> tuple[Hit, ...]:
    """Return the best practices with at least this confidence; by likeness of names too if `alike`."""
    ranked = rank(concepts, view)
    found: dict[str, _Candidate] = {}
    last = 0.0
    for one in _candidates(question, ranked, view, alike=alike):
        if len(found) > most and one.rank < last:
            break
        if one.id not in found:
            found[one.id], last = one, one.rank
    order = heapq.nlargest(most + 1, found.values(), key=lambda one: (one.rank, one.id))
    return _sure(order, concepts, ranked, most, least, weight_of_likeness(view.names / view.count))


def _candidates(question: str, ranked: Ranked, view: View, *, alike: bool) -> Iterator[_Candidate]:
    """Yield the texts that may be an answer, the best first."""
    everything = alike and view.names <= FEW
    chosen = [_all(one) for one in ranked.found] if everything else best(ranked.found, CANDIDATES)
    words = [folded for _, folded in tokens(question[:LONGEST_QUESTION])][:MOST_WORDS]
    asked = view.vector(words)
    likes = np.concatenate([_likenesses(asked, one, alike=alike, everything=everything) for one in chosen])
    taught = np.concatenate([shelf.has_aliases(rows) for shelf, rows, _ in chosen])
    scores = np.minimum(1.0, np.concatenate([scores for _, _, scores in chosen]) / (ranked.ideal or 1.0))
    ahead = head_start(likes, taught)
    pull = weight_of_likeness(view.names / view.count)
    ranks = np.round(scores + pull * (likes - ahead * taught), DIGITS)
    ends = list(accumulate(len(one.rows) for one in chosen))
    for at in np.argsort(-ranks, kind="stable").tolist():
        score, like = float(scores[at]), float(likes[at])
        if like or score:
            number = bisect_right(ends, at)
            shelf, rows, _ = chosen[number]
            row = int(rows[at - ends[number]])
            yield _Candidate(shelf.ids[row], shelf, row, score, like, float(ranks[at]))


def _likenesses(asked: Vector, found: Found, *, alike: bool, everything: bool) -> Weights:
    """Return for each row how alike its names are to what was asked; `everything` when that is every row."""
    if not alike:
        return np.zeros(len(found.rows))
    return found.shelf.all_likenesses(asked) if everything else found.shelf.likenesses(asked, found.rows)


def _all(found: Found) -> Found:
    """Return every text of a shelf, also those that were not found."""
    rows = found.shelf.all_rows()
    scores = np.zeros(len(rows))
    scores[np.searchsorted(rows, found.rows)] = found.scores
    return Found(found.shelf, rows, scores)


def _sure(
    order: Sequence[_Candidate],
    concepts: Sequence[Concept],
    ranked: Ranked,
    most: int,
    least: float,
    pull: float,
) -> tuple[Hit, ...]:
    """Return the first hits with at least this confidence; confidence never rises down the list."""
    found: list[Hit] = []
    ceiling = 1.0
    ranks = [one.rank for one in order]
    for place, one in enumerate(order[:most]):
        other = max(ranks[:place] + ranks[place + 1 :], default=0.0)
        text = one.shelf.text(one.row)
        words = set(text.words)
        met = [concept.met(words) for concept in concepts]
        strengths = [strength for strength, _ in met]
        coverage, breadth = ranked.coverage(strengths), ranked.breadth(strengths)
        signs = Signs(one.score, coverage, one.likeness, breadth, one.rank)
        sure = confidence(signs, one.rank - other, pull)
        if any(by in concept.taught for concept, (_, by) in zip(concepts, met, strict=True)):
            sure = max(UNSURE, sure)  # it is what the organisation itself says that is meant
        ceiling = min(ceiling, round(sure, 4))
        if ceiling < least:
            break
        found.append(Hit(one.id, ceiling, reasons(text, concepts, [by for _, by in met])))
    return tuple(found)
