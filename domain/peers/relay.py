"""Who is asked a colleague's question: who may know, is at work and was not asked too often."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import IntEnum

from domain.peers.constants import DEFAULTS, Constants


@dataclass(frozen=True)
class Candidate:
    """Somebody who could be asked. The asker's own manager is never asked."""

    member: int
    expertise: float  # `segments.expertise`
    fit: float
    at_work: bool
    asked: tuple[datetime, ...] = ()  # earlier requests
    front_runner: bool = False
    manages_asker: bool = False


class Step(IntEnum):
    """Who has been asked by now."""

    first = 1
    second = 2
    coordinator = 3  # without the asker's name


def score(one: Candidate, now: datetime, constants: Constants = DEFAULTS) -> float:
    """Return R, by which candidates are ordered."""
    known = constants.relay
    load = _since(one.asked, now, known.load_days)
    return (
        known.expertise * one.expertise
        + known.fit * one.fit
        + known.available * one.at_work
        - known.load * load
    )


def may_be_asked(one: Candidate, now: datetime, zone: tzinfo, constants: Constants = DEFAULTS) -> bool:
    """Tell whether somebody can still be asked this week and today; a day is one in their own zone."""
    known = constants.relay
    today = now.astimezone(zone).date()
    on_this_day = sum(at.astimezone(zone).date() == today for at in one.asked)
    return (
        not one.manages_asker and _since(one.asked, now, 7) < known.most_week and on_this_day < known.most_day
    )


def choose(
    candidates: Iterable[Candidate], now: datetime, zone: tzinfo, constants: Constants = DEFAULTS
) -> list[int]:
    """Return whom to ask now, the best first.

    One seat is for somebody who fits and is not always asked anyway: it spreads the load, and being asked
    is what draws people in. Without such a person it goes to the next best.
    """
    known = constants.relay
    best = sorted(
        (one for one in candidates if may_be_asked(one, now, zone, constants)),
        key=lambda one: (-score(one, now, constants), one.member),
    )
    fresh = [one for one in best if not one.front_runner and one.fit >= constants.fit.near_from]
    kept = fresh[: min(known.fresh_seats, known.seats)]
    others = [one for one in best if one not in kept][: known.seats - len(kept)]
    return [one.member for one in best if one in kept or one in others]


def step_after(working_days: int, constants: Constants = DEFAULTS) -> Step:
    """Return how far a question has gone when nobody answered for this many working days."""
    known = constants.relay
    if working_days >= known.coordinator_after:
        return Step.coordinator
    return Step.second if working_days >= known.next_after else Step.first


def _since(moments: Sequence[datetime], now: datetime, days: float) -> int:
    return sum(timedelta(0) <= now - at < timedelta(days=days) for at in moments)
