"""Half a year in a made-up organisation, week by week, under the real rules of what is offered and said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import numpy as np
from numpy.random import Generator

from bot.simulation.policies import Policy
from bot.simulation.population import CONTEXTS, PRACTICES, THEMES, Population
from domain.delivery import Lane
from domain.peers.constants import Constants
from domain.peers.evidence import WORTH, Outcome, Report, expected
from domain.peers.holdout import Arm, Difference, Person, is_held, period, pooled
from domain.peers.ledger import Evidence, evidence_for, sums_of
from domain.peers.nudging import Colleagues, Library, Ready, count_colleagues, is_due, lots_of, plan
from domain.peers.offers import Floats, Numbers, Offered, Past, Truths
from domain.peers.rank import search_score, value
from domain.peers.segments import is_active
from domain.peers.spread import gini
from domain.peers.usefulness import usefulness
from domain.rhythm import Sent

START: Final = datetime(2026, 1, 5, tzinfo=UTC)  # a Monday
WEEK: Final = timedelta(days=7)
MOMENTS: Final = (timedelta(days=1, hours=11), timedelta(days=3, hours=11))  # Tuesday and Thursday, at lunch
ZONE: Final = ZoneInfo("Europe/Amsterdam")
NEVER: Final = -1000  # weeks
NEW_WEEKS: Final = 8  # in the table
NEW_FOR: Final = 4  # weeks in which a practice is new to the rules, and in which offers are counted
LOOKS: Final = 0.6  # times a week that somebody of average initiative looks for something
TRIES: Final = 0.03  # chance that such a person tries what they see, when it fits
MATES: Final = 0.25  # how much each of the first three team-mates who tried it adds to that
MOST_MATES: Final = 3
STOPS: Final = 0.008  # chance per week
TAPS: Final = 0.25  # chance that somebody of average initiative taps a nudge
REPORTS: Final = 0.7  # chance that who tried tells what came of it
LINES: Final = 0.6  # chance that who says it worked adds a line
USEFUL: Final = 0.3  # chance that who sees what works says that it is useful
PARTLY: Final = 0.4  # of what does not work, how much works partly


@dataclass(frozen=True)
class Result:
    """What came of half a year: per person, as a share, or from 0 to 1."""

    tries: float
    successes: float
    middle: float  # share of the middle that tried something
    lowest: float
    top: float  # tries per person in the upper sixth
    new: float  # tries of what was shared in the last eight weeks
    gini: float
    active: float  # share that is still there
    messages: float  # per person and week
    hold_out: Difference | None = None


@dataclass(eq=False)
class World:
    """Everything that changes."""

    population: Population
    policy: Policy
    constants: Constants
    salt: str
    here: Truths
    tried: Numbers  # people by practices: the week in which they tried it
    per_team: Numbers  # teams by practices: how many tried it
    worked: int = 0
    tried_new: int = 0
    looked: Numbers = field(default_factory=lambda: np.zeros(0, np.int64))  # last week of doing something
    opened: Numbers = field(default_factory=lambda: np.zeros(PRACTICES, np.int64))
    useful: Numbers = field(default_factory=lambda: np.zeros(PRACTICES, np.int64))
    reports: dict[int, list[Report]] = field(default_factory=dict)
    nudged: dict[int, list[tuple[datetime, bool]]] = field(default_factory=dict)
    offered: list[tuple[int, int]] = field(default_factory=list)  # week and row of each offer
    makers: dict[int, list[int]] = field(default_factory=dict)  # of somebody's last offers, newest first
    kinds: Counter[str] = field(default_factory=Counter)
    person_weeks: int = 0

    def has(self) -> Truths:
        """Tell who tried what."""
        found: Truths = self.tried > NEVER
        return found


def live(population: Population, policy: Policy, weeks: int, seed: int, constants: Constants) -> Result:
    """Let a population live under a policy and return what came of it."""
    people = population.people
    world = World(
        population,
        policy,
        constants,
        salt=str(seed),
        here=np.ones(people, np.bool_),
        tried=np.full((people, PRACTICES), NEVER, np.int64),
        per_team=np.zeros((int(population.team[-1]) + 1, PRACTICES), np.int64),
        looked=np.full(people, NEVER, np.int64),
    )
    looking, nudging, leaving = (np.random.default_rng([seed, number]) for number in (1, 2, 3))
    for week in range(weeks):
        _live_a_week(world, week, looking, nudging, leaving)
    return _result(world, weeks)


def _live_a_week(world: World, week: int, looking: Generator, nudging: Generator, leaving: Generator) -> None:
    now = START + week * WEEK
    evidence = _evidence(world, now)
    held = _held(world, now)
    look_around(world, week, evidence, held, looking)
    if world.policy.nudges:
        for moment in MOMENTS:
            send_nudges(world, week, now + moment, evidence, held, nudging)
    world.person_weeks += int(world.here.sum())
    more = np.where(held, 1.0, world.policy.stopping)
    world.here &= leaving.random(len(world.here)) >= STOPS * more


def _held(world: World, now: datetime) -> Truths:
    """Draw whose nudges are left out; without nudges a policy holds for everybody."""
    people = world.population.people
    if not world.policy.nudges:
        return np.zeros(people, np.bool_)
    return np.array([is_held(str(one), world.salt, now, world.constants) for one in range(people)])


def _evidence(world: World, now: datetime) -> Evidence:
    contexts = {one: row for row, one in enumerate(CONTEXTS)}
    sums = sums_of(world.reports, PRACTICES, contexts, now, world.constants)
    worths = [WORTH[one.outcome] for told in world.reports.values() for one in told]
    mean = expected(sum(worths), len(worths), world.constants)
    return evidence_for(sums, world.population.fits, mean=mean, constants=world.constants)


# --- looking around by oneself ----------------------------------------------------------------------


def look_around(world: World, week: int, evidence: Evidence, held: Truths, chance: Generator) -> None:
    """Let everybody look for something as often as their initiative says, and perhaps try what they see."""
    population, policy = world.population, world.policy
    upper = population.initiative >= np.median(population.initiative)
    often = LOOKS * population.initiative * np.where(upper, policy.top, policy.bottom)
    often *= np.where(held | ~world.here, 1.0, 1 - policy.replaces) * world.here
    people = np.repeat(np.arange(population.people), chance.poisson(often))
    if not len(people):
        return
    world.looked[people] = week
    scores = _scores(world, people, week, evidence, chance)
    rows = scores.argmax(axis=1)
    seen = scores[np.arange(len(people)), rows] > -np.inf
    people, rows = people[seen], rows[seen]
    np.add.at(world.opened, rows, 1)
    likes = chance.random(len(rows)) < USEFUL * population.works[rows]
    np.add.at(world.useful, rows[likes], 1)
    tries = chance.random(len(rows)) < _chance_of_trying(world, people, rows)
    for person, row in zip(people[tries], rows[tries], strict=True):
        try_out(world, int(person), int(row), week, chance)


def _scores(world: World, people: Numbers, week: int, evidence: Evidence, chance: Generator) -> Floats:
    """Score every practice for every look: by the real order of search, or by what is popular."""
    population, policy, constants = world.population, world.policy, world.constants
    noise = chance.random((len(people), PRACTICES))
    if policy.popular:
        popular = policy.popular * np.log1p(world.has().sum(axis=0))
        scores: Floats = popular - np.log(-np.log(noise))
    else:
        found = [usefulness(*pair) for pair in zip(world.useful, world.opened, strict=True)]
        ranked = value(evidence.lower, np.array(found)[:, None], constants)
        context = population.context[people]
        fit = population.fits[context][:, population.from_context]
        scores = search_score(noise, fit, ranked.T[context], constants)
    closed = (population.arrives > week) | world.has()[people] | (population.maker == people[:, None])
    return np.where(closed, -np.inf, scores)


def _chance_of_trying(world: World, people: Numbers, rows: Numbers) -> Floats:
    population = world.population
    fit = population.fits[population.context[people], population.from_context[rows]]
    mates = np.minimum(world.per_team[population.team[people], rows], MOST_MATES)
    found: Floats = TRIES * population.initiative[people] * fit * (1 + MATES * mates)
    return found


def try_out(world: World, person: int, row: int, week: int, chance: Generator) -> None:
    """Let somebody try a practice, and perhaps tell what came of it."""
    if world.tried[person, row] > NEVER:
        return
    population = world.population
    world.tried[person, row] = week
    world.per_team[population.team[person], row] += 1
    world.looked[person] = week
    world.tried_new += int(week - population.arrives[row] <= NEW_WEEKS and population.arrives[row] > 0)
    context = int(population.context[person])
    fit = population.fits[context, population.from_context[row]]
    drawn, works = chance.random(), population.works[row] * (0.7 + 0.3 * fit)
    if drawn < works:
        outcome = Outcome.worked
        world.worked += 1
    else:
        outcome = Outcome.partly if drawn < works + PARTLY * (1 - works) else Outcome.did_not
    if chance.random() < REPORTS:
        line = 40 if chance.random() < LINES else 0
        told = Report(person, outcome, START + week * WEEK, line, CONTEXTS[context])
        world.reports.setdefault(row, []).append(told)


# --- nudges -----------------------------------------------------------------------------------------


def send_nudges(
    world: World, week: int, now: datetime, evidence: Evidence, held: Truths, chance: Generator
) -> None:
    """Let the real pass choose for everybody who is due, and let them follow it, tap it or leave it."""
    population, policy = world.population, world.policy
    active, library = _active(world, now), _library(world, week, evidence)
    ready = [
        Ready(
            person,
            int(population.context[person]),
            _themes(population, person),
            Past(np.flatnonzero(world.tried[person] > NEVER).tolist(), world.makers.get(person, [])),
            active=bool(active[person]),
        )
        for person in np.flatnonzero(world.here & (population.week > 0)).tolist()
        if _is_due(world, person, now, bool(held[person]))
    ]
    nudges = plan(
        ready,
        library,
        _offered(world, week),
        _colleagues(world, active, now),
        CONTEXTS,
        now,
        chance,
        constants=world.constants,
    )
    for one in nudges:
        world.kinds[one.message.kind] += 1
        world.makers.setdefault(one.member, []).insert(0, int(population.maker[one.row]))
        world.offered.append((week, one.row))
        seen = _chance_of_trying(world, np.array([one.member]), np.array([one.row]))[0]
        follows = ((seen if policy.exposure else 0.0) + policy.extra) * policy.plan
        tries = bool(chance.random() < follows)
        taps = tries or bool(chance.random() < TAPS * population.initiative[one.member])
        world.nudged.setdefault(one.member, []).append((now, taps))
        if tries:
            try_out(world, one.member, one.row, week, chance)


def _is_due(world: World, person: int, now: datetime, held: bool) -> bool:
    earlier, looked = world.nudged.get(person, []), int(world.looked[person])
    return is_due(
        now,
        ZONE,
        nudged=earlier,
        last_started=START + looked * WEEK if looked > NEVER else None,
        sent=[Sent(Lane.nudge, at) for at, _ in earlier if now - at <= WEEK],
        week=int(world.population.week[person]),
        held=held,
        constants=world.constants,
    )


def _active(world: World, now: datetime) -> Truths:
    moments = [START + week * WEEK if week > NEVER else None for week in world.looked.tolist()]
    return np.array([is_active(one, now, world.constants) for one in moments]) & world.here


def _themes(population: Population, person: int) -> tuple[int, ...]:
    return tuple(np.flatnonzero(population.follows[person]).tolist())


def _colleagues(world: World, active: Truths, now: datetime) -> Colleagues:
    population = world.population
    context = population.context
    people = np.flatnonzero(active).tolist()
    tried, rows = np.nonzero((world.tried > NEVER) & active[:, None])
    follows = population.follows[tried, population.theme[rows]]
    return count_colleagues(
        ((CONTEXTS[context[one]], _themes(population, one)) for one in people),
        (
            (row, int(population.theme[row]), CONTEXTS[context[person]], START + int(at) * WEEK)
            for person, row, at in zip(
                tried[follows].tolist(),
                rows[follows].tolist(),
                world.tried[tried, rows][follows],
                strict=True,
            )
        ),
        now,
        world.constants,
    )


def _library(world: World, week: int, evidence: Evidence) -> Library:
    """Return the practices that are there by now; what is still to come is on no shelf."""
    population = world.population
    return Library(
        theme=population.theme,
        lot=lots_of(population.theme, population.maker),
        maker=population.maker,
        context=population.from_context,
        new=(population.arrives > 0) & (week - population.arrives < NEW_FOR),
        flagged=population.arrives > week,
        evidence=evidence,
        fits=population.fits,
    )


def _offered(world: World, week: int) -> Offered:
    """Count the offers of the last 28 days."""
    population = world.population
    offered, lots = Offered.empty(PRACTICES, THEMES, PRACTICES), lots_of(population.theme, population.maker)
    for when, row in world.offered:
        if week - when < NEW_FOR:
            offered.note(row, int(population.theme[row]), int(lots[row]))
    return offered


# --- what came of it --------------------------------------------------------------------------------


def _result(world: World, weeks: int) -> Result:
    population, has = world.population, world.has()
    per_person = has.sum(axis=1)
    middle, lowest, top = (population.part(*one) for one in ((16, 84), (0, 16), (84, 100)))
    there = population.arrives < weeks
    people = population.people
    return Result(
        tries=float(per_person.mean()),
        successes=world.worked / people,
        middle=float((per_person[middle] > 0).mean()),
        lowest=float((per_person[lowest] > 0).mean()),
        top=float(per_person[top].mean()),
        new=world.tried_new / people,
        gini=gini(has.sum(axis=0)[there].tolist()),
        active=float(world.here.mean()),
        messages=sum(world.kinds.values()) / max(1, world.person_weeks),
        hold_out=_hold_out(world, weeks) if world.policy.nudges else None,
    )


def _hold_out(world: World, weeks: int) -> Difference:
    """Compare, per person and period, whether something was tried: with nudges, and when they were left out.

    Whoever may be nudged counts, whatever became of it: only then the two are alike but for the nudges.
    """
    spans: dict[int, list[int]] = {}
    for week in range(weeks):
        spans.setdefault(period(START + week * WEEK, world.constants), []).append(week)
    people = []
    for person in np.flatnonzero(world.population.week > 0):
        arms = {True: [0, 0], False: [0, 0]}
        for several in spans.values():
            arm = arms[is_held(str(person), world.salt, START + several[0] * WEEK, world.constants)]
            arm[0] += bool(np.isin(world.tried[person], several).any())
            arm[1] += 1
        people.append(Person(sent=Arm(*arms[False]), held=Arm(*arms[True])))
    return pooled(people, world.constants)
