"""Tell somebody something later; what they never asked for says why it comes, and how to get less."""

from __future__ import annotations

from datetime import datetime

from domain.delivery import UNASKED, Lane
from handlers.kit.doors import SendLess, Silence, StartPause
from handlers.kit.say import Say, tap, text, to_payload
from storage import deliveries
from storage.database import Connection

ONE_WAY_OUT = frozenset({Lane.nudge, Lane.digest})


def tell(
    connection: Connection,
    member_id: int,
    saying: Say,
    *,
    once: str,
    lane: Lane,
    now: datetime,
    not_before: datetime | None = None,
    not_after: datetime | None = None,
) -> bool:
    """Queue a message, at most once per `once`; False when it was queued before, or the member wants none.

    A patient lane waits for the member's working hours and the end of their conversation. What is late by
    `not_after` is dropped.
    """
    return deliveries.queue(
        connection,
        member_id,
        payload=to_payload(with_way_out(saying, lane)),
        once=once,
        lane=lane,
        now=now,
        not_before=not_before,
        not_after=not_after,
    )


def with_way_out(saying: Say, lane: Lane) -> Say:
    """Return a message that nobody asked for with why it comes and how to get less; others as they are.

    A broadcast tells itself why it comes: which group it is for. What has buttons of its own gets one that
    leads to all ways of getting less, so that no more than four are on a phone.
    """
    if lane not in UNASKED:
        return saying
    why = () if lane is Lane.broadcast else (text(f"unasked-{lane.name}"),)
    if lane in ONE_WAY_OUT:
        return saying.then(*why).with_taps(tap("unasked-send-less", SendLess()))
    return saying.then(*why).with_taps(
        tap("unasked-less", SendLess()), tap("unasked-pause", StartPause()), tap("unasked-stop", Silence())
    )
