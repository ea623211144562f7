"""What outcomes say about a practice: the worked examples, and what may never happen to a score."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.peers.constants import constants_with
from domain.peers.evidence import (
    Experience,
    Outcome,
    Posterior,
    Report,
    Status,
    expected,
    experience,
    needs_check,
    standing,
    weigh,
    weight,
)
from domain.peers.fit import UNKNOWN, Context

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
HERE = Context("debt", frozenset({"families"}), "medium", "town", "municipality")
HALF = Context()  # nothing known: a fit of 0.5 with everybody
ELSEWHERE = Context("enforcement", frozenset({"shops"}), "city", "metropolis", "agency")
LINE = 40  # characters: enough


def reports(
    worked: int = 0, partly: int = 0, did_not: int = 0, *, days: float = 0, context: Context = HERE
) -> list[Report]:
    """Return outcomes by as many different colleagues."""
    outcomes = [Outcome.worked] * worked + [Outcome.partly] * partly + [Outcome.did_not] * did_not
    at = NOW - timedelta(days=days)
    return [Report(number, one, at, LINE, context) for number, one in enumerate(outcomes)]


@pytest.mark.parametrize(
    ("told", "a", "b", "mean", "sd", "lower"),
    [
        (reports(), 2.4, 1.6, 0.6000, 0.2191, 0.3192),
        (reports(1), 3.4, 1.6, 0.6800, 0.1904, 0.4359),
        (reports(5, 2, 1), 8.4, 3.6, 0.7000, 0.1271, 0.5371),
        (reports(5, 2, 1, days=365), 5.4, 2.6, 0.6750, 0.1561, 0.4749),
        (reports(5, 2, 1, context=HALF), 6.3, 2.9, 0.6848, 0.1455, 0.4983),
        (reports(1, 0, 4), 3.4, 5.6, 0.3778, 0.1533, 0.1813),
    ],
    ids=["prior", "A", "B", "C", "D", "E"],
)
def test_evidence__is_as_in_the_worked_examples(
    told: list[Report], a: float, b: float, mean: float, sd: float, lower: float
) -> None:
    found = weigh(told, NOW, reader=HERE)
    assert (found.a, found.b) == pytest.approx(
        (a, b), abs=0.051 if told and told[0].context == HALF else 1e-9
    )
    assert (found.mean, found.sd, found.lower) == pytest.approx((mean, sd, lower), abs=5e-5)


def test_report__without_a_reader_weighs_as_for_one_who_works_there() -> None:
    old = Report(1, Outcome.partly, NOW - timedelta(days=365), 0, ELSEWHERE)
    assert weight(old, None, NOW) == pytest.approx(0.5)
    assert weight(old, HERE, NOW) == pytest.approx(0.15)


def test_report__of_a_future_clock_weighs_no_more_than_a_fresh_one() -> None:
    assert weight(Report(1, Outcome.worked, NOW + timedelta(days=9), LINE), None, NOW) == 1


@pytest.mark.parametrize(("length", "counts"), [(0, 0.5), (14, 0.5), (15, 1), (90, 1)])
def test_worked__counts_fully_only_with_a_line(length: int, counts: float) -> None:
    assert weight(Report(1, Outcome.worked, NOW, length), None, NOW) == counts


@pytest.mark.parametrize("outcome", [Outcome.partly, Outcome.did_not])
def test_what_did_not_work__counts_fully_without_a_line(outcome: Outcome) -> None:
    assert weight(Report(1, outcome, NOW, 0), None, NOW) == 1


def test_makers_own_outcome__does_not_count() -> None:
    own = Report(9, Outcome.worked, NOW, LINE, HERE, by_maker=True)
    assert weigh([own], NOW) == Posterior(2.4, 1.6, 0)
    assert experience([own], NOW) == Experience(Status.new)


def test_last_word__of_a_colleague_replaces_the_earlier_one() -> None:
    told = [
        Report(1, Outcome.worked, NOW - timedelta(days=9), LINE),
        Report(1, Outcome.did_not, NOW - timedelta(days=2)),
    ]
    assert [one.outcome for one in standing(told)] == [Outcome.did_not]


def test_too_early__has_no_value_and_takes_nothing_back() -> None:
    told = [
        Report(1, Outcome.worked, NOW - timedelta(days=9), LINE),
        Report(1, Outcome.too_early, NOW),
        Report(2, Outcome.too_early, NOW),
    ]
    assert weigh(told, NOW).reports == 1
    assert experience(told, NOW) == Experience(Status.first, worked=1, too_early=1)


def test_line__stays_given_when_the_same_is_said_again() -> None:
    told = [
        Report(1, Outcome.worked, NOW - timedelta(days=400), LINE),
        Report(1, Outcome.worked, NOW, 0),
    ]
    assert weigh(told, NOW).a == pytest.approx(3.4)


def test_outcomes__of_those_who_left_stay_and_count_one_by_one() -> None:
    told = [Report(None, Outcome.worked, NOW, LINE), Report(None, Outcome.worked, NOW, LINE)]
    assert experience(told, NOW).worked == 2


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (reports(), Status.new),
        (reports(1), Status.first),
        (reports(0, 0, 4), Status.first),
        (reports(5, 2, 1), Status.settled),
        (reports(1, 0, 4), Status.often_not),
        (reports(3, 0, 2), Status.settled),
    ],
)
def test_status__follows_the_number_of_reports_and_what_they_say(told: list[Report], status: Status) -> None:
    assert experience(told, NOW).status is status


def test_experience__of_eight_is_told_in_counts() -> None:
    found = experience(reports(5, 2, 1), NOW)
    assert (found.tried, found.worked, found.partly, found.did_not) == (8, 5, 2, 1)
    assert found.key == "experience-settled"
    assert experience(reports(1, 0, 4), NOW).key == "experience-often-not"


@pytest.mark.parametrize(
    ("total", "count", "mean"), [(0, 0, 0.6), (10, 20, 0.55), (0, 20, 0.3), (9000, 10000, 0.8994)]
)
def test_expectation__starts_at_six_in_ten_and_becomes_the_organisations_own(
    total: float, count: int, mean: float
) -> None:
    assert expected(total, count) == pytest.approx(mean, abs=1e-4)


@pytest.mark.parametrize(("days", "due"), [(179, False), (180, True), (700, True)])
def test_maker__is_asked_again_after_half_a_year_without_a_word(days: int, due: bool) -> None:
    assert needs_check(NOW - timedelta(days=days), NOW) is due


def test_constants__of_an_organisation_are_used() -> None:
    own = constants_with({"evidence.half_life": 30})
    old = Report(1, Outcome.partly, NOW - timedelta(days=30))
    assert weight(old, None, NOW, own) == pytest.approx(0.5)
    assert weight(old, None, NOW) > 0.9


CONTEXTS = (UNKNOWN, HERE, ELSEWHERE)


@st.composite
def histories(draw: st.DrawFn) -> list[Report]:
    """Draw what colleagues told over the years; each of them works in one place."""
    told = draw(
        st.lists(
            st.tuples(
                st.integers(0, 5),
                st.sampled_from(Outcome),
                st.floats(0, 1500),
                st.integers(0, 30),
                st.booleans(),
            ),
            max_size=12,
        )
    )
    return [
        Report(who, what, NOW - timedelta(days=days), line, CONTEXTS[who % 3], by_maker=who == 5 and maker)
        for who, what, days, line, maker in told
    ]


@given(histories(), st.sampled_from((None, *CONTEXTS)), st.floats(0.05, 0.95), st.data())
def test_score__never_rises_by_removing_a_success(
    told: list[Report], reader: Context | None, mean: float, data: st.DataObject
) -> None:
    successes = [number for number, one in enumerate(told) if one.outcome is Outcome.worked]
    if not successes:
        return
    gone = data.draw(st.sampled_from(successes))
    fewer = told[:gone] + told[gone + 1 :]
    before, after = (weigh(one, NOW, reader=reader, mean=mean).lower for one in (told, fewer))
    assert after <= before + 1e-12


@given(histories(), st.sampled_from((None, *CONTEXTS)))
def test_score__lies_between_nothing_and_certainty(told: list[Report], reader: Context | None) -> None:
    found = weigh(told, NOW, reader=reader)
    assert 0 <= found.lower <= found.mean <= 1
    assert found.sd > 0
