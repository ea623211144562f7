"""Thanks with a reason: how often, so that they keep their worth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

SAME_AGAIN: Final = timedelta(days=30)  # thanks for the same practice
MOST_WORDS: Final = 280  # characters


@dataclass(frozen=True)
class Kudos:
    """One thank-you; only who gave it and who got it see it."""

    public_id: str
    practice_id: int | None
    words: str
    named: bool
    name: str  # of who gave it
    at: datetime


def heard_once(public_id: str) -> str:
    """Return the name under which a maker hears thanks once."""
    return f"kudos:{public_id}"


def may_thank(given: list[Kudos], practice_id: int, now: datetime) -> bool:
    """Tell whether thanks may be given for a practice: once a month."""
    return not any(one.practice_id == practice_id and now - one.at < SAME_AGAIN for one in given)
