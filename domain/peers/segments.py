"""Who is new, ahead or in the middle of a theme; who builds bridges; which practice does remarkably well.

Only to choose what somebody is sent. It is computed when it is needed and kept nowhere: never shown, exported
or logged. There is nothing per team: one could be counted out there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import floor, log2
from statistics import median
from typing import Final

from domain.peers.constants import DEFAULTS, Constants
from domain.peers.evidence import Posterior

MAD_TO_SD: Final = 1.4826  # what a median absolute deviation is multiplied by to compare with a normal spread


class Segment(StrEnum):
    """Which kind of message suits somebody in a theme."""

    newcomer = "newcomer"
    front_runner = "front_runner"
    middle = "middle"


@dataclass(frozen=True)
class Standing:
    """What the rule needs to know of one member in one theme."""

    member: int
    joined_at: datetime
    started: int  # things done by oneself, ever
    last_started: datetime | None
    points: float  # `contribution.points`
    reported: int  # practices tried and reported on
    followers: int  # colleagues who tried the own practice that most tried
    met_at: datetime | None = None  # when the rule for front-runners was last met


def is_active(last_started: datetime | None, now: datetime, constants: Constants = DEFAULTS) -> bool:
    """Tell whether somebody did something by themselves lately; reading along needs none of that."""
    days = timedelta(days=constants.segments.active_days)
    return last_started is not None and now - last_started <= days


def is_new(joined_at: datetime, started: int, now: datetime, constants: Constants = DEFAULTS) -> bool:
    """Tell whether somebody is new: short ago, or hardly anything done yet."""
    known = constants.segments
    return now - joined_at < timedelta(days=known.newcomer_days) or started < known.newcomer_events


def threshold(scores: Sequence[float], constants: Constants = DEFAULTS) -> float:
    """Return T, the points from which somebody is ahead: far above the median of the active members.

    Where all have the same (no deviation), or few are active, it is the least a front-runner has.
    """
    known = constants.segments
    if len(scores) < known.quantiles_from:
        return known.least_points
    middle = median(scores)
    deviation = median(abs(one - middle) for one in scores)
    if deviation == 0:
        return known.least_points
    return max(known.least_points, middle + known.spread * MAD_TO_SD * deviation)


def segments(
    people: Iterable[Standing], now: datetime, constants: Constants = DEFAULTS
) -> dict[int, Segment]:
    """Return the segment of every member of a theme, across teams."""
    everybody = list(people)
    ahead = front_runners(everybody, now, constants)
    return {
        one.member: Segment.front_runner
        if one.member in ahead
        else Segment.newcomer
        if is_new(one.joined_at, one.started, now, constants)
        else Segment.middle
        for one in everybody
    }


def front_runners(
    people: Sequence[Standing], now: datetime, constants: Constants = DEFAULTS
) -> dict[int, bool]:
    """Return who is ahead in a theme, and of each whether the rule is met now (True) or still lasts (False).

    Never more than a fifth, the most points first. Who meets the rule now goes before whom it still lasts
    for. Where the places run out within a tie, all who tie are left out.
    """
    known = constants.segments
    active = [one for one in people if is_active(one.last_started, now, constants)]
    least = threshold([one.points for one in active], constants)
    now_ahead = [one for one in active if _meets(one, least, now, constants)]
    met = {one.member for one in now_ahead}
    lasting = [
        one
        for one in people
        if one.member not in met
        and one.met_at is not None
        and now - one.met_at <= timedelta(days=known.lasts)
    ]
    places = max(1, floor(known.most_share * len(active)))
    first = _without_ties(now_ahead, places)
    then = _without_ties(lasting, places - len(first)) if len(first) == len(now_ahead) else []
    return {one.member: True for one in first} | {one.member: False for one in then}


def _meets(one: Standing, least: float, now: datetime, constants: Constants) -> bool:
    known = constants.segments
    does = one.reported >= known.tried_from or one.followers >= known.followers_from
    return one.points >= least and does and not is_new(one.joined_at, one.started, now, constants)


def _without_ties(people: Sequence[Standing], places: int) -> list[Standing]:
    best = sorted(people, key=lambda one: -one.points)
    if len(best) <= places:
        return best
    if places <= 0:
        return []
    return [one for one in best[:places] if one.points > best[places].points]


def bridge_value(own: int, others: Iterable[int]) -> float:
    """Return B: how evenly somebody's help was spread over teams, times how much left the own team.

    `own` and `others` count how often people of a team tried their practice or found their answer useful.
    """
    elsewhere = [one for one in others if one > 0]
    total = own + sum(elsewhere)
    if total == 0:
        return 0.0
    spread = 1 - sum((one / total) ** 2 for one in (own, *elsewhere))
    return spread * log2(1 + sum(elsewhere))


def is_bridge(own: int, others: Mapping[int, int], constants: Constants = DEFAULTS) -> bool:
    """Tell whether somebody builds bridges: `others` counts the help per other team."""
    known = constants.segments
    helped = [one for one in others.values() if one > 0]
    return (
        bridge_value(own, helped) >= known.bridge_from
        and len(helped) >= known.bridge_teams
        and sum(helped) >= known.bridge_helped
    )


def expertise(useful: float, rated: int, askers: int, constants: Constants = DEFAULTS) -> float:
    """Return X, the lower bound of how often somebody's answers help.

    As long as fewer than three different people asked, nothing is known: one friend makes nobody an expert.
    """
    known = constants.segments
    if askers < known.expert_askers:
        useful, rated = 0.0, 0
    return Posterior(known.expert_prior + useful, known.expert_prior + rated - useful).lower


def is_remarkable(practice: Posterior, theme: Sequence[float], constants: Constants = DEFAULTS) -> bool:
    """Tell whether a practice does well where others do not; `theme` has the lower bounds of its theme."""
    known = constants.segments
    return (
        practice.reports >= known.deviant_reports
        and practice.lower >= known.deviant_from
        and bool(theme)
        and median(theme) < known.deviant_median
    )
