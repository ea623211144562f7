"""Usefulness and the order in which practices are shown: the worked examples."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.peers.constants import Z95
from domain.peers.evidence import Posterior
from domain.peers.rank import in_order, search_score, value
from domain.peers.usefulness import usefulness, wilson

A, B = Posterior(3.4, 1.6, 1), Posterior(8.4, 3.6, 8)


@pytest.mark.parametrize(
    ("useful", "opened", "low", "high"),
    [(8, 10, 0.4902, 0.9433), (80, 100, 0.7112, 0.8666), (1, 1, 0.2065, 1), (0, 0, 0, 1)],
)
def test_interval__is_wilsons(useful: int, opened: int, low: float, high: float) -> None:
    assert wilson(useful, opened, Z95) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("evidence", "useful", "opened", "u", "v"), [(B, 12, 20, 0.4572, 0.5131), (A, 2, 2, 0.5491, 0.4699)]
)
def test_value__puts_eight_mixed_reports_before_one_that_glows(
    evidence: Posterior, useful: int, opened: int, u: float, v: float
) -> None:
    assert usefulness(useful, opened) == pytest.approx(u, abs=5e-5)
    assert value(evidence.lower, usefulness(useful, opened)) == pytest.approx(v, abs=5e-5)


def test_voter__has_opened_it_also_when_that_was_not_seen() -> None:
    assert usefulness(3, 0) == usefulness(3, 3)


def test_search__weighs_words_then_fit_then_value() -> None:
    assert search_score(0.8, 0.5, 0.4) == pytest.approx(0.48 + 0.125 + 0.06)


def test_order__is_the_best_first_and_by_chance_where_it_hardly_differs() -> None:
    worth = {"a": 0.50, "b": 0.49, "c": 0.48, "d": 0.47, "e": 0.30}
    seen = {tuple(in_order(worth, worth.__getitem__, Random(seed).shuffle)) for seed in range(200)}
    assert {one[-2:] for one in seen} == {("d", "e")}
    assert {frozenset(one[:3]) for one in seen} == {frozenset("abc")}
    assert len(seen) == 6


def test_order__is_the_same_for_the_same_reader_in_the_same_week() -> None:
    names = list("abcdefgh")
    one, again, other = (
        in_order(names, lambda _: 0.5, Random(seed).shuffle)
        for seed in ("7 week 48", "7 week 48", "8 week 48")
    )
    assert one == again != other


@given(st.floats(0, 50), st.integers(0, 60), st.floats(0, 1))
def test_usefulness__never_rises_by_taking_a_vote_back(useful: float, opened: int, less: float) -> None:
    assert usefulness(useful * less, opened + 50) <= usefulness(useful, opened + 50) + 1e-12
