"""When somebody is asked how it went, and what colleagues told counted and weighed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.peers.evidence import Outcome, Status, weigh
from domain.peers.fit import UNKNOWN, Context
from domain.practices import worth_of
from domain.trials import (
    NOTHING_TOLD,
    Degree,
    Obstacle,
    Pledge,
    PledgeState,
    Side,
    Trial,
    When,
    bar,
    evidence_for,
    last_day,
    may_ask,
    next_side,
    report_of,
    told_of,
)

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LINE = "Begin met één envelop."


def trial(member: int, outcome: Outcome, *, days: float = 0, line: str = "", job: str = "") -> Trial:
    return Trial(
        public_id=str(member),
        practice_id=1,
        member_id=member,
        outcome=outcome,
        line=line,
        named=False,
        obstacle=Obstacle.time,
        name="",
        at=NOW - timedelta(days=days),
        context=Context(job),
    )


@pytest.mark.parametrize(
    ("when", "today", "last"),
    [
        (When.today, date(2026, 11, 24), date(2026, 11, 24)),
        (When.this_week, date(2026, 11, 24), date(2026, 11, 27)),  # Tuesday to Friday
        (When.this_week, date(2026, 11, 27), date(2026, 11, 27)),  # on Friday itself
        (When.this_week, date(2026, 11, 28), date(2026, 11, 28)),  # on Saturday the week is over
        (When.next_week, date(2026, 11, 24), date(2026, 12, 4)),
        (When.next_week, date(2026, 11, 29), date(2026, 12, 4)),  # on Sunday: the week that begins tomorrow
        (When.unknown, date(2026, 11, 24), date(2026, 12, 7)),
    ],
)
def test_last_day__is_the_end_of_the_moment(when: When, today: date, last: date) -> None:
    assert last_day(when, today) == last


@pytest.mark.parametrize(
    ("state", "asked", "may"),
    [
        (PledgeState.open, 0, True),
        (PledgeState.open, 1, True),
        (PledgeState.open, 2, False),
        (PledgeState.asked, 1, False),
        (PledgeState.told, 0, False),
        (PledgeState.closed, 0, False),
    ],
)
def test_pledge__is_asked_about_twice_at_most(state: PledgeState, asked: int, may: bool) -> None:
    assert may_ask(Pledge(1, "p", 1, 1, When.today, "", state, asked, NOW, NOW)) is may


def test_told__counts_outcomes_and_quotes_the_newest_line() -> None:
    told = told_of(
        [
            trial(1, Outcome.worked, days=3, line=LINE),
            trial(2, Outcome.did_not, days=1, line="Te weinig tijd."),
            trial(3, Outcome.partly),
            trial(4, Outcome.too_early),
        ]
    )
    assert (told.worked, told.partly, told.did_not, told.too_early) == (1, 1, 1, 1)
    assert told.tried == 3
    assert (told.lines, told.quote, told.last_at) == (2, "Te weinig tijd.", NOW)
    assert told.status is Status.first
    assert told_of([]) == NOTHING_TOLD


def test_told__six_that_did_not_work_is_said_to_often_not_work() -> None:
    assert told_of([trial(one, Outcome.did_not) for one in range(6)]).status is Status.often_not


@pytest.mark.parametrize("reader", [UNKNOWN, Context("debt"), Context("enforcement")])
@pytest.mark.parametrize("later", [0, 30, 900])
def test_evidence__from_sums_is_what_the_reports_themselves_weigh(reader: Context, later: int) -> None:
    trials = [
        trial(1, Outcome.worked, days=400, line=LINE, job="debt"),
        trial(2, Outcome.worked, days=10, job="youth"),
        trial(3, Outcome.partly, days=5, line=LINE, job="debt"),
        trial(4, Outcome.did_not, days=700, job="enforcement"),
        trial(5, Outcome.too_early, job="debt"),
    ]
    now = NOW + timedelta(days=later)
    summed = evidence_for(told_of(trials), reader, now)
    weighed = weigh(map(report_of, trials), now, reader=reader)
    assert (summed.a, summed.b) == pytest.approx((weighed.a, weighed.b))
    assert summed.reports == weighed.reports


def test_worth__one_glowing_report_does_not_beat_eight_mixed_ones() -> None:
    """The worked example of the peer model, usefulness left out: B over A, and A over nothing."""
    mixed = [*[Outcome.worked] * 5, *[Outcome.partly] * 2, Outcome.did_not]

    def worth(outcomes: list[Outcome], job: str) -> float:
        told = told_of(trial(n, one, line=LINE, job=job) for n, one in enumerate(outcomes))
        return worth_of(useful=0, told=told, illustrative=False, reader=Context(job), now=NOW)

    a, b, nothing = worth([Outcome.worked], "debt"), worth(mixed, "debt"), worth([], "debt")
    assert b > a > nothing


def test_sides__are_asked_one_after_the_other() -> None:
    assert next_side({}) is Side.helps
    assert next_side({Side.helps: Degree.yes, Side.support: Degree.no}) is Side.careful
    assert next_side(dict.fromkeys(Side, Degree.yes)) is None


@pytest.mark.parametrize(
    ("part", "whole", "drawn"), [(0, 5, "□□□□□"), (5, 5, "■■■■■"), (4, 10, "■■□□□"), (0, 0, "□□□□□")]
)
def test_bar__is_a_share_in_five_blocks(part: int, whole: int, drawn: str) -> None:
    assert bar(part, whole) == drawn
