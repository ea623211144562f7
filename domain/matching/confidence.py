"""From the numbers of a hit to a confidence, and from a confidence to an outcome.

The coefficients were fitted by logistic regression on one half of several question sets, together with
questions that nothing in the collection answers; the figures stand in docs/decisions.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from domain.matching.model import Outcome

ANSWER = 0.6
UNSURE = 0.25
DUPLICATE = 0.6
"""Confidence from which a hit is an answer, is worth showing, and is probably the same practice."""


@dataclass(frozen=True)
class Signs:
    """What is known about one hit: shares of the best possible BM25F and of the question's information,
    and the likeness of the nearest title or alias; all from 0 to 1."""

    score: float
    coverage: float
    likeness: float


def confidence(signs: Signs) -> float:
    """Return how likely it is that a hit is what was asked for."""
    sum_ = -4.5 + 2.5 * signs.score + 3.5 * signs.coverage + 2.0 * signs.likeness
    return 1.0 / (1.0 + exp(-sum_))


def outcome(best: float) -> Outcome:
    """Return the outcome for the confidence of the best hit."""
    return Outcome.ANSWER if best >= ANSWER else Outcome.UNSURE if best >= UNSURE else Outcome.NONE
