"""What is tried out, and what is assumed of people under it. What is sent follows from the real rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Policy:
    """One row of the table: a policy, and what is assumed of people under it."""

    key: str
    nudges: bool = True
    exposure: bool = False  # a card that was sent is tried like one that was looked up
    extra: float = 0.0  # chance that a nudge is followed, on top of that
    plan: float = 1.0  # a date and a moment multiply that chance
    replaces: float = 0.0  # share of looking around by oneself that nudges take the place of
    stopping: float = 1.1  # times as many stop
    popular: float = 0.0  # power of popularity by which people choose; 0 is by what fits
    top: float = 1.0  # what the upper half does, times
    bottom: float = 1.0  # what the lower half does, times


NONE: Final = Policy("none", nudges=False, stopping=1.0)
OPTIMISTIC: Final = Policy("optimistic", exposure=True, extra=0.014, plan=1.12)
CONSERVATIVE: Final = Policy("conservative", extra=0.014, replaces=0.3)
NULL: Final = Policy("null", replaces=0.3, stopping=1.5)
LEADERBOARD: Final = Policy("leaderboard", nudges=False, popular=1.3, top=1.10, bottom=0.85, stopping=1.25)
MAIN: Final = (NONE, OPTIMISTIC, CONSERVATIVE, NULL, LEADERBOARD)
EVERY: Final = (
    NONE,
    OPTIMISTIC,
    Policy("exposure", exposure=True),
    CONSERVATIVE,
    Policy("irritating", extra=0.007, replaces=0.3, stopping=1.5),
    NULL,
    Policy("kind", extra=0.027),
    LEADERBOARD,
    Policy("leaderboard-kind", nudges=False, popular=1.3, top=0.95, bottom=1.15, stopping=1.0),
)
