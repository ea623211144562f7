"""How fast a channel may be spoken on by every process together: an even pace, with a little burst.

The meter is the generic cell rate algorithm (ITU-T I.371): each message moves a moment on by one interval,
and who finds that moment too far ahead waits.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

BULK_SHARE = 0.8  # of the pace, at most, for broadcasts: the rest stays free for who is waiting for an answer
BURST = timedelta(milliseconds=250)  # how far ahead of the even pace a process may be
REPLIES_AHEAD = timedelta(milliseconds=500)  # the same for replies, which are booked afterwards
LONGEST_WAIT = timedelta(seconds=1)  # nobody reserves farther ahead
WRONG_CLOCK = timedelta(seconds=60)  # what is farther ahead than this comes from a clock that jumped


@dataclass(frozen=True)
class Meter:
    """Up to when messages are spoken for: all of them, and broadcasts alone."""

    spoken_until: datetime
    bulk_until: datetime
    paused_until: datetime | None = None

    def sane(self, now: datetime) -> Meter:
        """Return the meter without moments that a wrong clock left behind."""
        if max(self.spoken_until, self.bulk_until) <= now + WRONG_CLOCK:
            return self
        return replace(self, spoken_until=min(self.spoken_until, now), bulk_until=min(self.bulk_until, now))


@dataclass(frozen=True)
class Grant:
    """So many messages may be said, all of them from this moment on."""

    count: int
    at: datetime


def reserve(
    meter: Meter, per_second: float, plain: int, bulk: int, now: datetime
) -> tuple[Meter, Grant] | None:
    """Take room for `plain` messages and `bulk` ones of a broadcast; None when that is too far ahead."""
    if meter.paused_until is not None and meter.paused_until > now:
        return None
    interval, bulk_interval = (
        timedelta(seconds=1 / per_second),
        timedelta(seconds=1 / per_second / BULK_SHARE),
    )
    count = plain + bulk
    start, bulk_start = max(meter.spoken_until, now), max(meter.bulk_until, now)
    at = max(now, start + (count - 1) * interval - BURST)
    if bulk:
        at = max(at, bulk_start + (bulk - 1) * bulk_interval - BURST)
        bulk_start += bulk * bulk_interval
    if at > now + LONGEST_WAIT:
        return None
    after = replace(meter, spoken_until=start + count * interval, bulk_until=bulk_start)
    return after, Grant(count, at)


def book(meter: Meter, per_second: float, count: int, now: datetime) -> Meter:
    """Note that so many replies went out: whoever else speaks waits for them."""
    return replace(
        meter, spoken_until=max(meter.spoken_until, now) + count * timedelta(seconds=1 / per_second)
    )


def replies_from(meter: Meter, now: datetime) -> datetime:
    """Return from when replies may go out: at once, unless more went out than the pace allows."""
    soonest = meter.spoken_until - REPLIES_AHEAD
    if meter.paused_until is not None:
        soonest = max(soonest, meter.paused_until)
    return max(now, soonest)
