"""How much one person, address or organisation may do in a while: some at once, and then at a steady pace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final


@dataclass(frozen=True)
class Limit:
    """`at_once` in a row, and from then on one in every `each`."""

    at_once: int
    each: timedelta


# Links that do not work, tried from one place on the internet. A code has 128 bits, so nobody will guess one:
# this keeps guessing from costing us anything. Only misses count, for a whole office may share one place.
MISSES: Final = Limit(30, timedelta(seconds=20))


def spend(until: datetime | None, now: datetime, limit: Limit) -> datetime | None:
    """Return until when it weighs once one more is done; None when there is no room for one more.

    The generic cell rate algorithm (ITU-T I.371): one moment is all that has to be remembered.
    """
    begins = max(until or now, now)
    if begins - now > limit.each * (limit.at_once - 1):
        return None
    return begins + limit.each


# --- turns ----------------------------------------------------------------------------------------------

# All turns of one organisation, beside what its people may each: a server for several is not one's alone.
ORGANISATION: Final = Limit(1000, timedelta(milliseconds=20))
QUIET: Final = timedelta(seconds=30)  # without a word, after which somebody who was refused is served again
TOLD_AGAIN: Final = timedelta(minutes=10)
SHORTEST, MOST_TIMES = 20, 5  # letters of what counts as the same thing said, and how often that may be


def turns_of(per_minute: int) -> Limit:
    """Return what one person may send and tap: a minute's worth at once, and then at that pace."""
    return Limit(per_minute, timedelta(minutes=1) / per_minute)


def what_is_said(words: str) -> int | None:
    """Return by what a text is known again in memory; None when it is so short that people do repeat it."""
    plain = " ".join(words.casefold().split())
    return hash(plain) if len(plain) >= SHORTEST else None


def goes_round(said: Iterable[int]) -> bool:
    """Tell whether one of the last texts was said so often that no person is saying it."""
    return max(Counter(said).values(), default=0) >= MOST_TIMES


# --- what costs others something ------------------------------------------------------------------------


class Act(StrEnum):
    """What somebody may do so many times on one day; how many, an organisation may say (`limits.<name>`)."""

    share = "share"
    ask = "ask"
    report = "report"
    thank = "thank"
    invite = "invite"
