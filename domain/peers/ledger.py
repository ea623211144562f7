"""The evidence of many practices for many contexts at once: the sums of `evidence.weigh` as a matrix.

A report weighs by its age, its line and its fit. Only the fit depends on the reader. So reports are summed
per practice and per context they came from, and one product with the fits gives every reader's evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import numpy as np

from domain.peers.constants import DEFAULTS, Z80, Constants
from domain.peers.evidence import WORTH, Report, standing, weight
from domain.peers.fit import UNKNOWN, Context, fit
from domain.peers.offers import Floats, Numbers


@dataclass(frozen=True, eq=False)
class Evidence:
    """Evidence per practice (rows) and per context of readers (columns)."""

    a: Floats
    b: Floats
    reports: Numbers  # per practice

    @property
    def lower(self) -> Floats:
        """The lower bounds L."""
        n = self.a + self.b
        found: Floats = np.maximum(0.0, self.a / n - Z80 * np.sqrt(self.a * self.b / (n * n * (n + 1))))
        return found


@dataclass(frozen=True, eq=False)
class Sums:
    """What was reported, summed per practice and context: weight, and weight times worth, without fit."""

    weight: Floats
    worth: Floats
    reports: Numbers


# One context for each value of a part: what is compared is alike for all that have the same values there.
_PARTS: Final[Sequence[Callable[[Context], Context]]] = (
    lambda one: Context(job=one.job),
    lambda one: Context(target_groups=one.target_groups),
    lambda one: Context(size=one.size, team=one.team),
    lambda one: Context(region=one.region),
    lambda one: Context(organisation=one.organisation),
)


def fits(one: Sequence[Context], other: Sequence[Context], constants: Constants = DEFAULTS) -> Floats:
    """Return the fit of every context with every other one, as `fit.fit` has it.

    There are few values of each part and many contexts, so parts are compared once and put together.
    """
    nothing = fit(UNKNOWN, UNKNOWN, constants)
    whole = np.full((len(one), len(other)), nothing)
    for part in _PARTS:
        rows, here = _numbered([part(context) for context in one])
        columns, there = _numbered([part(context) for context in other])
        alone = np.array([[fit(row, column, constants) - nothing for column in columns] for row in rows])
        if alone.size:
            whole += alone[np.ix_(here, there)]
    found: Floats = np.round(whole, 9)
    return found


def _numbered(values: Sequence[Context]) -> tuple[list[Context], Numbers]:
    places: dict[Context, int] = {}
    numbers = np.array([places.setdefault(value, len(places)) for value in values], np.int64)
    return list(places), numbers


def sums_of(
    reports: Mapping[int, Sequence[Report]],
    practices: int,
    contexts: Mapping[Context, int],
    now: datetime,
    constants: Constants = DEFAULTS,
) -> Sums:
    """Sum the reports of every practice (by row) per context they came from."""
    heavy = np.zeros((practices, len(contexts)))
    worth = np.zeros_like(heavy)
    many = np.zeros(practices, np.int64)
    for row, told in reports.items():
        for one in standing(told):
            alone = weight(one, None, now, constants)
            column = contexts[one.context]
            heavy[row, column] += alone
            worth[row, column] += alone * WORTH[one.outcome]
            many[row] += 1
    return Sums(heavy, worth, many)


def evidence_for(
    sums: Sums, fits_with_readers: Floats, *, mean: float | None = None, constants: Constants = DEFAULTS
) -> Evidence:
    """Return the evidence of every practice for every context of readers.

    `fits_with_readers` has a row per context that reports came from, and a column per context of readers.
    """
    known = constants.evidence
    m0 = known.prior_mean if mean is None else mean
    near = known.least_weight + (1 - known.least_weight) * fits_with_readers
    a = known.prior_weight * m0 + sums.worth @ near
    b = known.prior_weight * (1 - m0) + (sums.weight - sums.worth) @ near
    return Evidence(a, b, sums.reports)
