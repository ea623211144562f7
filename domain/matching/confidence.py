"""From the numbers of a hit to a confidence, and from a confidence to an outcome.

The coefficients were fitted by logistic regression on one half of several question sets, together with
questions that nothing in the collection answers; the figures stand in docs/decisions.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log

from domain.matching.model import Outcome

ANSWER = 0.6
UNSURE = 0.25
DUPLICATE = 0.6
"""Confidence from which a hit is an answer, is worth showing, and is probably the same practice."""


LIKENESS, PER_NAME = 0.9, 0.6
"""What likeness of names weighs against BM25F in the order of hits, and how much more as aliases collect."""


def weight_of_likeness(names_per_text: float) -> float:
    """Return the weight of likeness; names say more about a practice the more it has been asked for."""
    return LIKENESS + PER_NAME * log(max(1.0, names_per_text))


@dataclass(frozen=True)
class Signs:
    """What is known about one hit.

    Shares of the best possible BM25F (`score`) and of the question's information (`coverage`), and the
    `likeness` of the title and aliases, all from 0 to 1; and `rank`, by which hits are ordered.
    """

    score: float
    coverage: float
    likeness: float
    rank: float


def confidence(signs: Signs, lead: float) -> float:
    """Return how likely it is that a hit is what was asked for; `lead` is its rank above the next best."""
    sum_ = -4.5 + 2.5 * signs.score + 3.5 * signs.coverage + 2.0 * signs.likeness + 0.0 * lead
    return 1.0 / (1.0 + exp(-sum_))


def outcome(best: float) -> Outcome:
    """Return the outcome for the confidence of the best hit."""
    return Outcome.ANSWER if best >= ANSWER else Outcome.UNSURE if best >= UNSURE else Outcome.NONE
