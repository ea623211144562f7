"""Whether nudges help: the worked examples, the draw, and what may not be claimed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import isinf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.peers.constants import Z95
from domain.peers.holdout import (
    Arm,
    Person,
    Verdict,
    difference,
    draw,
    is_held,
    per_arm,
    period,
    pooled,
    pull_through,
    smallest_found,
)
from domain.peers.stopping import Energy, Harm, Reason, reasons_to_stop
from domain.peers.usefulness import wilson

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("did", "of", "share", "low", "high"),
    [(9, 30, 30.0, 16.7, 47.9), (4, 30, 13.3, 5.3, 29.7), (96, 240, 40.0, 34.0, 46.3)],
)
def test_share__has_the_interval_of_the_worked_examples(
    did: int, of: int, share: float, low: float, high: float
) -> None:
    assert 100 * Arm(did, of).share == pytest.approx(share, abs=0.05)
    assert [100 * one for one in wilson(did, of, Z95)] == pytest.approx([low, high], abs=0.05)


def test_pull_through__of_nine_against_four_in_thirty_is_higher_not_proven() -> None:
    found = difference(Arm(9, 30), Arm(4, 30))
    assert found.verdict is Verdict.higher_not_proven
    assert found.verdict.key == "difference-higher-not-proven"
    assert not found.verdict.conclusive


def test_opportunities__are_as_in_the_worked_example() -> None:
    found = difference(Arm(28, 400), Arm(4, 100))
    assert [round(100 * one, 2) for one in (found.by, found.error)] == [3.0, 2.34]
    assert [round(100 * one, 1) for one in (found.low, found.high)] == [-1.6, 7.6]
    assert not found.verdict.conclusive


def test_opportunities__of_as_many_people_are_the_same_pooled() -> None:
    people = [Person(sent=Arm(int(number < 28), 1)) for number in range(400)]
    people += [Person(held=Arm(int(number < 4), 1)) for number in range(100)]
    alone = difference(Arm(28, 400), Arm(4, 100))
    assert pooled(people).error == pytest.approx(alone.error)
    assert pooled(people).verdict is alone.verdict


def test_person__who_always_does_it_is_one_finding_and_not_twenty() -> None:
    many = [Person(sent=Arm(20 * (number < 6), 20), held=Arm(0, 0)) for number in range(20)]
    many += [Person(held=Arm(20 * (number < 1), 20)) for number in range(20)]
    assert difference(Arm(120, 400), Arm(20, 400)).verdict is Verdict.proven_higher
    assert pooled(many).error > 4 * difference(Arm(120, 400), Arm(20, 400)).error


@pytest.mark.parametrize(
    ("sent", "held", "verdict"),
    [
        (Arm(1, 1), Arm(0, 1), Verdict.too_few),
        (Arm(9, 9), Arm(0, 200), Verdict.too_few),
        (Arm(90, 100), Arm(10, 100), Verdict.proven_higher),
        (Arm(10, 100), Arm(90, 100), Verdict.proven_lower),
        (Arm(10, 100), Arm(11, 100), Verdict.lower_not_proven),
        (Arm(10, 100), Arm(10, 100), Verdict.same),
        (Arm(1, 10), Arm(0, 10), Verdict.higher_not_proven),
        (Arm(0, 10), Arm(0, 10), Verdict.same),
        (Arm(0, 0), Arm(0, 0), Verdict.too_few),
    ],
)
def test_verdict__is_no_more_than_can_be_known(sent: Arm, held: Arm, verdict: Verdict) -> None:
    assert difference(sent, held).verdict is verdict


def test_hold_out__of_nobody_is_too_few() -> None:
    assert pooled([Person(sent=Arm(1, 2))] * 40).verdict is Verdict.too_few
    assert pooled([]).verdict is Verdict.too_few


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_interval__holds_the_difference(did: int, other: int, of: int, of_other: int) -> None:
    found = difference(Arm(min(did, of), of), Arm(min(other, of_other), of_other))
    assert -1 <= found.low <= found.by <= found.high <= 1


@pytest.mark.parametrize(
    ("share", "other", "needed"), [(0.10, 0.16, 489), (0.10, 0.127, 2160), (0.10, 0.114, 7640)]
)
def test_power__is_as_stated_beforehand(share: float, other: float, needed: int) -> None:
    assert per_arm(share, other) == pytest.approx(needed, rel=0.002)


def test_power__of_nothing_to_find_has_no_end() -> None:
    assert isinf(per_arm(0.1, 0.1))


def test_pilot__of_240_cannot_show_what_a_nudge_usually_does() -> None:
    assert smallest_found(0.10, 192, 48) > 0.10
    assert smallest_found(0.10, 489, 489) == pytest.approx(0.06, abs=0.0005)
    assert smallest_found(0.10, 0, 48) == 1
    assert smallest_found(0.5, 3, 2) == 1


def test_hold_out__is_a_fifth_and_another_fifth_each_period() -> None:
    people = [f"person {number}" for number in range(4000)]
    held = {one for one in people if is_held(one, "salt", NOW)}
    later = {one for one in people if is_held(one, "salt", NOW + timedelta(days=56))}
    elsewhere = {one for one in people if is_held(one, "other", NOW)}
    assert all(700 < len(one) < 900 for one in (held, later, elsewhere))
    assert all(100 < len(held & one) < 230 for one in (later, elsewhere))


def test_hold_out__is_the_same_all_through_a_period_and_in_every_run() -> None:
    start = datetime.fromordinal(period(NOW) * 56).replace(tzinfo=UTC)
    days = {is_held("Anna", "salt", start + timedelta(days=day)) for day in range(56)}
    assert len(days) == 1
    assert period(start) == period(start + timedelta(days=55)) == period(start + timedelta(days=56)) - 1
    assert draw("Anna/5", "salt") == draw("Anna/5", "salt") != draw("Bob/5", "salt")


def test_pull_through__counts_a_first_try_within_eight_weeks() -> None:
    tries = [NOW, NOW + timedelta(days=55), NOW + timedelta(days=56), None, NOW - timedelta(days=1)]
    assert pull_through(tries, NOW) == Arm(2, 5)


CALM = Harm(members=200, stopped=2, receivers=100, asked_less=5)


@pytest.mark.parametrize(
    ("harm", "reasons"),
    [
        (CALM, ()),
        (Harm(200, 6, 100, 0), ()),
        (Harm(200, 7, 100, 0), (Reason.stopped,)),
        (Harm(20, 2, 20, 2), ()),
        (Harm(20, 3, 20, 0), (Reason.stopped,)),
        (Harm(200, 0, 100, 15), ()),
        (Harm(200, 0, 100, 16), (Reason.less,)),
        (Harm(200, 0, 100, 0, nudged=Energy(3.6, 3.3, 40), held=Energy(3.6, 3.6, 12)), (Reason.energy,)),
        (Harm(200, 0, 100, 0, nudged=Energy(3.6, 3.3, 40), held=Energy(3.6, 3.4, 12)), ()),
        (Harm(200, 0, 100, 0, nudged=Energy(3.6, 2.0, 40), held=Energy(3.6, 3.6, 9)), ()),
        (Harm(200, 0, 100, 0, small_group_norms=1), (Reason.small_group,)),
        (Harm(0, 0, 0, 0), ()),
    ],
)
def test_nudging__ends_by_itself_when_it_harms(harm: Harm, reasons: tuple[Reason, ...]) -> None:
    assert reasons_to_stop(harm) == reasons
