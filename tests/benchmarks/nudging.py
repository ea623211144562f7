"""The nudge pass over a large organisation: the pure computation, with what it takes in time and memory."""

from __future__ import annotations

import resource
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import product
from time import perf_counter, process_time

import numpy as np
from numpy.random import Generator

from domain.peers.constants import DEFAULTS
from domain.peers.evidence import WORTH, Outcome, Report, expected
from domain.peers.fit import SIZES, Context
from domain.peers.ledger import evidence_for, fits, sums_of
from domain.peers.nudging import Library, Nudge, Ready, count_colleagues, lots_of, plan
from domain.peers.offers import Numbers, Offered, Past
from domain.people import JOBS, THEMES

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
GROUPS = (frozenset({"families"}), frozenset({"elderly", "single"}))
REGIONS = ("town", "city", "village")
CONTEXTS = tuple(
    Context(job, group, size, region, "municipality")
    for job, group, size, region in product(JOBS, GROUPS, SIZES, REGIONS)
)
REPORTS = 5  # per practice, on average
TRIES = 2  # per member
POPULAR = 3  # power: the higher, the fewer practices most tries are of


@dataclass(frozen=True)
class Passed:
    """Seconds of each part and of processor, the most memory in megabytes, and what came of it."""

    seconds: Mapping[str, float]
    processor: float
    memory: float
    members: int
    nudges: int
    kinds: Mapping[str, int]
    largest: float  # largest share that one maker has of a theme with twenty offers or more


@dataclass(frozen=True, eq=False)
class Organisation:
    """Who and what there is, made up."""

    ready: list[Ready]
    active: list[tuple[Context, tuple[int, ...]]]
    tries: list[tuple[int, int, Context, datetime]]
    reports: dict[int, list[Report]]
    theme: Numbers
    maker: Numbers
    context: Numbers
    age: Numbers  # days since a practice was shared


def make_up(members: int, practices: int, seed: int = 1) -> Organisation:
    """Make up an organisation. This is not a part of the pass."""
    chance = np.random.default_rng(seed)
    where = chance.integers(len(CONTEXTS), size=members)
    theme = chance.integers(len(THEMES), size=practices)
    maker = chance.integers(members, size=practices)
    followed = [tuple(sorted(one[:3].tolist())) for one in _orders(chance, members, len(THEMES))]
    # Few practices are tried often, and most hardly ever.
    tried = (practices * chance.random((members, TRIES)) ** POPULAR).astype(np.int64).tolist()
    days = chance.integers(400, size=(members, TRIES)).tolist()
    contexts = [CONTEXTS[one] for one in where]
    ready = [
        Ready(number, int(where[number]), followed[number], Past(tuple(tried[number])))
        for number in range(members)
    ]
    tries = [
        (row, int(theme[row]), contexts[number], NOW - timedelta(days=age))
        for number in range(members)
        for row, age in zip(tried[number], days[number], strict=True)
        if theme[row] in followed[number]
    ]
    return Organisation(
        ready,
        list(zip(contexts, followed, strict=True)),
        tries,
        _reports(chance, contexts, practices),
        theme,
        maker,
        where[maker],
        chance.integers(1000, size=practices),
    )


def _orders(chance: Generator, many: int, of: int) -> Numbers:
    found: Numbers = chance.random((many, of)).argsort(axis=1)
    return found


def _reports(chance: Generator, contexts: list[Context], practices: int) -> dict[int, list[Report]]:
    outcomes = list(WORTH)
    found: dict[int, list[Report]] = {}
    for row, many in enumerate(chance.poisson(REPORTS, practices).tolist()):
        who = chance.integers(len(contexts), size=many).tolist()
        what = chance.choice(3, many, p=[0.6, 0.2, 0.2]).tolist()
        ages = chance.integers(700, size=many).tolist()
        found[row] = [
            Report(one, Outcome(outcomes[came]), NOW - timedelta(days=age), 40, contexts[one])
            for one, came, age in zip(who, what, ages, strict=True)
        ]
    return found


def measure(members: int, practices: int, told: Callable[[int], None] = lambda _: None) -> Passed:
    """Make up an organisation and measure one pass over all its members; `told` hears how far it is."""
    made = make_up(members, practices)
    seconds: dict[str, float] = {}
    chance = np.random.default_rng(2)

    started, before = perf_counter(), process_time()
    sums = sums_of(made.reports, practices, {one: row for row, one in enumerate(CONTEXTS)}, NOW)
    worths = [WORTH[one.outcome] for several in made.reports.values() for one in several]
    near = fits(CONTEXTS, CONTEXTS)
    evidence = evidence_for(sums, near, mean=expected(sum(worths), len(worths)))
    seconds["evidence"] = perf_counter() - started

    started = perf_counter()
    colleagues = count_colleagues(made.active, made.tries, NOW)
    seconds["groups"] = perf_counter() - started

    lot = lots_of(made.theme, made.maker)
    library = Library(
        made.theme,
        lot,
        made.maker,
        made.context,
        made.age < DEFAULTS.offers.new_days,
        np.zeros(practices, np.bool_),
        evidence,
        near,
    )
    offered = Offered.empty(practices, len(THEMES), int(lot.max()) + 1)
    started = perf_counter()
    nudges = list(_heard(plan(made.ready, library, offered, colleagues, CONTEXTS, NOW, chance), told))
    seconds["nudges"] = perf_counter() - started

    processor = process_time() - before
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    kinds = Counter(one.message.kind.value for one in nudges)
    return Passed(seconds, processor, memory, members, len(nudges), kinds, _largest(made, lot, offered))


def _heard(nudges: Iterator[Nudge], told: Callable[[int], None]) -> Iterator[Nudge]:
    for number, one in enumerate(nudges, start=1):
        if number % 1000 == 0:
            told(number)
        yield one


def _largest(made: Organisation, lot: Numbers, offered: Offered) -> float:
    theme_of = np.zeros(len(offered.lot), np.int64)
    theme_of[lot] = made.theme
    whole = np.maximum(offered.theme[theme_of], DEFAULTS.offers.shares_from)
    return float((offered.lot / whole).max())
