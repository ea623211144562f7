"""Points, segments, bridge-builders, experts and the relay: the worked examples, and whom they leave out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.peers.contribution import Contribution, Part, points
from domain.peers.evidence import Posterior
from domain.peers.relay import Candidate, Step, choose, may_be_asked, score, step_after
from domain.peers.segments import (
    Segment,
    Standing,
    bridge_value,
    expertise,
    front_runners,
    is_active,
    is_bridge,
    is_new,
    is_remarkable,
    segments,
    threshold,
)

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
TWELVE = (0, 0, 0.1, 0.5, 0.5, 1, 1, 1.5, 2, 3, 6, 9)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def did(part: Part, days: float = 0, times: int = 1) -> list[Contribution]:
    return [Contribution(part, ago(days))] * times


def theme(
    scores: Sequence[float], *, reported: int = 2, followers: int = 0, joined: float = 400
) -> list[Standing]:
    return [
        Standing(number, ago(joined), 20, ago(1), one, reported, followers)
        for number, one in enumerate(scores)
    ]


def test_points__are_as_in_the_worked_example() -> None:
    told = [
        *did(Part.shared),
        *did(Part.reported, 90),
        *did(Part.useful_answer, 30),
        *did(Part.voted),
    ]
    assert points(told, NOW) == pytest.approx(6.187, abs=5e-4)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (did(Part.followed, times=9), 10.0),
        (did(Part.voted, times=40), 1.0),
        (did(Part.answer) + did(Part.asked) + did(Part.thanked), 1.75),
        (did(Part.shared, 181), 0.0),
        (did(Part.shared, -1), 0.0),
        (did(Part.voted, 90, 10) + did(Part.voted, 0, 10), 1.0),
    ],
)
def test_points__count_so_much_and_no_more(told: list[Contribution], found: float) -> None:
    assert points(told, NOW) == pytest.approx(found)


@given(st.lists(st.tuples(st.sampled_from(Part), st.floats(0, 200)), max_size=30), st.data())
def test_points__never_rise_by_taking_something_away(
    told: list[tuple[Part, float]], data: st.DataObject
) -> None:
    everything = [Contribution(part, ago(days)) for part, days in told]
    if everything:
        gone = data.draw(st.integers(0, len(everything) - 1))
        fewer = everything[:gone] + everything[gone + 1 :]
        assert points(fewer, NOW) <= points(everything, NOW) + 1e-9


def test_threshold__of_the_twelve_is_four_and_two_are_ahead() -> None:
    assert threshold(TWELVE) == 4
    assert front_runners(theme(TWELVE), NOW) == {10: True, 11: True}


@pytest.mark.parametrize(
    ("scores", "least"),
    [
        ([7] * 12, 4),  # no deviation
        ([0, 0, 30, 40, 50, 60, 70, 80, 90], 4),  # nine people
        ([0, 2, 4, 6, 8, 10, 12, 14, 16, 18], 9 + 1.5 * 1.4826 * 5),
    ],
)
def test_threshold__is_four_or_far_above_the_median(scores: list[float], least: float) -> None:
    assert threshold(scores) == pytest.approx(least)


def test_front_runner__shows_doing_and_not_only_talking() -> None:
    assert not front_runners(theme(TWELVE, reported=1), NOW)
    assert not front_runners(theme(TWELVE, reported=0, followers=1), NOW)
    assert len(front_runners(theme(TWELVE, reported=0, followers=2), NOW)) == 2


def test_front_runners__who_tie_for_the_last_place_are_all_left_out() -> None:
    assert list(front_runners(theme([*TWELVE[:9], 6, 6, 9]), NOW)) == [11]
    assert not front_runners(theme([0, 0, 0, 0, 9, 9]), NOW)


def test_front_runner__stays_so_for_ninety_days_and_then_silently_not() -> None:
    for days, ahead in ((89, {3: False}), (91, {})):
        people = theme([0, 0, 0, 0, 0])
        people[3] = Standing(3, ago(400), 20, ago(1), 1.0, 2, 0, met_at=ago(days))
        assert front_runners(people, NOW) == ahead


def test_front_runner__who_meets_the_rule_goes_before_who_met_it() -> None:
    people = theme(TWELVE)
    people[0] = Standing(0, ago(400), 20, ago(1), 3.9, 2, 0, met_at=ago(10))
    assert set(front_runners(people, NOW)) == {10, 11}


def test_newcomer__is_short_here_or_did_hardly_anything() -> None:
    assert is_new(ago(29), 50, NOW)
    assert is_new(ago(300), 2, NOW)
    assert not is_new(ago(30), 3, NOW)
    assert set(segments(theme(TWELVE, joined=5), NOW).values()) == {Segment.newcomer}


def test_segments__of_the_twelve_are_two_ahead_and_a_middle() -> None:
    found = list(segments(theme(TWELVE), NOW).values())
    assert (found.count(Segment.front_runner), found.count(Segment.middle)) == (2, 10)


def test_active__is_one_thing_done_in_ninety_days() -> None:
    assert is_active(ago(90), NOW)
    assert not is_active(ago(91), NOW)
    assert not is_active(None, NOW)


@given(st.lists(st.floats(0, 30), max_size=60), st.lists(st.booleans(), min_size=60, max_size=60))
def test_front_runners__are_never_more_than_a_fifth(scores: list[float], lasting: list[bool]) -> None:
    people = [
        Standing(one.member, one.joined_at, 20, ago(1), one.points, 2, 0, ago(5) if lasts else None)
        for one, lasts in zip(theme(scores), lasting, strict=False)
    ]
    assert len(front_runners(people, NOW)) <= max(1, len(people) // 5)


@pytest.mark.parametrize(
    ("own", "others", "found", "bridge"),
    [
        (4, (3, 2, 1), 1.965, True),
        (10, (1,), 0.165, False),
        (0, (6,), 0.000, False),
        (2, (2, 2, 2), 2.106, True),
        (0, (), 0.0, False),
        (0, (2, 2), 1.161, False),
    ],
)
def test_bridge_builder__helps_several_other_teams(
    own: int, others: tuple[int, ...], found: float, bridge: bool
) -> None:
    assert bridge_value(own, others) == pytest.approx(found, abs=6e-4)
    assert is_bridge(own, dict(enumerate(others))) is bridge


@pytest.mark.parametrize(("useful", "rated", "found"), [(5, 6, 0.5229), (3, 3, 0.5096), (12, 20, 0.4570)])
def test_expertise__is_as_in_the_worked_examples(useful: int, rated: int, found: float) -> None:
    assert expertise(useful, rated, 3) == pytest.approx(found, abs=5e-5)


def test_expertise__of_who_answered_two_people_is_that_of_a_stranger() -> None:
    assert expertise(9, 9, 2) == expertise(0, 0, 0)


@given(st.integers(0, 30), st.integers(0, 30))
def test_expertise__never_rises_by_one_useful_answer_less(useful: int, other: int) -> None:
    assert expertise(useful, useful + other, 5) <= expertise(useful + 1, useful + other + 1, 5) + 1e-12


def test_practice__is_remarkable_where_others_do_not_do_well() -> None:
    good = Posterior(8.4, 3.6, 8)
    assert is_remarkable(good, [0.2, 0.3, 0.5])
    assert not is_remarkable(good, [0.2, 0.45, 0.5])
    assert not is_remarkable(Posterior(8.4, 3.6, 4), [0.2, 0.3, 0.5])
    assert not is_remarkable(Posterior(5.4, 2.6, 8), [0.2, 0.3, 0.5])
    assert not is_remarkable(good, [])


@pytest.mark.parametrize(
    ("candidate", "found"),
    [
        (Candidate(1, 0.5229, 0.8, True), 0.701),
        (Candidate(2, 0.4570, 0.9, True, (ago(3), ago(13))), 0.398),
        (Candidate(3, 0.4570, 0.9, True, (ago(14), ago(30))), 0.698),
    ],
)
def test_relay__is_as_in_the_worked_examples(candidate: Candidate, found: float) -> None:
    assert score(candidate, NOW) == pytest.approx(found, abs=6e-4)


def test_relay__keeps_a_seat_for_somebody_who_is_not_always_asked() -> None:
    ahead = [Candidate(number, 0.6, 0.9, True, front_runner=True) for number in range(4)]
    assert choose([*ahead, Candidate(9, 0.2, 0.6, False)], NOW, AMSTERDAM) == [0, 1, 9]
    assert choose([*ahead, Candidate(9, 0.2, 0.59, False)], NOW, AMSTERDAM) == [0, 1, 2]


@pytest.mark.parametrize(
    ("asked", "may"),
    [
        ((), True),
        ((ago(1),), True),
        ((ago(0.1),), False),
        ((ago(1), ago(6)), False),
        ((ago(1), ago(7)), True),
    ],
)
def test_relay__asks_somebody_twice_a_week_and_once_a_day(asked: tuple[datetime, ...], may: bool) -> None:
    assert may_be_asked(Candidate(1, 0.5, 0.8, True, asked), NOW, AMSTERDAM) is may


def test_relay__never_asks_the_askers_own_manager() -> None:
    assert choose([Candidate(1, 0.9, 1.0, True, manages_asker=True)], NOW, AMSTERDAM) == []


@pytest.mark.parametrize(
    ("days", "step"), [(0, Step.first), (1, Step.second), (2, Step.second), (3, Step.coordinator)]
)
def test_question__goes_further_by_working_days(days: int, step: Step) -> None:
    assert step_after(days) is step
