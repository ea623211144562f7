"""Which message goes with a practice: the table, and the norms that may never be told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.peers.nudges import (
    NORMS,
    Group,
    Kind,
    Message,
    Reader,
    Scope,
    Subject,
    decide,
    may_ask_tip,
    norm,
    reference,
)
from domain.peers.usefulness import wilson

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
MAJORITY = Group(Scope.job, 24, 18)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


@pytest.mark.parametrize(
    ("k", "n", "low", "most"),
    [
        (18, 24, 0.6232, True),
        (16, 24, 0.5362, True),
        (15, 24, 0.4942, False),
        (13, 20, 0.5067, True),
        (12, 20, 0.4572, False),
        (8, 12, 0.4818, False),
        (9, 12, 0.5667, True),
        (10, 10, None, False),
    ],
)
def test_majority__is_told_only_when_it_is_clear(k: int, n: int, low: float | None, most: bool) -> None:
    if low is not None:
        assert wilson(k, n)[0] == pytest.approx(low, abs=5e-5)
    found = decide(Reader(), [Group(Scope.theme, n, k)], NOW)
    assert found == (
        Message(Kind.majority, Scope.theme, k, n) if most else Message(Kind.some, Scope.theme, k)
    )


@pytest.mark.parametrize(
    ("group", "found"),
    [
        (Group(Scope.theme, 40, 9, 5, 4), Message(Kind.growing, Scope.theme, growth=5)),
        (Group(Scope.theme, 40, 9, 4, 4), Message(Kind.some, Scope.theme, 9)),
        (Group(Scope.theme, 40, 3, 3, 0), Message(Kind.growing, Scope.theme, growth=3)),
        (Group(Scope.theme, 40, 3, 2, 1), Message(Kind.some, Scope.theme, 3)),
        (Group(Scope.theme, 40, 2, 2, 0), None),
        (Group(Scope.theme, 9, 8, 5, 0), None),
        (None, None),
    ],
)
def test_norm__is_growth_or_a_number_when_it_is_no_majority(
    group: Group | None, found: Message | None
) -> None:
    assert norm(group) == found


def test_reference__is_the_nearest_group_of_ten() -> None:
    groups = [
        Group(Scope.theme, 200),
        Group(Scope.team, 9),
        Group(Scope.job, 30),
        Group(Scope.job_and_region, 10),
    ]
    assert reference(groups) == groups[3]
    assert reference(groups[:3]) == groups[2]
    assert reference(groups[1:2]) is None
    assert reference([Group(Scope.team, 10), *groups]) == Group(Scope.team, 10)


def test_without_a_norm__a_near_peer_is_told_of_or_it_is_new() -> None:
    few = [Group(Scope.theme, 200, 2)]
    assert decide(Reader(), few, NOW, near_peer=True) == Message(Kind.story)
    assert decide(Reader(), few, NOW) == Message(Kind.new)


def test_adopter__hears_what_it_changed_once_in_fourteen_days() -> None:
    for reader, kind in (
        (Reader(adopted=True, followers=3), Kind.impact),
        (Reader(maker=True, followers=7, impact_at=ago(14)), Kind.impact),
        (Reader(maker=True, followers=2, effect="Nu gaat de deur open."), Kind.thanks),
        (Reader(maker=True, followers=7, impact_at=ago(13), doubting=True), Kind.help),
    ):
        found = decide(reader, [MAJORITY], NOW)
        assert found is not None
        assert found.kind is kind
    assert decide(Reader(maker=True, followers=7, impact_at=ago(13)), [MAJORITY], NOW) is None
    assert decide(Reader(adopted=True, followers=2), [MAJORITY], NOW) is None


@pytest.mark.parametrize(
    ("reader", "may"),
    [
        (Reader(), True),
        (Reader(help_at=ago(13)), False),
        (Reader(help_at=ago(14)), True),
        (Reader(declined=(ago(90), ago(70), ago(59))), False),
        (Reader(declined=(ago(90), ago(70), ago(60))), True),
        (Reader(declined=(ago(20), ago(15))), True),
    ],
)
def test_tip__is_asked_once_in_fourteen_days_and_not_of_who_declined_three_times(
    reader: Reader, may: bool
) -> None:
    assert may_ask_tip(reader, NOW) is may


def test_failure__of_ones_own_gives_two_weeks_without_norms() -> None:
    for days, norms in ((0, False), (13, False), (14, True)):
        found = decide(Reader(failed_at=ago(days)), [MAJORITY], NOW)
        assert found is not None
        assert (found.kind in NORMS) is norms


groups = st.lists(
    st.builds(
        Group,
        st.sampled_from(Scope),
        st.integers(0, 60),
        st.integers(0, 60),
        st.integers(0, 20),
        st.integers(0, 20),
    ),
    max_size=4,
)
readers = st.builds(
    Reader,
    adopted=st.booleans(),
    maker=st.booleans(),
    failed_at=st.none() | st.floats(0, 40).map(ago),
    followers=st.integers(0, 9),
    effect=st.sampled_from(["", "Het hielp."]),
    impact_at=st.none() | st.floats(0, 40).map(ago),
    doubting=st.booleans(),
    help_at=st.none() | st.floats(0, 40).map(ago),
    declined=st.lists(st.floats(0, 90).map(ago), max_size=4).map(tuple),
)


@given(readers, groups, st.sampled_from(Subject), st.booleans(), st.booleans())
def test_norm__is_never_told_where_it_could_harm(
    reader: Reader, near: list[Group], subject: Subject, peer: bool, crisis: bool
) -> None:
    found = decide(reader, near, NOW, subject=subject, near_peer=peer, crisis=crisis)
    if found is None or found.kind not in NORMS:
        return
    assert not reader.adopted
    assert not reader.maker
    assert subject is Subject.practice
    assert not crisis
    assert reader.failed_at is None or NOW - reader.failed_at >= timedelta(days=14)
    about = next(
        one for one in sorted(near, key=lambda one: list(Scope).index(one.scope)) if one.active >= 10
    )
    assert about.scope is found.scope
    assert max(found.adopters, found.growth) >= 3
    assert (found.active == 0) is (found.kind is not Kind.majority)


@given(readers, groups)
def test_share__is_never_small_nor_does_it_point_at_the_last_two(reader: Reader, near: list[Group]) -> None:
    found = decide(reader, near, NOW)
    if found is not None and found.active:
        assert found.adopters / found.active >= 0.6
        assert found.active - found.adopters >= 3
        assert found.active >= 10
