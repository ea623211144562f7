"""From the signs of a hit to a confidence, and from a confidence to an outcome.

Logistic regression (Cox 1958) on five signs. Coefficients were fitted on one half of seven question sets
and of questions by phone about the starter library, mistyped and shortened ones included, together with
questions that nothing in the collection answers, which counted three times. The thresholds keep the answers
to such questions under one in twenty over all sets together; a set whose topics overlap with the strange
questions may pass that.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, fsum, log

import numpy as np
from numpy.typing import NDArray

from domain.matching.model import Outcome

ANSWER = 0.7
"""Confidence from which the best hit is an answer."""
UNSURE = 0.24
"""Confidence from which a hit is worth showing among others."""
DUPLICATE = 0.45
"""Confidence from which a similar practice is probably the same practice."""

BREADTH = 4.0
"""Words met beyond which more words are no further sign."""
LEAD = 0.3
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
    that it meets, and `rank`, by which hits are ordered.
    """

    score: float
    coverage: float
    likeness: float
    met: float
    rank: float


def confidence(signs: Signs, lead: float, pull: float) -> float:
    """Return how likely it is that a hit is what was asked for.

    `lead` is its rank above the next best, and `pull` the weight of likeness: where names say more, they tell
    more and words less. What is met in a title scores more than it covers.
    """
    of_words = 1.0 / (1.0 + pull)
    words = 13.3 * (signs.score - 0.5 * signs.coverage) + 2.9 * min(BREADTH, signs.met) - 4.7
    names = 8.1 * signs.likeness
    ahead = 3.6 * max(-LEAD, min(LEAD, of_words * lead))
    return 1.0 / (1.0 + exp(2.7 - of_words * words - (1.0 - of_words) * names - ahead))


def outcome(best: float) -> Outcome:
    """Return the outcome for the confidence of the best hit."""
    return Outcome.ANSWER if best >= ANSWER else Outcome.UNSURE if best >= UNSURE else Outcome.NONE
