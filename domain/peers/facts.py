"""What a pass through an organisation knows, and what it decides, as values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from domain.peers.constants import DEFAULTS
from domain.peers.evidence import Outcome
from domain.peers.fit import Context
from domain.peers.nudges import Kind, Message
from domain.rhythm import Habits, Sent
from domain.trials import Weights


class Sort(StrEnum):
    """What was sent: a practice to try; what one's own changed for others; or a practice in a digest."""

    offer = "offer"
    news = "news"
    digest = "digest"


@dataclass(frozen=True, slots=True)
class Someone:
    """A member: where they work, what they follow, when they work; and whether they may be nudged at all."""

    number: int
    name: str  # what chance draws by; nobody can guess it
    context: Context
    themes: tuple[str, ...]
    habits: Habits
    may: bool = True


@dataclass(frozen=True, slots=True)
class Card:
    """A practice that anybody in the organisation may be offered."""

    number: int
    maker: int | None
    theme: str
    context: Context
    shared_at: datetime
    weights: tuple[Weights, ...] = ()
    reports: int = 0


@dataclass(frozen=True, slots=True)
class Try:
    """Somebody told that they tried a practice."""

    practice: int
    member: int
    at: datetime
    outcome: Outcome
    named: bool = False  # they agreed to be told of


@dataclass(frozen=True)
class Facts:
    """What is known of an organisation at the moment of a pass."""

    secret: str
    people: Sequence[Someone]
    cards: Sequence[Card]
    tries: Sequence[Try]
    started: Mapping[int, datetime]  # when members last did something by themselves
    offered: Mapping[int, int]  # how often each practice was offered lately
    shown: Mapping[int, int]  # to how many people whom it fits a new practice was shown
    mean: float = DEFAULTS.evidence.prior_mean


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier nudge: of which practice, when, and whether it was tapped. Held: it was left out."""

    practice: int
    at: datetime
    sort: Sort = Sort.offer
    tapped: bool = False
    held: bool = False


@dataclass(frozen=True)
class History:
    """What one person was sent, and what they said to it."""

    nudges: Sequence[Earlier] = ()  # newest first
    sent: Sequence[Sent] = ()
    closed: frozenset[int] = frozenset()  # practices that are not for them, or that they want to try already
    told_at: datetime | None = None  # when they heard that less will come
    gave_up_at: datetime | None = None  # since when hardly anything comes


NOTHING: Final = History()


@dataclass(frozen=True)
class Opportunity:
    """A practice with a message for one person at a moment; `held` is left out by chance."""

    member: int
    practice: int
    message: Message
    at: datetime
    held: bool

    @property
    def sort(self) -> Sort:
        """What it is: for who made it, or did it already, it is no opportunity to try something."""
        return Sort.news if self.message.kind in (Kind.impact, Kind.thanks, Kind.help) else Sort.offer


@dataclass(frozen=True)
class Rest:
    """So many were ignored in a row: less comes from now on, or, when it is `over`, hardly anything.

    Who is left out by chance rests as well, and is not told.
    """

    member: int
    at: datetime
    ignored: int
    over: bool
    held: bool


@dataclass(frozen=True)
class Picks:
    """The practices of somebody's digest: one that fits, and one that is new since the one before."""

    fits: int | None = None
    new: int | None = None
