"""How well contexts fit: the worked examples, and what is known of jobs and sizes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.peers.fit import SIZES, TEAMS, UNKNOWN, Context, Likeness, fit, fit_of, is_far, likeness
from domain.peers.ledger import fits
from domain.people import JOBS


@pytest.mark.parametrize(
    ("like", "found"),
    [
        (Likeness(1, 1, 0.5, 0, 1), 0.825),
        (Likeness(0.5, 1, None, None, 1), 0.700),
        (Likeness(0, 0, 1, 1, 1), 0.350),
        (Likeness(), 0.5),
        (Likeness(1, 1, 1, 1, 1), 1.0),
    ],
)
def test_fit__is_as_in_the_worked_examples(like: Likeness, found: float) -> None:
    assert fit_of(like) == pytest.approx(found)


@pytest.mark.parametrize(
    ("one", "other", "job"),
    [
        ("debt", "debt", 1),
        ("debt", "work", 0.5),
        ("neighbourhood", "youth", 0.5),
        ("youth", "enforcement", 0),
        ("other", "other", None),
        ("other", "debt", None),
        ("", "debt", None),
    ],
)
def test_job__is_the_same_related_strange_or_not_known(one: str, other: str, job: float | None) -> None:
    assert likeness(Context(one), Context(other)).job == job


@pytest.mark.parametrize(
    ("one", "other", "size"),
    [
        ("small", "small", 1),
        ("small", "medium", 0.5),
        ("city", "large", 0.5),
        ("small", "large", 0),
        ("12 people", "small", None),
        ("12 people", "12 people", 1),
        ("12 people", "13 people", None),
        ("", "", None),
    ],
)
def test_size__counts_for_half_when_it_is_a_neighbour(one: str, other: str, size: float | None) -> None:
    assert likeness(Context(size=one), Context(size=other)).size == size


@pytest.mark.parametrize(
    ("one", "other", "size"),
    [
        (Context(team="few"), Context(team="few"), 1),
        (Context(team="few"), Context(team="some"), 0.5),
        (Context(team="few"), Context(team="many"), 0),
        (Context(size="small", team="few"), Context(size="small", team="many"), 0.5),
        (Context(size="small", team="few"), Context(size="small"), 1),
        (Context(size="small"), Context(team="few"), None),
    ],
)
def test_size__is_of_municipality_and_team_together(one: Context, other: Context, size: float | None) -> None:
    assert likeness(one, other).size == size


@pytest.mark.parametrize(
    ("one", "other", "region"),
    [
        ("north", "north", 1),
        ("north", "south", 0),
        ("Twente", "Twente", 1),
        ("Twente", "Zeeland", 0),
        ("Twente", "east", None),
        ("", "east", None),
    ],
)
def test_region__that_was_typed_and_one_that_was_tapped_are_not_compared(
    one: str, other: str, region: float | None
) -> None:
    assert likeness(Context(region=one), Context(region=other)).region == region


def test_target_groups__are_compared_by_what_they_share() -> None:
    families = Context(target_groups=frozenset({"families"}))
    both = Context(target_groups=frozenset({"families", "elderly"}))
    elderly = Context(target_groups=frozenset({"elderly"}))
    assert likeness(families, both).target_group == 1
    assert likeness(families, elderly).target_group == 0
    assert likeness(families, UNKNOWN).target_group is None


def test_practice__from_other_work_says_so() -> None:
    assert is_far(0.35)
    assert not is_far(0.5)


contexts = st.builds(
    Context,
    st.sampled_from(["", *JOBS]),
    st.frozensets(st.sampled_from("abc")),
    st.sampled_from(["", *SIZES]),
    st.sampled_from(["", "north", "south", "Twente"]),
    st.sampled_from(["", "municipality"]),
    st.sampled_from(["", *TEAMS]),
)


@given(st.lists(contexts, max_size=6), st.lists(contexts, max_size=6))
def test_fits__of_many_at_once_are_those_of_each(one: list[Context], other: list[Context]) -> None:
    found = fits(one, other)
    assert found.shape == (len(one), len(other))
    for row, here in enumerate(one):
        assert found[row].tolist() == pytest.approx([fit(here, there) for there in other], abs=2e-9)


@given(contexts, contexts)
def test_fit__is_the_same_both_ways_and_best_with_oneself(one: Context, other: Context) -> None:
    assert fit(one, other) == fit(other, one)
    assert 0 <= fit(one, other) <= 1
    assert fit(one, one) >= fit(one, other)


def test_nothing_known__is_a_half_and_may_be_offered() -> None:
    assert fit(Context(), Context()) == 0.5
    assert fit(Context("debt"), Context("work")) == 0.5
    assert not is_far(fit(Context("debt"), Context()))
