"""Pledge, try, tell: when somebody is asked how it went, what they can say, and what colleagues see of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Final

from domain.peers.constants import DEFAULTS, Constants
from domain.peers.evidence import (
    DAY,
    WORTH,
    Outcome,
    Posterior,
    Report,
    Status,
    experience,
    standing,
    weight,
)
from domain.peers.fit import UNKNOWN, Context, fit

MOST_ASKS: Final = 2  # one follow-up and, after "not yet", one more; then it is closed
UNANSWERED: Final = timedelta(days=14)  # a follow-up that nobody answers closes the pledge by itself
UNDECIDED: Final = timedelta(days=13)  # "I don't know yet": asked when two weeks have passed
MOST_PLAN: Final = 200  # characters
MOST_LINE: Final = 280  # characters: one sentence, two at most
SIDES_FROM: Final = 5  # reports; with fewer, four questions more tell nothing
BLOCKS: Final = 5
FRIDAY: Final = 4
EPOCH: Final = datetime(2026, 1, 1, tzinfo=UTC)


class When(StrEnum):
    """When somebody wants to try it."""

    today = "today"
    this_week = "week"
    next_week = "next"
    unknown = "unknown"


class PledgeState(StrEnum):
    """How a pledge stands; one that is taken back is removed."""

    open = "open"  # to be asked about on its moment
    asked = "asked"  # waits for an answer
    told = "told"
    closed = "closed"


class Obstacle(StrEnum):
    """What came in between, in the words of the work."""

    time = "time"
    orders = "orders"
    norm = "norm"


class Side(StrEnum):
    """The four sides of a success; they are never averaged."""

    helps = "helps"
    careful = "careful"
    support = "support"
    lasting = "lasting"


class Degree(StrEnum):
    """How much one side is so."""

    yes = "yes"
    partly = "partly"
    no = "no"


@dataclass(frozen=True)
class Pledge:
    """What a member plans to try; only they see it."""

    id: int
    public_id: str
    member_id: int
    practice_id: int
    when: When
    plan: str
    state: PledgeState
    asked: int
    due_at: datetime | None
    at: datetime


@dataclass(frozen=True)
class Trial:
    """What a member told of trying a practice; what they told last counts."""

    public_id: str
    practice_id: int
    member_id: int
    outcome: Outcome
    line: str
    named: bool
    obstacle: Obstacle | None
    name: str
    at: datetime
    context: Context = UNKNOWN
    sides: Mapping[Side, Degree] = field(default_factory=dict)


def heard_once(public_id: str, outcome: Outcome) -> str:
    """Return the name under which a maker hears once of one outcome."""
    return f"trial:{public_id}:{outcome.value}"


@dataclass(frozen=True)
class Weights:
    """Reports from one context, weighed as on `EPOCH`: what worked, and what did not."""

    job: str
    size: str
    region: str
    worked: float
    failed: float
    team: str = ""
    residents: tuple[str, ...] = ()

    @property
    def context(self) -> Context:
        """Where they were told from."""
        return Context(self.job, frozenset(self.residents), self.size, self.region, team=self.team)


@dataclass(frozen=True)
class Told:
    """What colleagues told of one practice: counted, the newest line, and weighed per context."""

    status: Status = Status.new
    worked: int = 0
    partly: int = 0
    did_not: int = 0
    too_early: int = 0
    lines: int = 0
    quote: str = ""
    last_at: datetime | None = None
    sides: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    weights: tuple[Weights, ...] = ()

    @property
    def tried(self) -> int:
        """How many said what came of it."""
        return self.worked + self.partly + self.did_not


NOTHING_TOLD: Final = Told()


def last_day(when: When, today: date) -> date:
    """Return the last day on which somebody who says `when` today may still be trying it."""
    friday = today + timedelta(days=FRIDAY - today.weekday())
    match when:
        case When.today:
            return today
        case When.this_week:
            return max(friday, today)
        case When.next_week:
            return friday + timedelta(days=7)
        case When.unknown:
            return today + UNDECIDED


def may_ask(pledge: Pledge) -> bool:
    """Tell whether a pledge may be asked about (again)."""
    return pledge.state is PledgeState.open and pledge.asked < MOST_ASKS


def next_side(answered: Mapping[Side, Degree]) -> Side | None:
    """Return the first side that nothing was said of yet."""
    return next((side for side in Side if side not in answered), None)


def bar(part: int, whole: int) -> str:
    """Return a share as five small blocks."""
    filled = round(BLOCKS * part / whole) if whole else 0
    return "\N{BLACK SQUARE}" * filled + "\N{WHITE SQUARE}" * (BLOCKS - filled)


def told_of(trials: Iterable[Trial], constants: Constants = DEFAULTS) -> Told:
    """Count and weigh what was told of one practice, so that a card and a search read one row.

    Its status is that of the moment of the newest report.
    """
    told = sorted(trials, key=lambda one: one.at)
    if not told:
        return NOTHING_TOLD
    reports = [report_of(one) for one in told]
    counted = experience(reports, told[-1].at, constants=constants)
    lines = [one.line for one in told if one.line]
    return Told(
        status=counted.status,
        worked=counted.worked,
        partly=counted.partly,
        did_not=counted.did_not,
        too_early=counted.too_early,
        lines=len(lines),
        quote=lines[-1] if lines else "",
        last_at=told[-1].at,
        sides=_sides(told),
        weights=_weights(reports, constants),
    )


def told_by_gone(before: Mapping[str, Any] | None, outcome: Outcome, at: datetime) -> dict[str, Any] | None:
    """Return the counts of what people who left told, with one more; "too early" told nothing.

    Of when it was only the quarter of the newest is kept, because what is told ages.
    """
    if outcome is Outcome.too_early:
        return dict(before) if before else None
    quarter = date(at.year, at.month - (at.month - 1) % 3, 1).isoformat()
    counts = dict(before or {"at": quarter})
    return {**counts, outcome.value: counts.get(outcome.value, 0) + 1, "at": max(counts["at"], quarter)}


def of_gone(counts: Mapping[str, Any] | None) -> dict[Outcome, int]:
    """Return how often people who left told each outcome."""
    return {one: counts[one.value] for one in Outcome if one.value in counts} if counts else {}


def trials_of_gone(counts: Mapping[str, Any] | None) -> list[Trial]:
    """Return what people who left told as reports of nobody, without words, sides or context."""
    if not counts:
        return []
    at = datetime.combine(date.fromisoformat(counts["at"]), time(), UTC)
    outcomes = [one for one, count in of_gone(counts).items() for _ in range(count)]
    return [
        Trial("", 0, -number, outcome, line="", named=False, obstacle=None, name="", at=at)
        for number, outcome in enumerate(outcomes, 1)
    ]


def report_of(trial: Trial) -> Report:
    """Return a trial as the evidence needs it."""
    return Report(trial.member_id, trial.outcome, trial.at, len(trial.line), trial.context)


def _sides(told: Sequence[Trial]) -> dict[str, dict[str, int]]:
    return {
        side.value: {degree.value: sum(one.sides.get(side) is degree for one in told) for degree in Degree}
        for side in Side
        if any(side in one.sides for one in told)
    }


def _weights(reports: Iterable[Report], constants: Constants) -> tuple[Weights, ...]:
    """Weigh the reports of each context as on `EPOCH`; ageing is the same for all, so it can wait."""
    found: dict[tuple[str, str, str, str, tuple[str, ...]], tuple[float, float]] = {}
    for one in standing(reports):
        where = one.context
        place = where.job, where.size, where.region, where.team, tuple(sorted(where.target_groups))
        worked, failed = found.get(place, (0.0, 0.0))
        heavy = weight(one, None, one.at, constants) * _aged(EPOCH, one.at, constants)
        worth = WORTH[one.outcome]
        found[place] = worked + heavy * worth, failed + heavy * (1 - worth)
    return tuple(
        Weights(job, size, region, *both, team, residents)
        for (job, size, region, team, residents), both in sorted(found.items())
    )


def aged(now: datetime, constants: Constants = DEFAULTS) -> float:
    """Return by what weights of `EPOCH` are multiplied to be those of `now`."""
    return _aged(now, EPOCH, constants)


def _aged(now: datetime, at: datetime, constants: Constants) -> float:
    """Return what a report of `at` weighs at `now`; more than 1 when `now` is before it."""
    aged: float = 0.5 ** ((now - at) / (constants.evidence.half_life * DAY))
    return aged


def evidence_for(told: Told, reader: Context, now: datetime, constants: Constants = DEFAULTS) -> Posterior:
    """Return what was told as `weigh` would weigh it for this reader, from the sums per context."""
    known = constants.evidence
    a = known.prior_weight * known.prior_mean
    b = known.prior_weight * (1 - known.prior_mean)
    fresh = aged(now, constants)
    for one in told.weights:
        near = fit(one.context, reader, constants)
        heavy = fresh * (known.least_weight + (1 - known.least_weight) * near)
        a += heavy * one.worked
        b += heavy * one.failed
    return Posterior(a, b, told.tried)
