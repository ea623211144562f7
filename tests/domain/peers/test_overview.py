"""What a coordinator is told: bands of ten people and more, whatever the exact counts are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.peers.constants import constants_with
from domain.peers.holdout import Arm, difference
from domain.peers.overview import MOST_CURVES, WEEKS, Facts, at_least, band, overview, pull

TWELVE = Facts(members=12, tries={})


def told(**more: Any) -> dict[str, Any]:
    found = overview(replace(TWELVE, **more))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("count", "shown"), [(0, None), (4, None), (5, 5), (9, 5), (10, 10), (14, 10), (101, 100)]
)
def test_band__is_by_fives_and_begins_at_five(count: int, shown: int | None) -> None:
    assert band(count) == shown


def test_overview__says_nothing_of_nine() -> None:
    facts = Facts(9, {"p": [1] * 8}, asked=50, fitted=40, open=30, hours=[1.0] * 9, rounds=[("r", 9, 9)])
    assert overview(facts) is None
    assert overview(replace(facts, members=10)) is not None
    assert overview(replace(facts, members=14), constants_with({"privacy.group": 15})) is None


def test_curve__begins_where_five_did_it() -> None:
    (found,) = told(tries={"doos": [0, 3, 3, 7, 7, 9, 9, 10, 11, 12]})["curves"]
    assert found == {"practice": "doos", "counts": [None] * 7 + [5, 5, 5, 5, 5, 10]}
    assert len(found["counts"]) == WEEKS + 1
    assert told(tries={"doos": [1, 2, 3, 4]})["curves"] == []


def test_curves__that_are_shown_and_their_order_follow_from_bands() -> None:
    """Nine and five are the same band: who is named first may not tell which of them has more."""
    few = {name: [12] * count for name, count in (("b", 9), ("a", 5), ("c", 10), ("d", 4))}
    assert [one["practice"] for one in told(tries=few)["curves"]] == ["c", "a", "b"]
    many = {f"p{number}": [12] * (5 + number % 5) for number in range(9)}
    assert [one["practice"] for one in told(tries=many)["curves"]] == [f"p{n}" for n in range(MOST_CURVES)]


@pytest.mark.parametrize(
    ("asked", "fitted", "share"), [(9, 9, None), (10, 7, 70), (40, 29, 70), (40, 0, 0), (33, 33, 100)]
)
def test_share_of_questions__is_rounded_and_of_ten_or_more(
    asked: int, fitted: int, share: int | None
) -> None:
    assert told(asked=asked, fitted=fitted)["asked"] == share


@pytest.mark.parametrize(
    ("hours", "days"),
    [([1.0] * 4, None), ([0.1, 0.2, 1, 30, 90], 1), ([20, 20, 25, 30, 90], 2), ([70.0] * 5, 3)],
)
def test_waiting__is_told_in_days_from_five_on(hours: list[float], days: int | None) -> None:
    assert told(hours=hours)["days"] == days


def test_round__tells_a_share_from_five_answers_of_ten_invited_on() -> None:
    held = [("small", 9, 9), ("few", 24, 4), ("much", 24, 13)]
    assert told(rounds=held)["rounds"] == [{"round": "few", "share": None}, {"round": "much", "share": 55}]


@pytest.mark.parametrize(("stopped", "share"), [(0, 0), (1, 0), (4, 0), (5, 20)])
def test_stopped__is_nobody_or_a_few_below_five(stopped: int, share: int) -> None:
    assert told(members=24, stopped=stopped)["stopped"] == share


def test_difference__is_told_with_its_doubt_and_without_sizes() -> None:
    """Worked example of the model: 9 of 30 and 4 of 30; with one more in the second it may be told."""
    assert pull(difference(Arm(9, 30), Arm(5, 30))) == {
        "verdict": "higher_not_proven",
        "sent": 30,
        "held": 15,
        "low": -10,
        "high": 35,
    }


@pytest.mark.parametrize(
    ("sent", "held"), [(Arm(9, 30), Arm(4, 30)), (Arm(8, 9), Arm(9, 30)), (Arm(9, 30), Arm(5, 9))]
)
def test_difference__of_few_people_is_only_a_sentence(sent: Arm, held: Arm) -> None:
    assert pull(difference(sent, held)) == {"verdict": "too_few"}


@given(
    members=st.integers(0, 60),
    tries=st.dictionaries(st.text("abc", min_size=1), st.lists(st.integers(0, WEEKS), max_size=40)),
    counts=st.lists(st.integers(0, 60), min_size=4, max_size=4),
)
def test_overview__holds_no_exact_count(members: int, tries: dict[str, list[int]], counts: list[int]) -> None:
    asked, fitted, is_open, stopped = counts
    facts = Facts(members, tries, max(asked, fitted), fitted, is_open, stopped=min(stopped, members))
    found = overview(facts)
    assert (found is None) == (members < 10)
    if found:
        shown = [one for curve in found["curves"] for one in curve["counts"]]
        shown += [found["asked"], found["open"], found["stopped"]]
        assert all(one is None or one % 5 == 0 for one in shown)


def test_middle__is_told_like_the_whole_and_only_once_it_was_compared() -> None:
    assert told()["middle"] is None
    assert told(middle=difference(Arm(9, 30), Arm(5, 30)))["middle"]["verdict"] == "higher_not_proven"
    assert told(middle=difference(Arm(9, 30), Arm(4, 30)))["middle"] == {"verdict": "too_few"}


@pytest.mark.parametrize(("people", "shown"), [(0, 0), (9, 0), (10, 10), (14, 10), (15, 15), (243, 240)])
def test_people__are_told_by_fives_and_from_ten_on(people: int, shown: int) -> None:
    assert at_least(people) == shown
