"""Many runs of every policy, and what they come to on average."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev
from typing import Final

from bot.simulation.life import Result, live
from bot.simulation.policies import Policy
from bot.simulation.population import populate
from domain.peers.constants import Constants
from domain.peers.holdout import Verdict

COLUMNS: Final = (
    "tries",
    "successes",
    "middle",
    "lowest",
    "top",
    "new",
    "gini",
    "active",
    "messages",
)
SHARES: Final = frozenset({"middle", "lowest", "active"})


@dataclass(frozen=True)
class Row:
    """One policy: the mean of every column over the runs, and how sure that is (standard error)."""

    key: str
    mean: dict[str, float]
    error: dict[str, float]
    found: HoldOut | None = None


@dataclass(frozen=True)
class HoldOut:
    """What the hold-out of each run would have told: on average, and how often it would have been proven."""

    by: float
    higher: int
    lower: int
    runs: int


@dataclass(frozen=True)
class Plan:
    """What is simulated."""

    policies: tuple[Policy, ...]
    people: int
    weeks: int
    runs: int
    seed: int
    constants: Constants


def simulate(plan: Plan, done: Callable[[], None]) -> list[Row]:
    """Return a row per policy. Each run has the same people and practices under every policy."""
    rows = []
    for policy in plan.policies:
        results = []
        for run in range(plan.runs):
            seed = plan.seed + run
            people = populate(plan.people, plan.weeks, seed, plan.constants)
            results.append(live(people, policy, plan.weeks, seed, plan.constants))
            done()
        rows.append(_row(policy.key, results))
    return rows


def _row(key: str, results: Sequence[Result]) -> Row:
    columns = {name: [getattr(one, name) for one in results] for name in COLUMNS}
    return Row(
        key,
        {name: fmean(values) for name, values in columns.items()},
        {
            name: stdev(values) / sqrt(len(values)) if len(values) > 1 else 0.0
            for name, values in columns.items()
        },
        _hold_out(results),
    )


def _hold_out(results: Sequence[Result]) -> HoldOut | None:
    told = [one.hold_out for one in results if one.hold_out is not None]
    if not told:
        return None
    verdicts = [one.verdict for one in told]
    return HoldOut(
        fmean(one.by for one in told),
        verdicts.count(Verdict.proven_higher),
        verdicts.count(Verdict.proven_lower),
        len(told),
    )
