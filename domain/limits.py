"""How much one person, address or organisation may do in a while: some at once, and then at a steady pace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
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
