"""When somebody may be sent something: hours, holidays, pauses and caps."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.delivery import CAPPED, COUNTED, PATIENT, UNASKED, Lane
from domain.peers.constants import DEFAULTS, Constants, constants_with
from domain.rhythm import WEEK, Habits, Late, Sent, is_paused, last_moment, next_moment, room, wants, when

ZONE = ZoneInfo("Europe/Amsterdam")
USUAL = Habits()
PART_TIME = Habits(days=frozenset({0, 1, 3}), start=time(9), end=time(17))


def at(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("habits", "after", "expected"),
    [
        (USUAL, "2026-11-24T10:00", "2026-11-24T10:00"),  # a Tuesday
        (USUAL, "2026-11-24T08:29", "2026-11-24T08:30"),
        (USUAL, "2026-11-24T17:29", "2026-11-24T17:29"),
        (USUAL, "2026-11-24T17:30", "2026-11-25T08:30"),
        (USUAL, "2026-11-27T18:00", "2026-11-30T08:30"),  # Friday evening
        (USUAL, "2026-12-24T18:00", "2026-12-28T08:30"),  # Christmas and a weekend
        (USUAL, "2026-04-26T12:00", "2026-04-28T08:30"),  # King's Day is a Monday
        (USUAL, "2026-03-28T12:00", "2026-03-30T08:30"),  # the clock is changed in between
        (PART_TIME, "2026-11-24T17:00", "2026-11-26T09:00"),  # no Wednesday
        (PART_TIME, "2026-11-26T18:00", "2026-11-30T09:00"),
        (Habits(paused_until=date(2026, 12, 26)), "2026-11-24T10:00", "2026-12-28T08:30"),
        (Habits(paused_until=date(2026, 11, 24)), "2026-11-24T10:00", "2026-11-24T10:00"),
        (Habits(zone="America/Curacao"), "2026-11-24T10:00", "2026-11-24T13:30"),
    ],
)
def test_next_moment__is_the_first_working_one(habits: Habits, after: str, expected: str) -> None:
    assert next_moment(habits, at(after)) == at(expected)


def test_next_moment__is_working_and_nothing_earlier_is() -> None:
    """From each hour of a year."""
    moment = at("2026-01-01T00:20")
    while moment < at("2027-01-01T00:00"):
        found = next_moment(PART_TIME, moment)
        assert found >= moment
        assert next_moment(PART_TIME, found) == found
        if found > moment:
            assert next_moment(PART_TIME, moment + (found - moment) / 2) == found
        moment += timedelta(hours=1)


def test_pause__is_over_by_itself() -> None:
    away = Habits(paused_until=date(2027, 5, 12))
    assert is_paused(away, at("2027-05-11T23:59"))
    assert not is_paused(away, at("2027-05-12T00:00"))


NOW = at("2026-11-24T10:00")


def decide(lane: Lane, *recent: Sent, habits: Habits = USUAL, **more: datetime | None) -> datetime | Late:
    given: dict[str, datetime | None] = {"busy_until": None, "not_after": None, "now": NOW, **more}
    return when(lane, habits, recent, **given)  # type: ignore[arg-type]


def ago(lane: Lane, **span: float) -> Sent:
    return Sent(lane, NOW - timedelta(**span))


def test_caps__leave_room_for_one_a_day_and_two_a_week() -> None:
    assert decide(Lane.broadcast) == NOW
    assert decide(Lane.broadcast, ago(Lane.round, hours=1)) == at("2026-11-25T08:30")
    assert decide(Lane.broadcast, ago(Lane.round, days=1)) == NOW
    two = (ago(Lane.round, days=5), ago(Lane.digest, days=3))
    assert decide(Lane.broadcast, *two) == at("2026-11-26T10:00")
    assert decide(Lane.broadcast, ago(Lane.round, days=5), habits=Habits(rhythm="weekly")) == at(
        "2026-11-26T10:00"
    )


def test_caps__of_the_peer_model() -> None:
    """Monday a question passed on, Tuesday a broadcast: Wednesday's nudge is dropped, an answer is not."""
    now = at("2026-11-25T12:15")
    recent = (Sent(Lane.relay, at("2026-11-23T10:00")), Sent(Lane.broadcast, at("2026-11-24T10:00")))
    late = last_moment(Lane.nudge, now, None)
    assert decide(Lane.nudge, *recent, now=now, not_after=late) is Late.drop
    assert decide(Lane.follow_up, *recent, now=now) == now
    assert decide(Lane.loop, *recent, now=now) == now


def test_cap__that_an_organisation_chose_is_the_one_that_holds() -> None:
    once, never = (constants_with({"caps.week": week}) for week in (1, 0))
    habits, sent = Habits(rhythm="twice"), [ago(Lane.round, days=3)]

    def decided(lane: Lane, recent: list[Sent], constants: Constants) -> datetime | Late:
        return when(lane, habits, recent, busy_until=None, not_after=None, now=NOW, constants=constants)

    assert decided(Lane.broadcast, sent, DEFAULTS) == NOW
    assert decided(Lane.broadcast, sent, once) == at("2026-11-30T08:30")
    assert decided(Lane.broadcast, [], never) is Late.drop
    assert decided(Lane.answer, sent, never) == NOW


def test_follow_up__is_promised_and_comes_once_a_day_up_to_the_ceiling() -> None:
    full = (ago(Lane.nudge, days=3), ago(Lane.digest, days=1))
    assert decide(Lane.follow_up, *full) == NOW
    assert decide(Lane.follow_up, ago(Lane.follow_up, hours=1)) == at("2026-11-25T08:30")
    four = (*full, ago(Lane.follow_up, days=5), ago(Lane.follow_up, days=4))
    assert decide(Lane.follow_up, *four) == at("2026-11-26T10:00")
    assert decide(Lane.answer, *four) == NOW
    assert decide(Lane.loop, *four) == NOW


def test_day__ends_at_midnight_where_the_person_is() -> None:
    late = at("2026-11-24T23:30")
    assert room(Lane.digest, late, [Sent(Lane.round, late)], ZONE, week=2) == at("2026-11-25T00:00")


events = st.lists(st.tuples(st.sampled_from(Lane), st.integers(0, 60 * 24 * 30)), max_size=60)


@given(events, st.sampled_from([1, 2]))
def test_cap__is_exceeded_by_no_order_of_events(wanted: list[tuple[Lane, int]], week: int) -> None:
    sent: list[Sent] = []
    for lane, minutes in sorted(wanted, key=lambda one: one[1]):
        moment = NOW + timedelta(minutes=minutes)
        if room(lane, moment, sent, ZONE, week=week) == moment:
            sent.append(Sent(lane, moment))
    unasked = [one for one in sent if one.lane in COUNTED]
    assert_at_most(4, [one.at for one in sent if one.lane in CAPPED])
    # A question that is passed on takes room, but has caps of its own.
    for number, one in enumerate(unasked):
        if one.lane is not Lane.relay:
            assert sum(one.at - before.at < WEEK for before in unasked[: number + 1]) <= week
            assert not any(before.at.date() == one.at.date() for before in unasked[:number])
    nudges = [one.at for one in unasked if one.lane is Lane.nudge]
    assert all(later - one >= timedelta(hours=48) for one, later in pairwise(nudges))
    promised = [one.at.date() for one in sent if one.lane is Lane.follow_up]
    assert len(promised) == len(set(promised))


def assert_at_most(most: int, moments: list[datetime]) -> None:
    assert all(sum(start <= one < start + WEEK for one in moments) <= most for start in moments)


@given(events, st.sampled_from(Lane))
def test_room__is_there_when_it_says_so(wanted: list[tuple[Lane, int]], lane: Lane) -> None:
    sent = [Sent(one, NOW - timedelta(minutes=minutes)) for one, minutes in wanted]
    then = room(lane, NOW, sent, ZONE, week=2)
    assert then >= NOW
    assert room(lane, then, sent, ZONE, week=2) == then
    if then > NOW:
        assert room(lane, then - timedelta(microseconds=1), sent, ZONE, week=2) == then


def test_nudges__are_two_days_apart() -> None:
    assert decide(Lane.nudge, ago(Lane.nudge, hours=47)) == at("2026-11-24T11:00")
    assert decide(Lane.round, ago(Lane.nudge, hours=25)) == NOW


def test_late__is_dropped_and_never_stacked() -> None:
    busy = NOW + timedelta(minutes=8)
    assert decide(Lane.round, busy_until=busy) == busy
    assert decide(Lane.round, busy_until=busy, not_after=busy) == busy
    assert decide(Lane.round, busy_until=busy, not_after=NOW + timedelta(minutes=7)) is Late.drop
    away = Habits(paused_until=date(2026, 12, 28))
    assert decide(Lane.digest, habits=away, not_after=last_moment(Lane.digest, NOW, None)) is Late.drop
    assert decide(Lane.follow_up, habits=away) == at("2026-12-28T08:30")


def test_rhythm__says_what_somebody_wants_at_all() -> None:
    for lane in Lane:
        assert wants(lane, "nothing") == (lane not in UNASKED)
        assert wants(lane, "digest") == (lane not in UNASKED or lane is Lane.digest)
        assert wants(lane, "twice")
    assert decide(Lane.broadcast, habits=Habits(rhythm="nothing")) is Late.drop


def test_lane__reply_and_answer_never_wait() -> None:
    assert set(Lane) - PATIENT == {Lane.reply, Lane.answer}
    assert UNASKED < PATIENT
