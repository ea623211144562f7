"""Questions: how long, when two are the same, how they stand, and which hits answer one for this member."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.matching import ANSWER, Hit, Match, Outcome, Word

MOST_QUESTION = 2000  # characters that are read and kept
MOST_SHOWN = 3  # practices shown for one question
SAME_WITHIN = timedelta(days=1)
HELD_FOR = timedelta(days=1)


class QuestionState(StrEnum):
    """How a question stands."""

    held = "held"  # help was named first; the asker has not gone on yet
    shown = "shown"  # practices were shown, and nothing was said of them yet
    open = "open"  # a gap: nothing fitted
    answered = "answered"  # something helped
    closed = "closed"  # a coordinator is done with it


class Verdict(StrEnum):
    """What was said of a practice that was shown, by the asker unless it is linked."""

    helped = "helped"
    unfit = "unfit"
    linked = "linked"  # a coordinator gave it as the answer; the asker has not said anything


@dataclass(frozen=True)
class Question:
    """A question as its asker sees it."""

    id: int
    public_id: str
    text: str  # after the guard
    language: str
    outcome: Outcome
    state: QuestionState
    at: datetime


@dataclass(frozen=True)
class Shown:
    """A practice that was shown for a question."""

    practice_id: int
    why: tuple[Word, ...]
    verdict: Verdict | None


def is_enough(words: str) -> bool:
    """Tell whether there is anything to look for: two letters, as in "ww", and not only signs or figures."""
    return sum(char.isalpha() for char in words) >= 2


def is_same(one: str, other: str) -> bool:
    """Tell whether two questions differ in nothing but capitals, signs and spaces."""
    return bare(one) == bare(other)


def bare(words: str) -> str:
    """Return what makes a question the same one: its letters and digits, in lower case."""
    return "".join(filter(str.isalnum, words.casefold()))


def choose(
    match: Match,
    visible: Collection[int],
    dismissed: Collection[int],
    score: Callable[[Hit], float] = lambda hit: hit.confidence,
) -> Match:
    """Return what to show a member of a match: at most three, and what is not for them last.

    `score` orders what is sure, and then what is not: fit and evidence never put a doubtful hit before a sure
    one. The outcome follows from what then comes first, so that moving a sure hit down never makes an unsure
    one an answer.
    """
    seen = [hit for hit in match.hits if int(hit.id) in visible]

    def place(hit: Hit) -> tuple[bool, bool, float]:
        return int(hit.id) in dismissed, hit.confidence < ANSWER, -score(hit)

    hits = sorted(seen, key=place)[:MOST_SHOWN]
    return Match(_outcome(hits), tuple(hits))


def _outcome(hits: Sequence[Hit]) -> Outcome:
    if not hits:
        return Outcome.NONE
    return Outcome.ANSWER if hits[0].confidence >= ANSWER else Outcome.UNSURE


def state_after(old: QuestionState | None, outcome: Outcome) -> QuestionState:
    """Return how a question stands once it was looked up (again).

    What was said not to fit stays a gap, though practices are shown again, until one of them helps.
    """
    if outcome is Outcome.NONE or old is QuestionState.open:
        return QuestionState.open
    return QuestionState.shown
