"""How much is sent: the worked week, back-off, slots, and that no order of events exceeds a cap."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.delivery import Lane
from domain.peers.caps import ASKED, ignored_in_a_row, may_send, next_slot, pace, take
from domain.rhythm import Habits, Sent, when

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WEEK = timedelta(days=7)


def at(day: int, hour: int = 12, minute: int = 15) -> datetime:
    """Return a moment in the week of Monday 23 November 2026."""
    morning = datetime(2026, 11, 22, hour, minute, tzinfo=AMSTERDAM)
    return (morning + timedelta(days=day)).astimezone(UTC)


def local(day: int, hour: int, minute: int) -> datetime:
    """Return a moment of November 2026 where people are; day 31 is the first of December."""
    return datetime(2026, 11, 1, hour, minute, tzinfo=AMSTERDAM) + timedelta(days=day - 1)


MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = range(1, 6)


def test_week__is_as_in_the_worked_example() -> None:
    sent = [Sent(Lane.relay, at(MONDAY)), Sent(Lane.broadcast, at(TUESDAY))]
    assert not may_send(Lane.nudge, at(WEDNESDAY), sent, AMSTERDAM)
    assert may_send(Lane.answer, at(WEDNESDAY), sent, AMSTERDAM)
    assert may_send(Lane.nudge, at(TUESDAY + 7), sent, AMSTERDAM)
    assert next_slot(datetime(2026, 11, 27, 17, 40, tzinfo=AMSTERDAM), lambda day: day.weekday() < 5) == (
        datetime(2026, 12, 1, 12, 15, tzinfo=AMSTERDAM)
    )


def test_waiting__goes_by_what_people_wait_for_most() -> None:
    waiting = [Lane.broadcast, Lane.nudge, Lane.digest, Lane.follow_up, Lane.answer]
    assert take(waiting, at(TUESDAY), [], AMSTERDAM) == [Lane.answer, Lane.follow_up, Lane.digest]


def test_chosen_once_a_week__is_one() -> None:
    sent = [Sent(Lane.digest, at(MONDAY))]
    assert may_send(Lane.nudge, at(WEDNESDAY), sent, AMSTERDAM)
    assert not may_send(Lane.nudge, at(WEDNESDAY), sent, AMSTERDAM, week=1)
    assert not may_send(Lane.digest, at(WEDNESDAY), [], AMSTERDAM, week=0)
    assert may_send(Lane.nudge, at(WEDNESDAY), sent, AMSTERDAM, week=9)


def test_nudges__lie_two_days_apart() -> None:
    sent = [Sent(Lane.nudge, at(TUESDAY))]
    assert not may_send(Lane.nudge, at(THURSDAY, 12, 14), sent, AMSTERDAM)
    assert may_send(Lane.nudge, at(THURSDAY), sent, AMSTERDAM)


def test_day__ends_at_midnight_where_the_person_is() -> None:
    late = datetime(2026, 11, 24, 22, 30, tzinfo=UTC)  # 23:30 in Amsterdam
    sent = [Sent(Lane.round, late)]
    assert not may_send(Lane.digest, late + timedelta(minutes=29), sent, AMSTERDAM)
    assert may_send(Lane.digest, late + timedelta(minutes=31), sent, AMSTERDAM)


def test_follow_up__is_promised_and_comes_once_a_day_up_to_the_ceiling() -> None:
    full = [Sent(Lane.nudge, at(MONDAY)), Sent(Lane.digest, at(WEDNESDAY))]
    assert may_send(Lane.follow_up, at(THURSDAY), full, AMSTERDAM)
    assert not may_send(Lane.follow_up, at(THURSDAY, 15), [Sent(Lane.follow_up, at(THURSDAY))], AMSTERDAM)
    four = [*full, Sent(Lane.follow_up, at(MONDAY)), Sent(Lane.follow_up, at(TUESDAY))]
    assert not may_send(Lane.follow_up, at(FRIDAY), four, AMSTERDAM)
    assert may_send(Lane.answer, at(FRIDAY), four, AMSTERDAM)


events = st.lists(st.tuples(st.sampled_from(Lane), st.integers(0, 60 * 24 * 30)), max_size=60)


@given(events, st.sampled_from([None, 0, 1, 2]))
def test_cap__is_exceeded_by_no_order_of_events(wanted: list[tuple[Lane, int]], week: int | None) -> None:
    sent: list[Sent] = []
    for lane, minutes in wanted:
        moment = at(MONDAY, 0, 0) + timedelta(minutes=minutes)
        if may_send(lane, moment, sent, AMSTERDAM, week=week):
            sent.append(Sent(lane, moment))
    counted = sorted((one for one in sent if one.lane not in ASKED), key=lambda one: one.at)
    unasked = [one for one in counted if one.lane is not Lane.follow_up]
    for many, most in ((counted, 4), (unasked, 2 if week is None else week)):
        assert all(sum(start.at <= one.at < start.at + WEEK for one in many) <= most for start in many)
    days = [one.at.astimezone(AMSTERDAM).date() for one in unasked]
    assert len(days) == len(set(days))
    nudges = [one.at for one in unasked if one.lane is Lane.nudge]
    assert all(later - one >= timedelta(hours=48) for one, later in pairwise(nudges))


@given(events, st.sampled_from(["twice", "weekly"]))
def test_nudge__that_fits_here_is_sent_at_once_by_the_sender(
    wanted: list[tuple[Lane, int]], rhythm: str
) -> None:
    """What is chosen by these caps is never held by those of the sender: they are at least as strict."""
    now, week = at(WEDNESDAY), {"twice": 2, "weekly": 1}[rhythm]
    sent = [Sent(lane, now - timedelta(minutes=minutes + 1)) for lane, minutes in wanted]
    if may_send(Lane.nudge, now, sent, AMSTERDAM, week=week):
        habits, recent = Habits(rhythm=rhythm), [one for one in sent if one.at > now - WEEK]
        assert when(Lane.nudge, habits, recent, busy_until=None, not_after=None, now=now) == now


@given(events)
def test_answer__is_never_held_back(wanted: list[tuple[Lane, int]]) -> None:
    sent = [Sent(lane, at(MONDAY) + timedelta(minutes=minutes)) for lane, minutes in wanted]
    assert all(may_send(lane, at(WEDNESDAY), sent, AMSTERDAM) for lane in ASKED)


@pytest.mark.parametrize(
    ("after", "jitter", "slot"),
    [
        (local(24, 9, 0), 0, local(24, 12, 15)),
        (local(24, 12, 15), 0, local(24, 15, 45)),
        (local(24, 12, 0), -20, local(24, 15, 25)),
        (local(24, 9, 0), 90, local(24, 12, 35)),
        (local(26, 16, 0), 0, local(31, 12, 15)),
    ],
)
def test_slot__is_around_lunch_or_the_end_of_the_day(after: datetime, jitter: int, slot: datetime) -> None:
    found = next_slot(after, lambda day: day.weekday() < 5, jitter)
    assert found == slot


def test_slot__passes_over_a_holiday_and_never_comes_for_who_does_not_work() -> None:
    holiday = date(2026, 11, 25)
    found = next_slot(datetime(2026, 11, 24, 18, tzinfo=AMSTERDAM), lambda day: day != holiday)
    assert found == datetime(2026, 11, 26, 12, 15, tzinfo=AMSTERDAM)
    with pytest.raises(ValueError, match="works on no day"):
        next_slot(datetime(2026, 11, 24, 18, tzinfo=AMSTERDAM), lambda _: False)


NOW = at(FRIDAY)


def nudged(*days: float, tapped: tuple[float, ...] = ()) -> list[tuple[datetime, bool]]:
    return [(NOW - timedelta(days=one), one in tapped) for one in days]


@pytest.mark.parametrize(
    ("nudges", "started", "count"),
    [
        (nudged(8, 15, 22), None, 3),
        (nudged(3, 8, 15), None, 2),
        (nudged(8, 15, 22, tapped=(15,)), None, 1),
        (nudged(3, 8, 15, tapped=(3,)), None, 0),
        (nudged(8, 15, 22), NOW - timedelta(days=10), 1),
        ([], None, 0),
    ],
)
def test_ignored__is_no_tap_in_a_week(
    nudges: list[tuple[datetime, bool]], started: datetime | None, count: int
) -> None:
    assert ignored_in_a_row(nudges, started, NOW) == count


@pytest.mark.parametrize(
    ("ignored", "week", "gap", "digest", "asks"),
    [
        (0, None, timedelta(hours=48), 7, False),
        (2, 1, timedelta(hours=48), 7, False),
        (3, None, timedelta(days=7), 7, True),
        (4, None, timedelta(days=7), 7, False),
        (5, 1, timedelta(days=14), 7, False),
        (6, None, None, 56, False),
        (40, 1, None, 56, False),
        (0, 0, None, 7, False),
    ],
)
def test_back_off__halves_after_three_and_nearly_ends_after_six(
    ignored: int, week: int | None, gap: timedelta | None, digest: int, asks: bool
) -> None:
    found = pace(ignored, week=week)
    assert (found.nudge_gap, found.digest_gap, found.ask_topics) == (gap, timedelta(days=digest), asks)
