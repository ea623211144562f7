"""What a vote weighs when it may not be meant as one, and when votes are held for a person to look at.

Nothing is thrown away: a vote keeps its row, its weight follows from what is known, and each weight comes
with its reasons. So all of it can be looked up, and undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import prod

from domain.peers.constants import DEFAULTS, Constants, ManipulationConstants


@dataclass(frozen=True)
class Vote:
    """One "useful" on one practice, and what is known of who gave it."""

    voter: int
    at: datetime
    team: int | None = None
    joined_at: datetime | None = None
    own_events: int = 1  # things the voter did besides voting
    between: int = 0  # votes between voter and maker, both ways, in the days that count; see `mutual`
    counts: bool = True  # not for the maker, coordinators and managers


class Because(StrEnum):
    """Why a vote weighs less."""

    not_counted = "not_counted"
    same_team = "same_team"
    mutual = "mutual"
    young = "young"
    held = "held"


@dataclass(frozen=True)
class Weighed:
    """What a vote counts for, and why it is less than one."""

    vote: Vote
    weight: float
    because: tuple[Because, ...] = ()


@dataclass(frozen=True)
class Burst:
    """Votes that came so fast, from one team, that a person looks at them first."""

    team: int
    since: datetime
    last: datetime
    until: datetime  # when they count again if nobody decided otherwise
    voters: frozenset[int]


@dataclass(frozen=True)
class Looked:
    """Votes of one team between two moments that a person decided on, or is still to look at."""

    team: int
    since: datetime
    last: datetime
    counts: bool  # false as long as nobody looked

    def covers(self, one: Vote) -> bool:
        """Tell whether a vote is among them."""
        return one.team == self.team and self.since <= one.at <= self.last


def mutual(given: Iterable[datetime], received: Iterable[datetime], at: datetime, days: float) -> int:
    """Count the votes between two people up to `at`, when they went both ways; otherwise 0."""

    def recent(moments: Iterable[datetime]) -> int:
        return sum(timedelta(0) <= at - one <= timedelta(days=days) for one in moments)

    there, back = recent(given), recent(received)
    return there + back if there and back else 0


def weigh_votes(
    votes: Iterable[Vote],
    maker_team: int | None,
    looked: Sequence[Looked] = (),
    constants: Constants = DEFAULTS,
) -> list[Weighed]:
    """Return what each vote on one practice weighs, oldest first. Reasons multiply, down to a floor.

    Somebody counts once, however often they voted. What is held weighs nothing as long as it is held. "The
    first" of the maker's team are those that weigh most, then the oldest: so no vote less is ever worth more.
    """
    known = constants.manipulation
    latest = {one.voter: one for one in sorted(votes, key=lambda vote: vote.at)}
    ordered = sorted(latest.values(), key=lambda vote: (vote.at, vote.voter))
    held = {one.voter for one in ordered if any(burst.covers(one) and not burst.counts for burst in looked)}
    factors = {one.voter: _factors(one, known) for one in ordered}
    counting = [one for one in ordered if one.counts and one.voter not in held]
    mates = [one for one in counting if maker_team is not None and one.team == maker_team]
    heaviest_first = sorted(mates, key=lambda vote: -prod(factors[vote.voter].values()))
    for place, one in enumerate(heaviest_first):
        less = known.team_first if place < known.team_first_many else known.team_more
        factors[one.voter] = {Because.same_team: less, **factors[one.voter]}
    found = []
    for one in ordered:
        reasons = factors[one.voter]
        if not one.counts:
            found.append(Weighed(one, 0.0, (Because.not_counted,)))
        elif one.voter in held:
            found.append(Weighed(one, 0.0, (*reasons, Because.held)))
        else:
            found.append(Weighed(one, max(known.floor, prod(reasons.values())), tuple(reasons)))
    return found


def _factors(one: Vote, known: ManipulationConstants) -> dict[Because, float]:
    found: dict[Because, float] = {}
    if one.between > known.mutual_from:
        found[Because.mutual] = known.mutual
    if _young(one, known.young_days):
        found[Because.young] = known.young
    return found


def total(weighed: Iterable[Weighed]) -> float:
    """Return what the votes on one practice count for together."""
    return sum(one.weight for one in weighed)


def bursts(votes: Sequence[Vote], constants: Constants = DEFAULTS) -> list[Burst]:
    """Return the bursts among the votes on one practice: many within minutes, most of them from one team."""
    known = constants.manipulation
    ordered = sorted((one for one in votes if one.counts), key=lambda vote: vote.at)
    window, hold = timedelta(minutes=known.burst_minutes), timedelta(hours=known.hold_hours)
    found: list[Burst] = []
    start = 0
    for end, last in enumerate(ordered):
        while last.at - ordered[start].at > window:
            start += 1
        near = ordered[start : end + 1]
        team = _most_of_one_team(near, known.burst_share) if len(near) >= known.burst_votes else None
        if team is None:
            continue
        voters = frozenset(one.voter for one in near if one.team == team)
        if found and found[-1].team == team and near[0].at <= found[-1].last:
            before = found.pop()
            found.append(Burst(team, before.since, last.at, last.at + hold, before.voters | voters))
        else:
            found.append(Burst(team, near[0].at, last.at, last.at + hold, voters))
    return found


def to_look_at(
    votes: Sequence[Vote], looked: Sequence[Looked], now: datetime, constants: Constants = DEFAULTS
) -> list[Burst]:
    """Return what of the bursts nobody was asked to look at yet: all of one, or what came after that."""
    found = []
    for one in bursts(votes, constants):
        new = [
            each
            for each in votes
            if each.voter in one.voters and not any(before.covers(each) for before in looked)
        ]
        if new and now < one.until:
            moments = [each.at for each in new]
            found.append(
                Burst(one.team, min(moments), max(moments), one.until, frozenset(each.voter for each in new))
            )
    return found


def _young(one: Vote, days: float) -> bool:
    young = one.joined_at is not None and one.at - one.joined_at < timedelta(days=days)
    return young and one.own_events == 0


def _most_of_one_team(votes: Sequence[Vote], share: float) -> int | None:
    teams = [one.team for one in votes if one.team is not None]
    if not teams:
        return None
    most = max(sorted(set(teams)), key=teams.count)
    return most if teams.count(most) > share * len(votes) else None
