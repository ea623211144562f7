"""What one message waiting to be said is, and which goes first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum, StrEnum
from typing import Any

OWN_DATA = "own-data"  # the kind of file that holds all of somebody's own data
LEASE = timedelta(seconds=40)  # longer than a send can take: connect, write and read time-outs together
# What was let through and could not be said for so long, such as at a standstill, is looked at anew: by then
# it may be night, or its reader wants to hear nothing.
TIMELY = timedelta(minutes=15)
# About eight hours with `pause_before`: a channel that is away for a morning must not cost anybody an answer.
MOST_ATTEMPTS = 100
WINDOW = 2  # waiting messages that a process says at once, until that is noted: a kill can double these
MOST_COPIES = 3  # of a reply, when crashes follow each other


class Lane(IntEnum):
    """The order in which waiting messages are said: the lowest first."""

    reply = 0
    answer = 1
    follow_up = 2
    relay = 3
    loop = 4
    round = 5
    reminder = 6
    digest = 7
    nudge = 8
    broadcast = 9


# What waits for somebody's working hours, and for the end of the conversation they are in.
PATIENT = frozenset(Lane) - {Lane.reply, Lane.answer}
# What nobody asked for: rhythm, caps and pauses hold, and it says why it comes and how to get less.
UNASKED = frozenset({Lane.round, Lane.reminder, Lane.digest, Lane.nudge, Lane.broadcast})
# What takes of the room that somebody's rhythm leaves.
COUNTED = UNASKED | {Lane.relay}
# What the ceiling holds for, promised questions included. What an author hears of their own is an answer.
CAPPED = COUNTED | {Lane.follow_up}
_LIVES: Mapping[Lane, timedelta] = {
    Lane.round: timedelta(days=7),
    Lane.reminder: timedelta(days=2),
    Lane.digest: timedelta(days=2),
    Lane.nudge: timedelta(days=1),
    Lane.broadcast: timedelta(days=14),
}


def life_of(lane: Lane) -> timedelta | None:
    """Return how long a message of this lane makes sense when nobody said otherwise; None: always."""
    return _LIVES.get(lane)


class Outcome(StrEnum):
    """How a delivery stands."""

    held = "held"  # until it may be said: working hours, a conversation that ends, room for one more
    waiting = "waiting"
    sending = "sending"
    sent = "sent"
    gone = "gone"  # the address cannot be reached any more
    failed = "failed"
    uncertain = "uncertain"  # twice nobody knew whether it arrived
    cancelled = "cancelled"


@dataclass(frozen=True)
class Delivery:
    """One message to one address, claimed to be sent now."""

    id: int
    member_id: int | None
    organisation_id: int | None
    channel: str
    address: str
    language: str
    lane: int
    payload: Mapping[str, Any]
    target: str | None
    attempts: int
    maybe_dup: bool


def pause_before(attempt: int) -> timedelta:
    """Return how long to wait after attempt `attempt` (from 1): 1 s, doubling up to 5 minutes."""
    return timedelta(seconds=min(2 ** (attempt - 1), 300))
