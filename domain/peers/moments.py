"""Whose day it is for a nudge, and at which minute: at work, and not everybody at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.peers.backoff import MOST_JITTER, SLOT_DAYS, SLOTS, next_slot
from domain.peers.constants import DEFAULTS, Constants
from domain.peers.facts import Facts, Someone
from domain.peers.holdout import draw
from domain.rhythm import is_paused, most_a_week, next_moment, works_on


def moments_of(facts: Facts, now: datetime, constants: Constants = DEFAULTS) -> dict[int, datetime]:
    """Return when today each of those whose day it is may be nudged: at work, and not all at one minute."""
    found = {}
    for one in facts.people:
        if one.may and one.themes and (moment := moment_of(one, facts.secret, now, constants)) is not None:
            found[one.number] = moment
    return found


def moment_of(one: Someone, secret: str, now: datetime, constants: Constants = DEFAULTS) -> datetime | None:
    """Return somebody's moment for a nudge today; None when it is not their day, or too late.

    Who chose two a week has the first and the last of their days from Tuesday to Thursday, who chose one has
    one of them, by chance and always the same.
    """
    habits = one.habits
    here = now.astimezone(ZoneInfo(habits.zone))
    today = here.date()
    if today not in _days(one, today, most_a_week(habits.rhythm, constants)) or is_paused(habits, now):
        return None
    chance = draw(one.name, f"{secret}/moment")
    jitter = round((2 * chance - 1) * MOST_JITTER)
    # Half of the people have the later of the two slots; who does not work then has the other one.
    after = datetime.combine(today, time(13), here.tzinfo) if int(chance * 1000) % 2 else here
    for start in (max(after, here), here):
        slot = _slot_on(today, start, jitter)
        if slot is not None and next_moment(habits, slot) == slot:
            return slot
    return None


def _slot_on(day: date, after: datetime, jitter: int) -> datetime | None:
    last = datetime.combine(day, SLOTS[-1], after.tzinfo) + timedelta(minutes=jitter)
    return next_slot(after, lambda other: other == day, jitter) if after < last else None


def _days(one: Someone, today: date, week: int) -> Sequence[date]:
    monday = today - timedelta(days=today.weekday())
    week_days = [monday + timedelta(days=number) for number in sorted(SLOT_DAYS)]
    days = [day for day in week_days if works_on(one.habits, day)]
    if not days or not week:
        return ()
    return (days[0], days[-1]) if week > 1 else (days[one.number % len(days)],)
