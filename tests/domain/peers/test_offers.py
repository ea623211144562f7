"""Which practice is offered: the drawn examples, chances for what is new, shares, and what never is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.peers.evidence import Outcome, Report, weigh
from domain.peers.fit import Context
from domain.peers.ledger import evidence_for, fits, sums_of
from domain.peers.offers import NOBODY, Choice, Offered, Past, Shelf, Why, choose, is_dismissed

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
ANNA = 500  # made none of these
NOTHING = Past()
NEW, B, E = (2.4, 1.6), (8.4, 3.6), (3.4, 5.6)


def shelf(
    known: Sequence[tuple[float, float]] = (B, B, B, B, B),
    *,
    makers: Sequence[int] | None = None,
    fit: float | Sequence[float] = 1.0,
    reports: int = 8,
    new: Sequence[int] = (),
    flagged: Sequence[int] = (),
) -> Shelf:
    """Return practices of one theme by as many different makers."""
    many = len(known)
    by = list(range(many)) if makers is None else list(makers)
    lots = {maker: number for number, maker in enumerate(dict.fromkeys(by))}
    return Shelf(
        row=np.arange(many),
        theme=np.zeros(many, np.int64),
        lot=np.array([lots[one] for one in by]),
        maker=np.array(by),
        a=np.array([a for a, _ in known]),
        b=np.array([b for _, b in known]),
        fit=np.broadcast_to(np.array(fit, np.float64), (many,)),
        reports=np.full(many, reports),
        new=np.isin(np.arange(many), new),
        flagged=np.isin(np.arange(many), flagged),
    )


def offered(many: int = 5) -> Offered:
    return Offered.empty(many, 1, many)


def offers(
    times: int, one: Shelf, counted: Offered, past: Past = NOTHING, seed: int = 1
) -> list[Choice | None]:
    """Choose so many times, and count what was chosen."""
    chance, found = np.random.default_rng(seed), []
    for _ in range(times):
        found.append(choice := choose(one, counted, past, ANNA, chance))
        if choice is not None:
            counted.note(choice.row, 0, int(one.lot[choice.row]))
    return found


@pytest.mark.parametrize(("one", "other", "share"), [(NEW, B, 0.371), (E, B, 0.061)])
def test_draw__gives_the_new_a_chance_and_lets_the_bad_fade(
    one: tuple[float, float], other: tuple[float, float], share: float
) -> None:
    both, chance, times = shelf([one, other]), np.random.default_rng(7), 60_000
    first = sum(
        choose(both, offered(2), Past(), ANNA, chance) == Choice(0, Why.promising) for _ in range(times)
    )
    assert first / times == pytest.approx(share, abs=0.005)


def test_fit__takes_part_in_what_is_promising() -> None:
    both = shelf([B, B], fit=[1.0, 0.5])
    found = Counter(
        one.row
        for one in (
            choose(both, offered(2), Past(), ANNA, np.random.default_rng(seed)) for seed in range(300)
        )
        if one
    )
    assert found[0] > 280


def test_little_known__is_offered_one_time_in_five() -> None:
    known = shelf([B, B, NEW, NEW])
    mixed = Shelf(**{**vars(known), "reports": np.array([8, 8, 0, 4])})
    chance = np.random.default_rng(3)
    found = [choose(mixed, offered(4), Past(), ANNA, chance) for _ in range(20_000)]
    explored = Counter(one.row for one in found if one and one.why is Why.explore)
    assert set(explored) == {2, 3}
    assert explored.total() / len(found) == pytest.approx(0.20, abs=0.01)
    assert explored[2] / explored.total() == pytest.approx(0.5, abs=0.03)


def test_new__goes_first_until_it_was_shown_fifteen_times_and_the_least_shown_before() -> None:
    counted = offered()
    counted.theme[0], counted.shown[:] = 400, [50, 50, 14, 13, 50]
    fresh = shelf(new=[2, 3])
    assert offers(1, fresh, counted) == [Choice(3, Why.floor)]
    assert {one.why for one in offers(2, fresh, counted) if one} == {Why.floor}
    assert sorted(counted.shown[2:4]) == [15, 15]
    assert all(one is not None and one.why is not Why.floor for one in offers(5, fresh, counted))


@pytest.mark.parametrize(
    ("past", "me", "left"),
    [
        (Past(), ANNA, {0, 1, 2, 3, 4}),
        (Past(), 3, {0, 1, 2, 4}),
        (Past(closed=(0, 1)), ANNA, {2, 3, 4}),
        (Past(makers=(4, 3, 2)), ANNA, {0, 1, 2}),
        (Past(closed=(0, 1, 2, 3, 4)), ANNA, set()),
    ],
)
def test_reader__is_not_offered_what_is_own_tried_dismissed_or_of_the_last_makers(
    past: Past, me: int, left: set[int]
) -> None:
    chance = np.random.default_rng(5)
    found = [choose(shelf(), offered(), past, me, chance) for _ in range(200)]
    assert {one.row for one in found if one} == left


def test_practice__that_was_reported_or_does_not_fit_is_never_offered() -> None:
    chance = np.random.default_rng(5)
    some = shelf(flagged=[0], fit=[1, 0.49, 0.9, 1, 1], new=[0, 1])
    assert {
        one.row for one in (choose(some, offered(), Past(), ANNA, chance) for _ in range(300)) if one
    } == {
        2,
        3,
        4,
    }
    assert set(some.for_readers().row) == {2, 3, 4}


@pytest.mark.parametrize(("days", "holds"), [((), False), ((10,), True), ((91,), False), ((400, 91), True)])
def test_not_for_me__holds_ninety_days_and_the_second_time_for_good(
    days: tuple[int, ...], holds: bool
) -> None:
    assert is_dismissed([NOW - timedelta(days=one) for one in days], NOW) is holds


def test_shares__hold_in_a_theme_of_two_makers_which_falls_silent() -> None:
    counted = offered()
    found = offers(100, shelf(makers=[0, 0, 0, 1, 1]), counted)
    assert sum(one is not None for one in found) == 10
    assert list(counted.lot[:2]) == [5, 5]


def test_share__of_a_practice_without_a_known_maker_is_a_third() -> None:
    counted = offered(2)
    offers(100, shelf([B, E], makers=[NOBODY, 4]), counted)
    assert list(counted.practice) == [7, 5]


@given(st.integers(2, 9), st.integers(1, 6), st.integers(0, 300), st.integers(0, 99))
def test_share__is_exceeded_by_no_number_of_offers(many: int, makers: int, times: int, seed: int) -> None:
    counted = offered(many)
    crowd = shelf([B] * many, makers=[number % makers for number in range(many)], new=range(many // 2))
    offers(times, crowd, counted, seed=seed)
    whole = max(int(counted.theme[0]), 20)
    assert counted.practice.max() <= 0.35 * whole
    assert counted.lot.max() <= 0.25 * whole
    assert counted.practice.sum() == counted.theme[0] == counted.lot.sum()


def test_offer__is_the_same_with_the_same_seed() -> None:
    assert offers(30, shelf(), offered(), seed=4) == offers(30, shelf(), offered(), seed=4)
    assert offers(30, shelf(), offered(), seed=4) != offers(30, shelf(), offered(), seed=5)


HERE = Context("debt", frozenset({"families"}), "medium", "town", "municipality")
THERE = Context("enforcement", frozenset({"shops"}), "city", "metropolis", "agency")
NOWHERE = Context()


@given(
    st.lists(
        st.tuples(
            st.integers(0, 3),
            st.sampled_from(Outcome),
            st.floats(0, 900),
            st.integers(0, 30),
            st.sampled_from([HERE, THERE, NOWHERE]),
            st.integers(0, 6),
        ),
        max_size=40,
    ),
    st.floats(0.1, 0.9),
)
def test_evidence__of_many_at_once_is_that_of_each(
    rows: list[tuple[int, Outcome, float, int, Context, int]], mean: float
) -> None:
    told: dict[int, list[Report]] = {number: [] for number in range(4)}
    for practice, outcome, days, line, where, who in rows:
        told[practice].append(
            Report(who, outcome, NOW - timedelta(days=days), line, where, by_maker=who == 6)
        )
    contexts = {HERE: 0, THERE: 1, NOWHERE: 2}
    sums = sums_of(told, 4, contexts, NOW)
    found = evidence_for(sums, fits(list(contexts), list(contexts)), mean=mean)
    for practice, reports in told.items():
        for reader, column in contexts.items():
            alone = weigh(reports, NOW, reader=reader, mean=mean)
            assert found.a[practice, column] == pytest.approx(alone.a)
            assert found.b[practice, column] == pytest.approx(alone.b)
            assert found.lower[practice, column] == pytest.approx(alone.lower)
            assert found.reports[practice] == alone.reports
