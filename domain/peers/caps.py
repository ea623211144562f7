"""How much may be sent unasked to one person, what goes first, and how silence is an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

from domain.delivery import Lane
from domain.peers.constants import DEFAULTS, Constants
from domain.rhythm import Sent

WEEK: Final = timedelta(days=7)
# Somebody asked for these: what they wait for is never held back, nor does it take the place of anything.
ASKED: Final = frozenset({Lane.reply, Lane.answer})
PROMISED: Final = frozenset({Lane.follow_up})
SLOTS: Final = (time(12, 15), time(15, 45))  # half of the answers come within the hour: when people can
SLOT_DAYS: Final = frozenset({1, 2, 3})  # Tuesday, Wednesday, Thursday
MOST_JITTER: Final = 20  # minutes


@dataclass(frozen=True)
class Pace:
    """How often somebody is nudged: hours between two (None is not at all), and days between two digests."""

    nudge_gap: timedelta | None
    digest_gap: timedelta
    ask_topics: bool = False  # time for the one message that asks whether the topics are wrong


def may_send(
    lane: Lane,
    at: datetime,
    sent: Iterable[Sent],
    zone: tzinfo,
    *,
    week: int | None = None,
    constants: Constants = DEFAULTS,
) -> bool:
    """Tell whether one more message fits at `at`: in any seven days around it, on its day, after a nudge.

    `week` is what this person chose, never more than the cap. Also right when messages are planned ahead
    and come in any order. A day is one in the person's own zone.
    """
    if lane in ASKED:
        return True
    caps = constants.caps
    others = [one for one in sent if one.lane not in ASKED]
    if not _fits(at, [one.at for one in others], caps.ceiling):
        return False
    if lane in PROMISED:
        promised = [one.at for one in others if one.lane in PROMISED]
        return _on_day(at, promised, zone) < caps.follow_up_day
    unasked = [one.at for one in others if one.lane not in PROMISED]
    if not _fits(at, unasked, min(caps.week, caps.week if week is None else week)):
        return False
    if _on_day(at, unasked, zone) >= caps.day:
        return False
    apart = timedelta(hours=caps.nudge_hours)
    return lane is not Lane.nudge or all(
        abs(at - one.at) >= apart for one in others if one.lane is Lane.nudge
    )


def take(
    waiting: Iterable[Lane],
    at: datetime,
    sent: Sequence[Sent],
    zone: tzinfo,
    *,
    week: int | None = None,
    constants: Constants = DEFAULTS,
) -> list[Lane]:
    """Return what goes out at `at`, the most important first. The rest is dropped or moved, never stacked."""
    taken: list[Lane] = []
    for lane in sorted(waiting):
        before = [*sent, *(Sent(one, at) for one in taken)]
        if may_send(lane, at, before, zone, week=week, constants=constants):
            taken.append(lane)
    return taken


def _fits(at: datetime, moments: Iterable[datetime], most: int) -> bool:
    """Tell whether `at` can be added without any seven days having more than `most`."""
    near = sorted([at, *(one for one in moments if abs(one - at) < WEEK)])
    return all(sum(start <= one < start + WEEK for one in near) <= most for start in near if start <= at)


def _on_day(at: datetime, moments: Iterable[datetime], zone: tzinfo) -> int:
    day = at.astimezone(zone).date()
    return sum(one.astimezone(zone).date() == day for one in moments)


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
        return Pace(WEEK * 2 / chosen, WEEK, ask_topics=ignored == caps.back_off)
    return Pace(timedelta(hours=caps.nudge_hours), WEEK)
