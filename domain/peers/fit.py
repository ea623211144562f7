"""How well something from one context fits a reader in another. People follow those they recognise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.peers.constants import DEFAULTS, Constants

# Work in which a colleague's approach can often be taken over, though not word for word.
FAMILIES: Final = (
    frozenset({"neighbourhood", "youth", "housing"}),  # at people's homes
    frozenset({"debt", "work", "counter"}),  # income, at a desk
    frozenset({"enforcement", "housing"}),  # rules about a place
)
SIZES: Final = ("small", "medium", "large", "city")  # of a municipality; neighbours in this order
TEAMS: Final = ("few", "some", "many")  # people in a team; neighbours in this order
REGIONS: Final = ("north", "east", "middle", "west", "south")
RESIDENTS: Final = ("families", "young", "adults", "elderly", "newcomers", "businesses")


@dataclass(frozen=True)
class Context:
    """Where somebody works; "" and an empty set mean that it is not known."""

    job: str = ""
    target_groups: frozenset[str] = frozenset()
    size: str = ""
    region: str = ""
    organisation: str = ""
    team: str = ""

    def order(self) -> tuple[str, ...]:
        """Return by what contexts are put in an order that is always the same."""
        return (self.job, self.size, self.region, self.team, self.organisation, *sorted(self.target_groups))


UNKNOWN: Final = Context()


@dataclass(frozen=True)
class Likeness:
    """How much two contexts have in common, part by part, each from 0 to 1; None is not known."""

    job: float | None = None
    target_group: float | None = None
    size: float | None = None
    region: float | None = None
    organisation: float | None = None


def fit(one: Context, other: Context, constants: Constants = DEFAULTS) -> float:
    """Return how well two contexts fit, from 0 to 1; the same in both directions."""
    return fit_of(likeness(one, other, constants), constants)


def is_far(fitting: float, constants: Constants = DEFAULTS) -> bool:
    """Tell whether a card says that it is from other work, and perhaps useful all the same."""
    return fitting < constants.fit.offered_from


def fit_of(like: Likeness, constants: Constants = DEFAULTS) -> float:
    """Return the weighted sum of the parts; a part that is not known counts for half."""
    weights = constants.fit

    def part(value: float | None) -> float:
        return weights.unknown if value is None else value

    whole = (
        weights.job * part(like.job)
        + weights.target_group * part(like.target_group)
        + weights.size * part(like.size)
        + weights.region * part(like.region)
        + weights.organisation * part(like.organisation)
    )
    # As binary fractions five halves are a hair less than a half, and a half is where offering begins.
    return round(whole, 9)


def likeness(one: Context, other: Context, constants: Constants = DEFAULTS) -> Likeness:
    """Compare two contexts part by part."""
    related = constants.fit.related
    return Likeness(
        job=_job(one.job, other.job, related),
        target_group=_overlap(one.target_groups, other.target_groups),
        size=_mean(_size(one.size, other.size, SIZES, related), _size(one.team, other.team, TEAMS, related)),
        region=_region(one.region, other.region),
        organisation=_same(one.organisation, other.organisation),
    )


def _job(one: str, other: str, related: float) -> float | None:
    # Two people who do "something else" need not do the same.
    if not one or not other or "other" in (one, other):
        return None
    if one == other:
        return 1.0
    return related if any(one in family and other in family for family in FAMILIES) else 0.0


def _overlap(one: frozenset[str], other: frozenset[str]) -> float | None:
    if not one or not other:
        return None
    return len(one & other) / min(len(one), len(other))


def _size(one: str, other: str, sizes: Sequence[str], related: float) -> float | None:
    if one and one == other:
        return 1.0
    # An operator may write a size in any words; only ours have neighbours.
    if one not in sizes or other not in sizes:
        return None
    apart = abs(sizes.index(one) - sizes.index(other))
    return related if apart == 1 else 0.0


def _mean(*parts: float | None) -> float | None:
    known = [one for one in parts if one is not None]
    return sum(known) / len(known) if known else None


def _region(one: str, other: str) -> float | None:
    # What an operator wrote of an employer and what somebody tapped cannot be told apart, nor together.
    return None if (one in REGIONS) != (other in REGIONS) else _same(one, other)


def _same(one: str, other: str) -> float | None:
    return float(one == other) if one and other else None
