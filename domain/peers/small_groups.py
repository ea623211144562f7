"""What may be told about groups: nothing about fewer than ten people, not even by subtracting.

A group is who belongs to it, never who did something: then nobody's activity makes a figure come or go, and
taking one person's activity away changes only figures of groups of ten and more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from domain.peers.constants import DEFAULTS, Constants


@dataclass(frozen=True)
class Count:
    """How many of a group's members did something, and how many of those per team."""

    members: int
    did: int
    per_team: Mapping[int, int] | None = None


@dataclass(frozen=True)
class Figure:
    """What may be told of one group; a count of None is "a few", a share of None is not told."""

    members: int
    count: int | None
    share: int | None  # percentage, rounded


@dataclass(frozen=True)
class Split:
    """A whole and its parts. What is too small is told together as the rest, or not at all."""

    whole: Figure | None
    parts: Mapping[str, Figure]
    rest: Figure | None = None
    merged: tuple[str, ...] = ()  # the names of what is in the rest


def figure(one: Count, constants: Constants = DEFAULTS) -> Figure | None:
    """Return what may be told of a group, None when it has fewer than ten members."""
    known = constants.privacy
    if one.members < known.group:
        return None
    few = one.did < known.count_from
    step = known.round_to
    share = None if few else min(100, step * round(100 * one.did / one.members / step))
    return Figure(one.members, None if few else one.did, share)


def split(parts: Mapping[str, Count], attributes: int = 1, constants: Constants = DEFAULTS) -> Split:
    """Return a whole split into parts that do not overlap, by one attribute or two.

    The parts that are too small go together, and with them the next smallest, until the rest has ten people:
    otherwise it could be found by taking the others from the whole. When most of what was done is by one
    team, nothing is split: the rest of the figures would be about that team.
    """
    known = constants.privacy
    if attributes > known.attributes:
        raise ValueError("more than two attributes at once point at people")
    whole = _together(parts.values())
    told = figure(whole, constants)
    if told is None or _by_one_team(whole, known.one_team):
        return Split(told, {})
    merged = _too_small(parts, known.group)
    small = _together(parts[name] for name in merged)
    return Split(
        told,
        {
            name: found
            for name, one in parts.items()
            if name not in merged and (found := figure(one, constants))
        },
        figure(small, constants) if merged else None,
        tuple(merged),
    )


def curve(weeks: Iterable[int], members: int, last: int, constants: Constants = DEFAULTS) -> list[int | None]:
    """Return how many different people tried something by each week from 0 to `last`; None is "a few".

    `weeks` has each person's first week. Nothing is told when fewer than ten people could have tried.
    """
    if members < constants.privacy.group:
        return []
    firsts = list(weeks)
    sums = [sum(one <= week for one in firsts) for week in range(last + 1)]
    return [None if one < constants.privacy.count_from else one for one in sums]


def middle(values: Sequence[float], members: int, constants: Constants = DEFAULTS) -> float | None:
    """Return the median of at least five values in a group of ten, such as hours to a first answer."""
    known = constants.privacy
    enough = members >= known.group and len(values) >= known.count_from
    return median(values) if enough else None


def _together(several: Iterable[Count]) -> Count:
    counts = list(several)
    teams: dict[int, int] = {}
    for one in counts:
        for team, did in (one.per_team or {}).items():
            teams[team] = teams.get(team, 0) + did
    return Count(sum(one.members for one in counts), sum(one.did for one in counts), teams)


def _by_one_team(whole: Count, share: float) -> bool:
    return bool(whole.per_team) and max((whole.per_team or {}).values()) > share * whole.did > 0


def _too_small(parts: Mapping[str, Count], group: int) -> list[str]:
    """Return what cannot stand by itself, by the number of members alone."""
    by_size = sorted(parts, key=lambda name: (parts[name].members, name))
    merged = [name for name in by_size if parts[name].members < group]
    for name in by_size[len(merged) :]:
        if not merged or sum(parts[one].members for one in merged) >= group:
            break
        merged.append(name)
    return merged
