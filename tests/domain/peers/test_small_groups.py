"""What may be told about groups, and that nobody can be found by taking one person away."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.peers.small_groups import Count, Figure, curve, figure, middle, split
from domain.peers.spread import gini


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (Count(9, 9), None),
        (Count(10, 5), Figure(10, 5, 50)),
        (Count(10, 4), Figure(10, None, None)),
        (Count(240, 96), Figure(240, 96, 40)),
        (Count(24, 18), Figure(24, 18, 75)),
        (Count(23, 17), Figure(23, 17, 75)),
        (Count(23, 23), Figure(23, 23, 100)),
        (Count(10, 0), Figure(10, None, None)),
    ],
)
def test_figure__is_of_ten_people_counts_from_five_and_is_rounded(one: Count, told: Figure | None) -> None:
    assert figure(one) == told


def test_small_parts__are_told_together_when_they_are_ten() -> None:
    found = split({"a": Count(30, 12), "b": Count(6, 3), "c": Count(7, 3)})
    assert found.parts == {"a": Figure(30, 12, 40)}
    assert found.merged == ("b", "c")
    assert found.rest == Figure(13, 6, 45)
    assert found.whole == Figure(43, 18, 40)


def test_small_part__takes_the_next_smallest_along_so_that_it_cannot_be_subtracted() -> None:
    found = split({"a": Count(30, 12), "b": Count(12, 6), "c": Count(3, 3)})
    assert found.parts == {"a": Figure(30, 12, 40)}
    assert found.merged == ("c", "b")
    assert found.rest == Figure(15, 9, 60)


def test_small_whole__is_not_told_nor_any_part() -> None:
    found = split({"a": Count(5, 5), "b": Count(4, 4)})
    assert (found.whole, found.parts, found.rest) == (None, {}, None)


def test_whole__that_is_mostly_one_teams_is_not_split() -> None:
    parts = {"a": Count(30, 12, {1: 10, 2: 2}), "b": Count(30, 6, {2: 6})}
    assert split(parts).parts == {}
    assert split(parts).whole == Figure(60, 18, 30)
    assert set(split({**parts, "b": Count(30, 9, {2: 4, 3: 5})}).parts) == {"a", "b"}


def test_split__by_three_attributes_is_refused() -> None:
    with pytest.raises(ValueError, match="point at people"):
        split({}, attributes=3)


def test_curve__starts_at_five_and_is_of_ten_people() -> None:
    assert curve([0, 0, 1, 1, 1, 3], 40, 3) == [None, 5, 5, 6]
    assert curve([0] * 9, 9, 3) == []


def test_median__is_of_five_values_in_a_group_of_ten() -> None:
    assert middle([1, 2, 3, 4, 50], 10) == 3
    assert middle([1, 2, 3, 4], 10) is None
    assert middle([1, 2, 3, 4, 5], 9) is None


@pytest.mark.parametrize(
    ("counts", "found"), [([1, 1, 1], 0), ([0, 0, 0, 12], 0.75), ([1, 3], 0.25), ([], 0), ([0, 0], 0)]
)
def test_gini__is_nothing_when_even_and_near_one_when_one_has_all(counts: list[int], found: float) -> None:
    assert gini(counts) == pytest.approx(found)


@dataclass(frozen=True)
class Somebody:
    team: int
    job: str
    week: int | None  # in which they first tried it
    hours: float | None  # until they answered


people = st.lists(
    st.builds(
        Somebody,
        st.integers(1, 5),
        st.sampled_from("xyz"),
        st.none() | st.integers(0, 7),
        st.none() | st.floats(0, 99).map(lambda one: round(one, 1)),
    ),
    min_size=1,
    max_size=60,
)


def cells(everybody: Sequence[Somebody]) -> dict[str, tuple[int, str]]:
    """Return all that a coordinator gets, as cells: how many people each is about, and its bytes."""
    found: dict[str, tuple[int, str]] = {}

    def put(name: str, members: int, told: Any) -> None:
        found[name] = (members, json.dumps(told, sort_keys=True))

    for by in ("team", "job"):
        counted = {}
        for value in sorted({getattr(one, by) for one in everybody}):
            inside = [one for one in everybody if getattr(one, by) == value]
            did = [one for one in inside if one.week is not None]
            teams = {team: sum(one.team == team for one in did) for team in {one.team for one in did}}
            counted[str(value)] = Count(len(inside), len(did), teams)
        told = split(counted)
        put(f"{by} whole", len(everybody), told.whole and asdict(told.whole))
        for name, one in counted.items():
            shown = told.parts.get(name)
            put(f"{by} {name}", one.members, shown and asdict(shown))
        # Who is in the rest follows from who there are, also when nothing is split this week.
        rest = split({name: Count(one.members, 0) for name, one in counted.items()}).merged
        put(f"{by} rest", sum(counted[name].members for name in rest), told.rest and asdict(told.rest))
    weeks = [one.week for one in everybody if one.week is not None]
    put("curve", len(everybody), curve(weeks, len(everybody), 7))
    hours = [one.hours for one in everybody if one.hours is not None]
    put("hours", len(everybody), middle(hours, len(everybody)))
    return found


@given(people, st.data())
def test_one_persons_activity__changes_only_figures_of_groups_of_ten(
    everybody: list[Somebody], data: st.DataObject
) -> None:
    gone = data.draw(st.integers(0, len(everybody) - 1))
    without = [
        replace(one, week=None, hours=None) if number == gone else one for number, one in enumerate(everybody)
    ]
    before, after = cells(everybody), cells(without)
    assert set(before) == set(after)
    for name, (members, told) in before.items():
        if members < 10 or after[name][0] < 10:
            assert told == after[name][1] == "null" or (name == "curve" and told == after[name][1] == "[]")


@given(people)
def test_what_is_not_told__cannot_be_had_by_subtracting(everybody: list[Somebody]) -> None:
    teams = {str(one.team) for one in everybody}
    counted = {
        team: Count(
            sum(str(one.team) == team for one in everybody),
            sum(str(one.team) == team and one.week is not None for one in everybody),
        )
        for team in teams
    }
    told = split(counted)
    if told.whole and told.parts:
        left = told.whole.members - sum(one.members for one in told.parts.values())
        assert left == 0 or left >= 10
