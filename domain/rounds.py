"""Feedback rounds: what may be asked, when one may start, when it closes and when it comes again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from domain.anonymity import RULES
from domain.rhythm import Habits, is_working
from domain.schedules import Every, Rule
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
MORNING = time(9, 0)
ONE_DAY = timedelta(days=1)


class Kind(StrEnum):
    """How a question is answered: by one of six words, by one of the options, or in one's own words."""

    scale = "scale"
    choice = "choice"
    open = "open"


# How often a round comes.
RHYTHMS = (Every.once, Every.week, Every.fortnight, Every.month, Every.quarter)


# Why a coordinator may hide a sentence: it points at somebody, it hurts, or it is about a resident.
HIDDEN_BECAUSE = ("names", "hurts", "resident")


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


def day_end(day: date, zone: str) -> datetime:
    """Return the end of a working day: rounds close then, and feedback is due then."""
    return datetime.combine(day, DAY_ENDS, ZoneInfo(zone))


def closes_at(opens: datetime, days: int, zone: str, again: datetime | None = None) -> datetime:
    """Return when a round closes: on a working day, so many days later, and before it comes `again`."""
    day = _local_day(opens, zone) + timedelta(days=days)
    while not _is_workday(day, zone):
        day += ONE_DAY
    if again is not None:
        while day_end(day, zone) >= again or not _is_workday(day, zone):
            day -= ONE_DAY
    return day_end(day, zone)


def feedback_at(closes: datetime, days: int, zone: str) -> datetime:
    """Return when people hear what comes of it: on a working day, not later than promised, after closing."""
    closing = _local_day(closes, zone)
    day = closing + timedelta(days=days)
    while not _is_workday(day, zone):
        day -= ONE_DAY
    if day <= closing:
        day = closing + ONE_DAY
        while not _is_workday(day, zone):
            day += ONE_DAY
    return day_end(day, zone)


def working_morning(after: datetime, zone: str) -> datetime:
    """Return nine o'clock on the first working day after that day."""
    day = _local_day(after, zone) + ONE_DAY
    while not _is_workday(day, zone):
        day += ONE_DAY
    return datetime.combine(day, MORNING, ZoneInfo(zone))


def _local_day(moment: datetime, zone: str) -> date:
    return moment.astimezone(ZoneInfo(zone)).date()


def _is_workday(day: date, zone: str) -> bool:
    return is_working(Habits(zone=zone), day_end(day, zone))


def rule_of(rhythm: Every, opens: datetime, until: date | None, zone: str) -> Rule:
    """Return when a round comes that opens first at this moment: later on the same day and time."""
    local = opens.astimezone(ZoneInfo(zone))
    return Rule(rhythm, local.time().replace(second=0, microsecond=0), local.date(), zone, until)


def next_minute(moment: datetime) -> datetime:
    """Return the first whole minute after a moment: schedules are kept by the minute."""
    return moment.replace(second=0, microsecond=0) + timedelta(minutes=1)


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


def name_of_sentence(words: str) -> str:
    """Return a short name for a sentence, whatever its place."""
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def find_sentence(sentences: Sequence[str], typed: str) -> str | None:
    """Return the sentence with that number, or the only one in which these words are."""
    if typed.isdecimal() and 0 < int(typed) <= len(sentences):
        return sentences[int(typed) - 1]
    found = {one for one in sentences if typed.casefold() in one.casefold()} if typed else set()
    return found.pop() if len(found) == 1 else None


def quarter_of(answered: int, invited: int) -> int:
    """Return how many quarters of those invited answered: all that is shown while a round is open."""
    return 0 if not invited else min(4 * answered // invited, 4)


def counts_of(rows: Sequence[Sequence[int]]) -> list[int]:
    """Add up counts per option."""
    return [sum(column) for column in zip(*rows, strict=True)]
