"""When a member is asked how it went: in their working hours, after the moment they chose."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.rhythm import next_moment
from domain.trials import When, last_day
from handlers.kit import Turn
from storage import habits


def asked_on(turn: Turn, when: When) -> datetime:
    """Return when is asked about what a member wants to try: on their next working day after that moment."""
    theirs = habits.of(turn.connection, turn.member.id)
    zone = ZoneInfo(theirs.zone)
    day = last_day(when, turn.now.astimezone(zone).date()) + timedelta(days=1)
    return next_moment(theirs, datetime.combine(day, time.min, zone))


def in_two_weeks(turn: Turn) -> datetime:
    """Return when is asked once more after "not yet"."""
    return asked_on(turn, When.unknown)
