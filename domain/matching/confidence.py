"""From the signs of a hit to a confidence, and from a confidence to an outcome.

Logistic regression (Cox 1958) on five signs. Coefficients were fitted on one half of eight question sets
and of questions by phone about the starter library, mistyped and shortened ones included, together with
questions that nothing in the collection answers. The thresholds keep the answers to such questions under
one in twenty over all sets together; a set whose topics overlap with the strange questions may pass that.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, log1p

from domain.matching.model import Outcome

ANSWER = 0.75
"""Confidence from which the best hit is an answer."""
UNSURE = 0.18
"""Confidence from which a hit is worth showing among others."""
DUPLICATE = 0.45
"""Confidence from which a similar practice is probably the same practice."""

KNOWN = 0.5
"""Share of a question's information below which nothing is an answer: its main words are not known here."""
BREADTH = 3.0
"""Words met beyond which more words are no further sign."""
LEAD = 0.5
"""Lead above which more lead is no further sign."""

LIKENESS, PER_NAME = 0.9, 0.6
"""What likeness of names weighs against BM25F in the order of hits, and how much more as aliases collect."""


def weight_of_likeness(names_per_text: float) -> float:
    """Return the weight of likeness; names say more about a practice the more it has been asked for."""
    return LIKENESS + PER_NAME * log(max(1.0, names_per_text))


@dataclass(frozen=True)
class Signs:
    """What is known about one hit.

    Shares of the best possible BM25F (`score`) and of the question's information (`coverage`), and the
    `likeness` of the title and aliases, all from 0 to 1; `met`, the sum of the strengths of the concepts
    that it meets; and `rank`, by which hits are ordered.
    """

    score: float
    coverage: float
    likeness: float
    met: float
    rank: float


def confidence(signs: Signs, lead: float) -> float:
    """Return how likely it is that a hit is what was asked for; `lead` is its rank above the next best."""
    logit = (
        -6.0
        + 1.01 * signs.score
        + 1.66 * signs.coverage
        + 0.80 * signs.likeness
        + 3.37 * max(-LEAD, min(LEAD, lead))
        + 4.31 * log1p(min(BREADTH, signs.met))
    )
    sure = 1.0 / (1.0 + exp(-logit))
    return sure if signs.coverage >= KNOWN else min(sure, ANSWER - 0.01)


def outcome(best: float) -> Outcome:
    """Return the outcome for the confidence of the best hit."""
    return Outcome.ANSWER if best >= ANSWER else Outcome.UNSURE if best >= UNSURE else Outcome.NONE
