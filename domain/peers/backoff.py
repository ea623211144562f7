"""When somebody is nudged, and how silence is an answer. Caps are in `domain/rhythm.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from domain.peers.constants import DEFAULTS, Constants

WEEK: Final = timedelta(days=7)
SLOTS: Final = (time(12, 15), time(15, 45))  # half of the answers come within the hour: when people can
SLOT_DAYS: Final = frozenset({1, 2, 3})  # Tuesday, Wednesday, Thursday
MOST_JITTER: Final = 20  # minutes


@dataclass(frozen=True)
class Pace:
    """How often somebody is nudged: hours between two (None is not at all), and days between two digests."""

    nudge_gap: timedelta | None
    digest_gap: timedelta


def next_slot(after: datetime, works: Callable[[date], bool], jitter: int = 0) -> datetime:
    """Return the next moment for a nudge, in the zone of `after`: Tuesday to Thursday at 12:15 or 15:45.

    `works` tells on which days this person works. `jitter`, in minutes, is drawn by the caller from -20 to
    20, so that not everybody is sent something at the same minute. A holiday is not made up for.
    """
    shift = timedelta(minutes=max(-MOST_JITTER, min(MOST_JITTER, jitter)))
    for ahead in range(366):
        day = after.date() + timedelta(days=ahead)
        if day.weekday() not in SLOT_DAYS or not works(day):
            continue
        for slot in SLOTS:
            moment = datetime.combine(day, slot, after.tzinfo) + shift
            if moment > after:
                return moment
    raise ValueError("somebody who works on no day cannot be sent anything")


def ignored_in_a_row(
    nudges: Iterable[tuple[datetime, bool]],
    last_started: datetime | None,
    now: datetime,
    constants: Constants = DEFAULTS,
) -> int:
    """Count the last nudges that got no tap; `nudges` are (moment, tapped). Doing something starts anew.

    A nudge of this week is not ignored yet, and does not hide that earlier ones were.
    """
    waits = timedelta(days=constants.caps.ignored_days)
    count = 0
    for at, tapped in sorted(nudges, reverse=True):
        if tapped or (last_started is not None and at <= last_started):
            break
        count += now - at >= waits
    return count


def pace(ignored: int, *, week: int | None = None, constants: Constants = DEFAULTS) -> Pace:
    """Return how often to go on after so many ignored nudges: as chosen, half as often, or hardly."""
    caps = constants.caps
    chosen = min(caps.week, caps.week if week is None else week)
    if ignored >= caps.give_up:
        return Pace(None, timedelta(weeks=caps.give_up_weeks))
    if chosen <= 0:
        return Pace(None, WEEK)
    if ignored >= caps.back_off:
        return Pace(WEEK * 2 / chosen, WEEK)
    return Pace(timedelta(hours=caps.nudge_hours), WEEK)
