"""What a vote weighs: the worked example, every reason, and what is held."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.peers.manipulation import (
    Because,
    Looked,
    Vote,
    Weighed,
    bursts,
    mutual,
    to_look_at,
    total,
    weigh_votes,
)

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
HOME = 1


def ago(hours: float) -> datetime:
    return NOW - timedelta(hours=hours)


def votes(
    many: int, team: int | None, *, first: int, apart: float = 24.0, until: float = 100.0
) -> list[Vote]:
    """Return votes of one team, `apart` hours from each other; the last came `until` hours ago."""
    return [
        Vote(first + number, ago(until + apart * (many - number - 1)), team, ago(5000))
        for number in range(many)
    ]


def weighed(crowd: list[Vote], team: int | None, now: datetime) -> list[Weighed]:
    """Weigh votes while the bursts among them wait for somebody to look at them."""
    waiting = [Looked(one.team, one.since, one.last, counts=False) for one in to_look_at(crowd, (), now)]
    return weigh_votes(crowd, team, waiting)


def test_votes__are_as_in_the_worked_example() -> None:
    new = Vote(90, ago(200), 7, ago(210), own_events=0)
    given_ = [*votes(5, HOME, first=1), *votes(4, 2, first=20), new]
    assert total(weighed(given_, HOME, NOW)) == pytest.approx(1.5 + 0.5 + 4 + 0.5)


def test_vote__by_maker_coordinator_or_manager_weighs_nothing() -> None:
    found = weighed([Vote(1, ago(9), counts=False)], HOME, NOW)
    assert (found[0].weight, found[0].because) == (0.0, (Because.not_counted,))


@pytest.mark.parametrize(("between", "weight"), [(0, 1), (3, 1), (4, 0.25)])
def test_vote__between_two_who_often_vote_for_each_other_weighs_a_quarter(
    between: int, weight: float
) -> None:
    assert weighed([Vote(1, ago(9), 2, between=between)], HOME, NOW)[0].weight == weight


@pytest.mark.parametrize(("age", "events", "weight"), [(6.9, 0, 0.5), (6.9, 1, 1), (7, 0, 1)])
def test_vote__of_a_young_account_without_anything_else_weighs_half(
    age: float, events: int, weight: float
) -> None:
    one = Vote(1, ago(9), 2, ago(9) - timedelta(days=age), own_events=events)
    assert weighed([one], HOME, NOW)[0].weight == weight


def test_reasons__multiply_down_to_a_tenth_and_are_all_named() -> None:
    crowd = votes(3, HOME, first=1)
    last = Vote(9, ago(1), HOME, ago(2), own_events=0, between=5)
    found = weighed([*crowd, last], HOME, NOW)[-1]
    assert found.weight == 0.1
    assert found.because == (Because.same_team, Because.mutual, Because.young)


def test_person__counts_once_however_often_they_vote() -> None:
    assert total(weighed([Vote(1, ago(9), 2), Vote(1, ago(8), 2)], HOME, NOW)) == 1


def test_votes__of_people_without_a_team_are_not_one_team() -> None:
    assert total(weighed(votes(9, None, first=1, apart=0.01), None, NOW)) == 9


def test_mutual__counts_only_what_went_both_ways() -> None:
    assert mutual([ago(1), ago(2)], [ago(3), ago(24 * 40)], NOW, 30) == 3
    assert mutual([ago(1), ago(2), ago(3), ago(4)], [], NOW, 30) == 0


@pytest.mark.parametrize(
    ("team", "others", "minutes", "held"),
    [(5, 0, 9, 5), (4, 1, 9, 4), (3, 2, 9, 0), (4, 0, 9, 0), (5, 0, 45, 0), (7, 3, 9, 7)],
)
def test_burst__of_one_team_within_minutes_is_held(team: int, others: int, minutes: float, held: int) -> None:
    many = team + others
    step = minutes / 60 / (many - 1)
    crowd = [
        Vote(number, ago(20 - step * number), 3 if number < team else 50 + number, ago(5000))
        for number in range(many)
    ]
    found = weighed(crowd, HOME, NOW)
    assert sum(Because.held in one.because for one in found) == held
    assert total(found) == many - held


def test_burst__counts_again_after_two_days() -> None:
    crowd = votes(6, 3, first=1, apart=0.01, until=49)
    assert total(weighed(crowd, HOME, NOW)) == 6
    assert total(weighed(crowd, HOME, NOW - timedelta(hours=2))) == 0


@pytest.mark.parametrize(("counts", "worth"), [(True, 6), (False, 0)])
def test_burst__that_somebody_looked_at_counts_as_they_said_and_for_good(counts: bool, worth: float) -> None:
    crowd = votes(6, 3, first=1, apart=0.01, until=5)
    (burst,) = bursts(crowd)
    looked = [Looked(burst.team, burst.since, burst.last, counts=counts)]
    assert total(weigh_votes(crowd, HOME, looked)) == worth
    assert to_look_at(crowd, looked, NOW) == []
    fewer = crowd[:2]  # too few to be a burst by themselves: what was said of them still holds
    assert total(weigh_votes(fewer, HOME, looked)) == (2 if counts else 0)


def test_burst__that_goes_on_after_somebody_looked_is_looked_at_again_for_what_is_new() -> None:
    crowd = votes(9, 3, first=1, apart=0.02, until=5)
    looked = [Looked(3, crowd[0].at, crowd[5].at, counts=True)]
    (new,) = to_look_at(crowd, looked, NOW)
    assert new.voters == {one.voter for one in crowd[6:]}


def test_burst__that_goes_on_is_one_burst() -> None:
    crowd = votes(12, 3, first=1, apart=0.03, until=5)
    found = bursts(crowd)
    assert len(found) == 1
    assert len(found[0].voters) == 12


def test_votes__of_one_team_that_weigh_least_come_after_the_first_three() -> None:
    """Otherwise taking back a doubtful vote would make a better one count for more."""
    doubtful = Vote(9, ago(900), HOME, ago(5000), between=9)
    crowd = [doubtful, *votes(3, HOME, first=1)]
    assert total(weighed(crowd, HOME, NOW)) == pytest.approx(1.5 + 0.1)
    assert total(weighed(crowd[1:], HOME, NOW)) == pytest.approx(1.5)


@given(
    st.lists(
        st.tuples(st.sampled_from([None, 1, 2, 3]), st.floats(50, 900), st.integers(0, 6), st.integers(0, 2)),
        max_size=15,
    ),
    st.data(),
)
def test_total__never_rises_by_taking_a_vote_back_that_was_not_held(
    rows: list[tuple[int | None, float, int, int]], data: st.DataObject
) -> None:
    crowd = [
        Vote(number, ago(hours), team, ago(hours + 20), own_events=events, between=between)
        for number, (team, hours, between, events) in enumerate(rows)
    ]
    if crowd:
        gone = data.draw(st.integers(0, len(crowd) - 1))
        fewer = crowd[:gone] + crowd[gone + 1 :]
        assert total(weighed(fewer, HOME, NOW)) <= total(weighed(crowd, HOME, NOW)) + 1e-9
