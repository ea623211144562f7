"""Best persons: whom colleagues name, and what somebody then shows of themselves, only if they want to.

Nothing here is computed, counted or ranked: a person is named by peers, and decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Final

# For whoever names somebody. Only what they did themselves counts, never what came of it.
NAMED_DAYS: Final = timedelta(days=30)
MOST_WORDS: Final = 280  # characters of one sentence about somebody

# For whoever is named: asked once a year, by as many colleagues as there are.
ASKED_AGAIN: Final = timedelta(days=365)
MOST_TOLD: Final = 3  # what so many colleagues told is read at once
ANSWER_WITHIN: Final = timedelta(days=28)  # then what they told is gone

# For a portrait.
MOST_ANSWER: Final = 400  # characters
YEAR: Final = timedelta(days=365)  # then it is asked whether it may stay
GRACE: Final = timedelta(days=28)  # no answer in that time takes it away
KEPT: Final = timedelta(days=28)  # what was begun or taken away; then it is gone
QUESTIONS: Final = ("day", "turn", "needs", "contact")


class Kind(StrEnum):
    """Four ways to make the difference; whoever is named chooses which, or none."""

    doer = "doer"
    frontline = "frontline"
    social = "social"
    bridge = "bridge"


class Choice(StrEnum):
    """What somebody says who was named."""

    named = "named"
    nameless = "nameless"
    no = "no"


class PortraitState(StrEnum):
    """Whether a portrait is on show."""

    begun = "begun"  # its owner said yes, and has not shown it yet
    published = "published"
    hidden = "hidden"  # somebody reported it, and a coordinator has not said that it may be seen
    withdrawn = "withdrawn"


@dataclass(frozen=True)
class Told:
    """What one colleague told of somebody: an event that shows empathy, and one that shows enterprise."""

    kind: Kind | None
    empathy: str
    enterprise: str


@dataclass(frozen=True)
class Portrait:
    """What somebody shows of themselves."""

    public_id: str
    member_id: int
    state: PortraitState
    named: bool
    name: str
    job: str
    kind: Kind | None
    day: str
    turn: str
    needs: str
    contact: str
    told: Told  # by the first colleague who named them
    quoted: bool  # whether that stands with it
    renew_at: datetime | None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.quoted and not any(getattr(self, name) for name in QUESTIONS)


def may_name(days: Iterable[date], today: date, most: int) -> bool:
    """Tell whether somebody who named colleagues on these days may name one more."""
    return sum(today - day < NAMED_DAYS for day in days) < most


def shuffled(portraits: Iterable[str], reader: str, day: date) -> list[str]:
    """Return portraits by public name in an order that is chance: another for each reader and each day."""

    def chance(one: str) -> bytes:
        return sha256(f"{day}:{reader}:{one}".encode()).digest()

    return sorted(portraits, key=chance)
