"""When somebody may be sent something unasked: working hours, holidays, pauses, and not too often.

All caps are here. Who chooses what to send asks `room`, and so does who sends it, by then under a lock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum
from functools import cache
from zoneinfo import ZoneInfo

from domain.delivery import CAPPED, COUNTED, UNASKED, Lane, life_of
from domain.peers.constants import DEFAULTS, Constants

ZONE = "Europe/Amsterdam"
WEEK = timedelta(days=7)
IDLE = timedelta(minutes=10)  # a conversation that nobody touched for so long has ended
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
    if works_on(habits, day) and clock < habits.end:
        return max(after, _at(habits, day, habits.start))
    for _ in range(FARTHEST):
        day += timedelta(days=1)
        if works_on(habits, day):
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


def most_a_week(rhythm: str, constants: Constants = DEFAULTS) -> int:
    """Return how many unrequested messages a week somebody chose, never more than the cap."""
    return min(1 if rhythm in ("weekly", "digest") else 2, constants.caps.week)


def when(
    lane: Lane,
    habits: Habits,
    recent: Sequence[Sent],
    *,
    busy_until: datetime | None,
    not_after: datetime | None,
    now: datetime,
    constants: Constants = DEFAULTS,
) -> datetime | Late:
    """Return when a message may be sent, `now` when it may be at once; or that it is to be dropped.

    `recent` are the capped messages of the last week. What does not fit is moved, and dropped when its
    time has passed by then: so nothing piles up.
    """
    week = most_a_week(habits.rhythm, constants)
    if not wants(lane, habits.rhythm) or (lane in UNASKED and not week):
        return Late.drop
    zone = ZoneInfo(habits.zone)
    moment = max(now, busy_until or now)
    for _ in range(10):
        has_room = room(lane, moment, recent, zone, week=week, constants=constants)
        later = max(next_moment(habits, moment), has_room)
        if later == moment:
            break
        moment = later
    return Late.drop if not_after is not None and moment > not_after else moment


def room(
    lane: Lane,
    at: datetime,
    sent: Sequence[Sent],
    zone: tzinfo,
    *,
    week: int,
    constants: Constants = DEFAULTS,
) -> datetime:
    """Return from when on, not before `at`, the caps leave room for one more; `sent` was sent before.

    In any seven days so many unasked ones as `week` says, on one day one, and between two nudges 48 hours; a
    promised question comes once a day; and all of these together have a ceiling. Answers have no cap, and
    take no room. A day is one in the zone of the person.
    """
    if lane not in CAPPED:
        return at
    caps = constants.caps
    counted = sorted(one.at for one in sent if one.lane in COUNTED)
    promised = sorted(one.at for one in sent if one.lane is Lane.follow_up)
    from_then = [at, *_a_week_after(sorted([*counted, *promised]), caps.ceiling)]
    if lane is Lane.follow_up:
        from_then += _a_day_after(promised, caps.follow_up_day, zone)
    if lane in UNASKED:
        from_then += [*_a_week_after(counted, week), *_a_day_after(counted, caps.day, zone)]
    if lane is Lane.nudge:
        apart = timedelta(hours=caps.nudge_hours)
        from_then += [one.at + apart for one in sent if one.lane is Lane.nudge]
    return max(from_then)


def _a_week_after(moments: Sequence[datetime], most: int) -> list[datetime]:
    """Return when the last so many no longer lie in seven days; nothing when there are fewer."""
    return [moments[-most] + WEEK] if len(moments) >= most else []


def _a_day_after(moments: Sequence[datetime], most: int, zone: tzinfo) -> list[datetime]:
    """Return when the day is over of the last so many; nothing when there are fewer."""
    if len(moments) < most:
        return []
    day = moments[-most].astimezone(zone).date() + timedelta(days=1)
    return [datetime.combine(day, time.min, zone).astimezone(UTC)]


def last_moment(lane: Lane, not_before: datetime, not_after: datetime | None) -> datetime | None:
    """Return until when a message has sense: as was said, or else as long as its kind has."""
    life = life_of(lane)
    return not_after if not_after is not None or life is None else not_before + life


def works_on(habits: Habits, day: date) -> bool:
    """Tell whether somebody works on a day; on a public holiday nobody does."""
    return day.weekday() in habits.days and day not in holidays_of(day.year)


def _at(habits: Habits, day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, ZoneInfo(habits.zone)).astimezone(UTC)


@cache
def holidays_of(year: int) -> frozenset[date]:
    """Return the public holidays of the Netherlands in a year."""
    # Reading this library takes a fifth of a second, and who starts the program should not wait for it.
    import holidays

    return frozenset(holidays.country_holidays("NL", years=year))
