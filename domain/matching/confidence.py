"""From the signs of a hit to a confidence, and from a confidence to an outcome.

Logistic regression (Cox 1958) on four signs. Coefficients were fitted on one half of seven question sets
and of questions by phone about the starter library, mistyped and shortened ones included, together with
questions that nothing in the collection answers, which counted three times. The thresholds keep the answers
to such questions under one in twenty over all sets together; a set whose topics overlap with the strange
questions may pass that.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, fsum, log, log1p

import numpy as np
from numpy.typing import NDArray

from domain.matching.model import Outcome

ANSWER = 0.7
"""Confidence from which the best hit is an answer."""
UNSURE = 0.18
"""Confidence from which a hit is worth showing among others."""
DUPLICATE = 0.45
"""Confidence from which a similar practice is probably the same practice."""

KNOWN = 0.5
"""Share of a question's information below which nothing is an answer: its main words are not known here."""
FEW, NAMED = 2.3, 0.05
"""Concepts met and likeness of the title below which nothing is an answer: two words somewhere in a story say
little about what the story is about ("deur", "dicht" in one about a canteen)."""
BREADTH = 3.0
"""Words met beyond which more words are no further sign."""
LEAD = 0.15
"""Lead above which more lead is no further sign, as a share of the highest rank there can be."""

HEAD_START, SMALL_GROUP = 2.0, 5
"""How often the mean lead in likeness of texts with aliases is taken off, and the number of texts by which a
group is pulled towards the mean of all."""

LIKENESS, PER_NAME = 0.9, 1.6
"""What likeness of names weighs against BM25F in the order of hits, and how much more as aliases collect."""


def weight_of_likeness(names_per_text: float) -> float:
    """Return the weight of likeness; names say more about a practice the more it has been asked for."""
    return LIKENESS + PER_NAME * log(max(1.0, names_per_text))


def head_start(likes: NDArray[np.float64], taught: NDArray[np.bool_]) -> float:
    """Return how much more than others a text that was asked for before is like any question.

    Aliases are questions, and questions are alike in their "how do I" and "my client". Without this, what
    was taught nothing yet loses the questions about it to its neighbours that were. `likes` are the
    likenesses of texts to one question, and `taught` says which of them have aliases; a group of few texts
    is taken to be about as like as all.
    """
    if not taught.any():
        return 0.0
    mean = fsum(likes.tolist()) / len(likes)
    usual, usual_of_others = (
        (fsum(group.tolist()) + SMALL_GROUP * mean) / (len(group) + SMALL_GROUP)
        for group in (likes[taught], likes[~taught])
    )
    return HEAD_START * max(0.0, usual - usual_of_others)


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


def confidence(signs: Signs, lead: float, pull: float) -> float:
    """Return how likely it is that a hit is what was asked for.

    `lead` is its rank above the next best, and `pull` the weight of likeness: where names say more, it tells
    less how many words were met.
    """
    of_words = 1.0 / (1.0 + pull)
    logit = (
        -1.78
        + 4.36 * of_words * (signs.score + pull * signs.likeness)
        + 16.35 * max(-LEAD, min(LEAD, of_words * lead))
        + of_words * (5.08 * log1p(min(BREADTH, signs.met)) - 7.26)
    )
    sure = 1.0 / (1.0 + exp(-logit))
    thin = signs.met < FEW and signs.likeness < NAMED
    return min(sure, ANSWER - 0.01) if signs.coverage < KNOWN or thin else sure


def outcome(best: float) -> Outcome:
    """Return the outcome for the confidence of the best hit."""
    return Outcome.ANSWER if best >= ANSWER else Outcome.UNSURE if best >= UNSURE else Outcome.NONE
