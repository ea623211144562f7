"""When somebody may be sent something unasked: working hours, holidays, pauses, and not too often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import cache
from zoneinfo import ZoneInfo

from domain.delivery import COUNTED, UNASKED, Lane, life_of

ZONE = "Europe/Amsterdam"
WEEK = timedelta(days=7)
IDLE = timedelta(minutes=10)  # a conversation that nobody touched for so long has ended
NUDGES_APART = timedelta(hours=48)
FARTHEST = 400  # days: longer than any pause


@dataclass(frozen=True)
class Habits:
    """When somebody works, where the clock says so, and until when they want to hear nothing."""

    zone: str = ZONE
    days: frozenset[int] = frozenset(range(5))  # Monday is 0
    start: time = time(8, 30)
    end: time = time(17, 30)
    paused_until: date | None = None  # the first day on which they may be sent something again
    rhythm: str = ""


@dataclass(frozen=True)
class Sent:
    """Something unrequested that somebody was sent."""

    lane: Lane
    at: datetime


class Late(Enum):
    """What to do with a message instead of sending it later."""

    drop = "drop"


def next_moment(habits: Habits, after: datetime) -> datetime:
    """Return the first working moment of somebody that is not before `after`, in UTC."""
    local = after.astimezone(ZoneInfo(habits.zone))
    day, clock = local.date(), local.time()
    if habits.paused_until is not None and day < habits.paused_until:
        day, clock = habits.paused_until, time.min
    if _works(habits, day) and clock < habits.end:
        return max(after, _at(habits, day, habits.start))
    for _ in range(FARTHEST):
        day += timedelta(days=1)
        if _works(habits, day):
            return _at(habits, day, habits.start)
    return _at(habits, day, habits.start)


def is_paused(habits: Habits, now: datetime) -> bool:
    """Tell whether somebody wants to hear nothing now."""
    today = now.astimezone(ZoneInfo(habits.zone)).date()
    return habits.paused_until is not None and today < habits.paused_until


def is_working(habits: Habits, now: datetime) -> bool:
    """Tell whether somebody works now."""
    return next_moment(habits, now) <= now


def wants(lane: Lane, rhythm: str) -> bool:
    """Tell whether somebody with this rhythm is sent messages of this lane at all."""
    if lane not in UNASKED:
        return True
    return rhythm != "nothing" and (rhythm != "digest" or lane is Lane.digest)


def most_a_week(rhythm: str) -> int:
    """Return how many unrequested messages a week somebody chose."""
    return 1 if rhythm in ("weekly", "digest") else 2


def when(
    lane: Lane,
    habits: Habits,
    recent: Sequence[Sent],
    *,
    busy_until: datetime | None,
    not_after: datetime | None,
    now: datetime,
) -> datetime | Late:
    """Return when a message may be sent, `now` when it may be at once; or that it is to be dropped.

    `recent` are the unrequested messages of the last week. What does not fit is moved, and dropped when its
    time has passed by then: so nothing piles up. Caps: peer model, when and how often.
    """
    if not wants(lane, habits.rhythm):
        return Late.drop
    moment = max(now, busy_until or now)
    for _ in range(10):
        later = max(moment, next_moment(habits, moment), _room(lane, habits, recent, moment))
        if later == moment:
            break
        moment = later
    return Late.drop if not_after is not None and moment > not_after else moment


def _room(lane: Lane, habits: Habits, recent: Sequence[Sent], moment: datetime) -> datetime:
    """Return from when on the caps leave room for one more."""
    if lane not in UNASKED:
        return moment
    counted = sorted(one.at for one in recent if one.lane in COUNTED and one.at > moment - WEEK)
    found = moment
    most = most_a_week(habits.rhythm)
    if len(counted) >= most:
        found = max(found, counted[-most] + WEEK)
    if counted:
        zone = ZoneInfo(habits.zone)
        newest = counted[-1].astimezone(zone).date()
        if newest >= moment.astimezone(zone).date():
            found = max(found, _at(habits, newest + timedelta(days=1), time.min))
    nudges = [one.at for one in recent if one.lane is Lane.nudge]
    if lane is Lane.nudge and nudges:
        found = max(found, max(nudges) + NUDGES_APART)
    return found


def last_moment(lane: Lane, not_before: datetime, not_after: datetime | None) -> datetime | None:
    """Return until when a message has sense: as was said, or else as long as its kind has."""
    life = life_of(lane)
    return not_after if not_after is not None or life is None else not_before + life


def _works(habits: Habits, day: date) -> bool:
    return day.weekday() in habits.days and day not in holidays_of(day.year)


def _at(habits: Habits, day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, ZoneInfo(habits.zone)).astimezone(UTC)


@cache
def holidays_of(year: int) -> frozenset[date]:
    """Return the public holidays of the Netherlands in a year."""
    # Reading this library takes a fifth of a second, and who starts the program should not wait for it.
    import holidays

    return frozenset(holidays.country_holidays("NL", years=year))
