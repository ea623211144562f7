"""Learning from use: a question that a practice answered becomes one more name for it, and nobody's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from domain.questions import Verdict, is_enough
from domain.text import shorten

MOST_ALIASES = 40  # per practice: the most confirmed, and of those the newest
LONGEST_ALIAS = 300  # of a long story the beginning says what it is about
MOST_STEPS = 3  # of a pull by one question, whoever and however many say it

_Id = TypeVar("_Id", bound=Hashable)

_WORTH = {Verdict.helped: 1, Verdict.linked: 1, Verdict.unfit: -1}


def alias_of(question: str, labels: Iterable[str]) -> str:
    """Return by which words of a question a practice may be found from now on, "" when too few are left.

    Labels say that the guard took something out; "[telefoonnummer]" is no word of the question.
    """
    for label in labels:
        question = question.replace(label, " ")
    words = shorten(" ".join(question.split()), LONGEST_ALIAS)
    return words if is_enough(words) else ""


def change(before: Mapping[int, Verdict], after: Mapping[int, Verdict]) -> int:
    """Return 1 when an alias is confirmed once more, -1 when once less, 0 when nothing changes.

    Both are what one person said of one practice, by the numbers of all their questions in the same words.
    One person counts once, however often they ask and say it, and not at all once they said both.
    """
    one, other = _standing(before), _standing(after)
    return (other > one) - (other < one)


def lesson(
    practice: _Id, first: _Id, before: Mapping[int, Verdict], after: Mapping[int, Verdict]
) -> dict[_Id, int]:
    """Return the steps by which practices are pulled to a question (above 0) or away from it (below).

    `first` is what stood first. Whoever passes over it for another says of both what they are about (Joachims
    2002, "click > skip above"). Who says something else takes back what they said before.
    """
    steps: Counter[_Id] = Counter(_pulls(practice, first, after))
    steps.subtract(_pulls(practice, first, before))
    return {one: step for one, step in steps.items() if step}


def bounded(steps: int) -> int:
    """Return the steps of a pull within what one question may weigh, however many people say it."""
    return max(-MOST_STEPS, min(MOST_STEPS, steps))


def _standing(said: Mapping[int, Verdict]) -> int:
    return sum(_WORTH[verdict] for verdict in set(said.values()))


def _pulls(practice: _Id, first: _Id, said: Mapping[int, Verdict]) -> dict[_Id, int]:
    standing = _standing(said)
    if standing > 0:
        return {practice: 1, first: -1} if practice != first else {}
    return {practice: -1} if standing < 0 else {}
