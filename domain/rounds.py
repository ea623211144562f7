"""Feedback rounds: what may be asked, when one may start, when it closes and when it comes again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from domain.anonymity import RULES
from domain.schedules import Every, Rule, next_fire
from domain.text import clean_line

MOST_QUESTIONS = 3
FEWEST_OPTIONS, MOST_OPTIONS = 2, 8
MOST_OPTION = 20  # characters, as they fit on a button
MOST_TOPIC, MOST_SENDER, MOST_WORDS = 60, 40, 140  # characters
MOST_COMMENT = 300
MOST_COMMENTS_SHOWN = 12
DAYS_OPEN = (3, 7, 14)
USUAL_DAYS_OPEN = 7
MOST_FEEDBACK_DAYS = 21
FEEDBACK_DAYS = (7, 14, 21)
REMIND_AFTER = timedelta(hours=72)
CHOICE_ASKED_AGAIN = timedelta(days=180)
DAY_ENDS = time(17, 0)


class Kind(StrEnum):
    """How a question is answered: by one of six words, by one of the options, or in one's own words."""

    scale = "scale"
    choice = "choice"
    open = "open"


# How often a round comes.
RHYTHMS = (Every.once, Every.week, Every.fortnight, Every.month, Every.quarter)


class RoundState(StrEnum):
    """Where a round stands."""

    planned = "planned"
    open = "open"
    closed = "closed"  # the outcome is fixed; the coordinator owes an answer
    answered = "answered"
    cancelled = "cancelled"


@dataclass(frozen=True)
class Question:
    """One question: `ready` names its words in `content/`, or `words` and `options` are the coordinator's."""

    kind: Kind
    ready: str = ""
    words: str = ""
    options: tuple[str, ...] = ()
    many: int = 0  # options of a ready-made question, whose words are in `content/`

    @property
    def count(self) -> int:
        """How many options it has."""
        return {Kind.scale: 6, Kind.choice: self.many or len(self.options), Kind.open: 0}[self.kind]

    @property
    def bare(self) -> str:
        """What makes two questions the same one."""
        return self.ready or " ".join(self.words.casefold().split())

    def as_row(self) -> dict[str, Any]:
        """Return what is stored of it."""
        return {
            "kind": self.kind.value,
            "ready": self.ready,
            "words": self.words,
            "options": list(self.options),
            "many": self.many,
        }


def question_of(row: Mapping[str, Any]) -> Question:
    """Read a stored question."""
    return Question(Kind(row["kind"]), row["ready"], row["words"], tuple(row["options"]), row["many"])


# Sets that are ready to be asked. Options stand in pairs that belong together: see `anonymity.pairs_of`.
READY: Mapping[str, tuple[Question, ...]] = {
    "cooperation": (
        Question(Kind.scale, "cooperation-1"),
        Question(Kind.choice, "cooperation-2", many=6),
        Question(Kind.open, "cooperation-3"),
    ),
    "success": (
        Question(Kind.open, "success-1"),
        Question(Kind.choice, "success-2", many=6),
    ),
    "step": (
        Question(Kind.open, "step-1"),
        Question(Kind.choice, "step-2", many=6),
    ),
    "energy": (
        Question(Kind.scale, "energy-1"),
        Question(Kind.open, "energy-2"),
    ),
}


class Unfit(StrEnum):
    """Why a round cannot start."""

    few = "few"
    overdue = "overdue"
    feedback = "feedback"
    again = "again"


def unfit(
    *, invited: int, feedback_days: int | None, overdue: bool, asked_again: bool = False
) -> Unfit | None:
    """Return why a round cannot start, or None when it can.

    Without a date on which people hear what comes of it, it cannot; nor while they still wait to hear that of
    an earlier round. A choice that was put to some of them before would let two outcomes be compared.
    """
    if overdue:
        return Unfit.overdue
    if feedback_days is None or not 0 < feedback_days <= MOST_FEEDBACK_DAYS:
        return Unfit.feedback
    if invited < RULES.invited_from:
        return Unfit.few
    if asked_again:
        return Unfit.again
    return None


def days_open(rhythm: Every, chosen: int) -> int:
    """Return how many days a round is open: a weekly one is closed before the next begins."""
    return min(chosen, 5) if rhythm is Every.week else min(chosen, max(DAYS_OPEN))


def day_end(day: date, zone: str) -> datetime:
    """Return the end of a working day: rounds close then, and feedback is due then."""
    return datetime.combine(day, DAY_ENDS, ZoneInfo(zone))


def closes_at(opens: datetime, days: int, zone: str) -> datetime:
    """Return when a round closes: at the end of the day, so many days later, and never on a weekend."""
    day = opens.astimezone(ZoneInfo(zone)).date() + timedelta(days=days)
    return day_end(_weekday(day), zone)


def feedback_at(closes: datetime, days: int, zone: str) -> datetime:
    """Return when people hear what comes of it: a weekday, and not later than three weeks after closing."""
    day = closes.astimezone(ZoneInfo(zone)).date() + timedelta(days=days)
    while day.weekday() > 4:
        day -= timedelta(days=1)
    return day_end(day, zone)


def _weekday(day: date) -> date:
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day


def comes_again(first: datetime, opened: datetime, rhythm: Every, zone: str) -> datetime | None:
    """Return when a round that came first at `first` opens after that of `opened`; None when it does not."""
    local = first.astimezone(ZoneInfo(zone))
    at = local.time().replace(second=0, microsecond=0)
    return next_fire(Rule(rhythm, at, local.date(), zone), opened) if rhythm is not Every.once else None


def read_options(words: str) -> tuple[str, ...] | None:
    """Read options with a stroke, a comma or a new line between them; None when they do not fit."""
    for mark in ("\n", "/", ",", ";"):
        if mark in words:
            found = [clean_line(one, MOST_OPTION + 1) for one in words.split(mark)]
            found = [one for one in found if one]
            different = len({one.casefold() for one in found}) == len(found)
            fits = FEWEST_OPTIONS <= len(found) <= MOST_OPTIONS and all(
                len(one) <= MOST_OPTION for one in found
            )
            return tuple(found) if fits and different else None
    return None


def quarter_of(answered: int, invited: int) -> int:
    """Return how many quarters of those invited answered: all that is shown while a round is open."""
    return 0 if not invited else min(4 * answered // invited, 4)


def counts_of(rows: Sequence[Sequence[int]]) -> list[int]:
    """Add up counts per option."""
    return [sum(column) for column in zip(*rows, strict=True)]
