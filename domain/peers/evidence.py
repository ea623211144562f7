"""What colleagues' outcomes say about a practice, with honest uncertainty; and what a card says of it.

`Report` is an outcome as the model needs it. The words of the line do not matter here, only how long it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import sqrt
from typing import Final

from domain.peers.constants import DEFAULTS, Z80, Constants
from domain.peers.fit import UNKNOWN, Context, fit

DAY: Final = timedelta(days=1)


class Outcome(StrEnum):
    """What came of trying a practice."""

    worked = "worked"
    partly = "partly"
    did_not = "did_not"
    too_early = "too_early"  # tried, and not known yet


WORTH: Final = {Outcome.worked: 1.0, Outcome.partly: 0.5, Outcome.did_not: 0.0}


@dataclass(frozen=True)
class Report:
    """One outcome: by whom (None once they left), when, in which context, and the length of the line."""

    reporter: int | None
    outcome: Outcome
    at: datetime
    line_length: int = 0  # characters
    context: Context = UNKNOWN
    by_maker: bool = False


@dataclass(frozen=True)
class Posterior:
    """A Beta distribution of the share that works, and how many reports are in it."""

    a: float
    b: float
    reports: int = 0

    @property
    def mean(self) -> float:
        """The expected share."""
        return self.a / (self.a + self.b)

    @property
    def sd(self) -> float:
        """The standard deviation of that share."""
        n = self.a + self.b
        return sqrt(self.a * self.b / (n * n * (n + 1)))

    @property
    def lower(self) -> float:
        """The lower bound L: the mean less 1.2816 standard deviations, at least 0."""
        return max(0.0, self.mean - Z80 * self.sd)


class Status(StrEnum):
    """What kind of experience a card speaks of."""

    new = "new"
    first = "first"
    settled = "settled"
    often_not = "often_not"


@dataclass(frozen=True)
class Experience:
    """The line of experience on a card, in counts; `key` names its words."""

    status: Status
    worked: int = 0
    partly: int = 0
    did_not: int = 0
    too_early: int = 0

    @property
    def tried(self) -> int:
        """How many colleagues tried it and can say what came of it."""
        return self.worked + self.partly + self.did_not

    @property
    def key(self) -> str:
        """The name of the words that go with it."""
        return f"experience-{self.status.value.replace('_', '-')}"


def expected(total: float, count: int, constants: Constants = DEFAULTS) -> float:
    """Return m0: what share works in this organisation, from the sum and the number of all its outcomes.

    At the start it is 0.6. It moves to the organisation's own mean as reports come in, and never reaches 0
    or 1, where a Beta distribution does not exist.
    """
    known = constants.evidence
    return (known.prior_from * known.prior_mean + total) / (known.prior_from + count)


def standing(reports: Iterable[Report]) -> list[Report]:
    """Return what counts: the last word of every colleague, without the maker's own and without "too early".

    A line stays given as long as its writer says the same: who confirms "worked" need not write again.
    """
    last: dict[int, Report] = {}
    nameless = []
    for one in sorted(reports, key=lambda report: report.at):
        if one.by_maker or one.outcome not in WORTH:
            continue
        if one.reporter is None:
            nameless.append(one)
            continue
        before = last.get(one.reporter)
        same = before is not None and before.outcome is one.outcome
        line = max(one.line_length, before.line_length) if before is not None and same else one.line_length
        last[one.reporter] = Report(one.reporter, one.outcome, one.at, line, one.context)
    return [*last.values(), *nameless]


def weight(report: Report, reader: Context | None, now: datetime, constants: Constants = DEFAULTS) -> float:
    """Return how much a report weighs for a reader: less when it is old, or from a context that does not fit.

    Without a reader it weighs as for somebody who works just there. A "worked" without a line on what was
    done weighs half.
    """
    known, guard = constants.evidence, constants.manipulation
    age = max(0.0, (now - report.at) / DAY)
    near = 1.0 if reader is None else fit(report.context, reader, constants)
    bare = report.outcome is Outcome.worked and report.line_length < guard.line
    fresh: float = 0.5 ** (age / known.half_life)
    return fresh * (known.least_weight + (1 - known.least_weight) * near) * (guard.bare if bare else 1.0)


def weigh(
    reports: Iterable[Report],
    now: datetime,
    *,
    reader: Context | None = None,
    mean: float | None = None,
    constants: Constants = DEFAULTS,
) -> Posterior:
    """Return what the reports say to a reader; `mean` is what is expected beforehand (`expected`)."""
    known = constants.evidence
    m0 = known.prior_mean if mean is None else mean
    a, b = known.prior_weight * m0, known.prior_weight * (1 - m0)
    counted = standing(reports)
    for one in counted:
        heavy, worth = weight(one, reader, now, constants), WORTH[one.outcome]
        a += heavy * worth
        b += heavy * (1 - worth)
    return Posterior(a, b, len(counted))


def experience(
    reports: Sequence[Report], now: datetime, *, mean: float | None = None, constants: Constants = DEFAULTS
) -> Experience:
    """Return the line of experience: the same for every reader, so that colleagues see the same card."""
    counted = standing(reports)
    told = {one.reporter for one in counted if one.reporter is not None}
    early = [one for one in reports if one.outcome is Outcome.too_early and not one.by_maker]
    waiting = {one.reporter for one in early if one.reporter is not None} - told
    outcomes = [one.outcome for one in counted]
    return Experience(
        _status(weigh(reports, now, mean=mean, constants=constants), constants),
        worked=outcomes.count(Outcome.worked),
        partly=outcomes.count(Outcome.partly),
        did_not=outcomes.count(Outcome.did_not),
        too_early=len(waiting) + sum(one.reporter is None for one in early),
    )


def _status(found: Posterior, constants: Constants) -> Status:
    known = constants.evidence
    if found.reports == 0:
        return Status.new
    if found.reports < known.counts_from:
        return Status.first
    return Status.often_not if found.lower < known.often_not_below else Status.settled


def needs_check(last_word: datetime, now: datetime, constants: Constants = DEFAULTS) -> bool:
    """Tell whether the maker is asked if it is still right.

    `last_word` is the last report, or the day it was shared, changed or last confirmed when that was later.
    """
    return now - last_word >= constants.evidence.recheck_after * DAY
