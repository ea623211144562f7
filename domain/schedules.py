"""When something that repeats is due: rules in a named zone, correct on both nights the clock changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, rrule

from domain.rhythm import Habits, is_working

GRACE = timedelta(hours=2)  # how late a firing may still come, in working hours
PUNCTUAL = timedelta(minutes=5)  # up to here nobody calls it late


class Every(StrEnum):
    """How often something is due."""

    once = "once"
    day = "day"
    week = "week"
    fortnight = "fortnight"
    month = "month"
    quarter = "quarter"


@dataclass(frozen=True)
class Rule:
    """Due from `first` on, at the time `at` in `zone`, up to and including the day `last`.

    The day follows from `first`: its weekday for weeks, its day of the month for months and quarters. A month
    that is too short takes its last day.
    """

    every: Every
    at: time
    first: date
    zone: str
    last: date | None = None

    def stored(self) -> dict[str, Any]:
        """Return the rule as plain JSON values."""
        return {
            "every": self.every.value,
            "at": self.at.isoformat("minutes"),
            "first": self.first.isoformat(),
            "zone": self.zone,
            "last": self.last.isoformat() if self.last else None,
        }

    @staticmethod
    def read(stored: Mapping[str, Any]) -> Rule:
        """Return the rule that was stored."""
        return Rule(
            Every(stored["every"]),
            time.fromisoformat(stored["at"]),
            date.fromisoformat(stored["first"]),
            stored["zone"],
            date.fromisoformat(stored["last"]) if stored["last"] else None,
        )


def next_fire(rule: Rule, after: datetime) -> datetime | None:
    """Return the first moment after `after` at which the rule is due, in UTC; None when it is over."""
    zone = ZoneInfo(rule.zone)
    if rule.every is Every.once:
        moment = moment_of(datetime.combine(rule.first, rule.at), zone)
        return moment if moment > after else None
    # A day earlier than it can be: where the clock is changed, a wall time may fall on either side of it.
    wall = after.astimezone(zone).replace(tzinfo=None) - timedelta(days=1)
    days = _days(rule)
    while (found := days.after(wall)) is not None:
        moment = moment_of(found, zone)
        if moment > after:
            return moment
        wall = found
    return None


def in_time(due: datetime, now: datetime, working: Habits) -> bool:
    """Tell whether what was due then may still be done now: at once, or a little late in working hours."""
    late = now - due
    return late <= PUNCTUAL or (late <= GRACE and is_working(working, now))


def next_weekday(weekday: int, after: date) -> date:
    """Return the first day after `after` that is this weekday, Monday being 0."""
    return after + timedelta(days=(weekday - after.weekday() - 1) % 7 + 1)


def moment_of(wall: datetime, zone: ZoneInfo) -> datetime:
    """Return when it is this wall time in a zone, in UTC: the first of two, and after a gap its end."""
    moment = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == wall:
        return moment
    # Such a time does not exist. The clock is changed somewhere between its two readings; look in halves.
    before = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    offset = moment.astimezone(zone).utcoffset()
    while moment - before > timedelta(seconds=1):
        middle = before + (moment - before) // 2
        if middle.astimezone(zone).utcoffset() == offset:
            moment = middle
        else:
            before = middle
    return moment.replace(microsecond=0)


@cache
def _days(rule: Rule) -> rrule:
    start = datetime.combine(rule.first, rule.at)
    until = datetime.combine(rule.last, time.max) if rule.last else None
    match rule.every:
        case Every.day | Every.once:
            return rrule(DAILY, dtstart=start, until=until)
        case Every.week | Every.fortnight:
            weeks = 1 if rule.every is Every.week else 2
            return rrule(WEEKLY, interval=weeks, dtstart=start, until=until)
        case Every.month | Every.quarter:
            # The last day up to this one that the month has: the day itself, but for 29 to 31.
            days = range(min(28, rule.first.day), rule.first.day + 1)
            months = 1 if rule.every is Every.month else 3
            return rrule(MONTHLY, interval=months, bymonthday=days, bysetpos=-1, dtstart=start, until=until)
