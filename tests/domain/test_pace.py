"""The pace that all processes share."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from domain.pace import BULK_SHARE, BURST, LONGEST_WAIT, Meter, book, replies_from, reserve

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
QUIET = Meter(NOW - timedelta(hours=1), NOW - timedelta(hours=1))


def said_in(seconds: float, plain: int, bulk: int, replies_a_second: float = 0, rate: float = 28) -> int:
    """How many are said by somebody who asks again as soon as they have said what they may."""
    meter, now, said, booked = QUIET, NOW, 0, 0.0
    while now < NOW + timedelta(seconds=seconds):
        due = (now - NOW).total_seconds() * replies_a_second
        meter, booked = book(meter, rate, int(due - booked), now), booked + int(due - booked)
        taken = reserve(meter, rate, plain, bulk, now)
        if taken is None:
            now += timedelta(milliseconds=100)
            continue
        meter, grant = taken
        now = max(now, grant.at) + timedelta(milliseconds=1)
        said += grant.count
    return said


def test_pace__is_reached_and_not_passed() -> None:
    """But for the burst at the beginning."""
    most = 28 * (60 + BURST.total_seconds()) + 2
    assert 0.99 * 28 * 60 <= said_in(60, 2, 0) <= most


def test_broadcast__takes_at_most_eighty_percent() -> None:
    most = BULK_SHARE * 28 * (60 + BURST.total_seconds()) + 3
    assert 0.99 * BULK_SHARE * 28 * 60 <= said_in(60, 0, 2) <= most


def test_broadcast__makes_room_for_replies() -> None:
    said = said_in(60, 0, 2, replies_a_second=14)
    assert said <= 1.01 * 28 * 60 - 14 * 60 + 10
    assert said >= 0.9 * 14 * 60


def test_reply__goes_at_once_until_more_went_out_than_the_pace_allows() -> None:
    few, many = book(QUIET, 28, 14, NOW), book(QUIET, 28, 56, NOW)
    assert replies_from(few, NOW) == NOW
    assert NOW < replies_from(many, NOW) < NOW + timedelta(seconds=2)


def test_pause__holds_back_everything() -> None:
    until = NOW + timedelta(seconds=9)
    paused = Meter(NOW, NOW, paused_until=until)
    assert reserve(paused, 28, 1, 0, NOW) is None
    assert replies_from(paused, NOW) == until
    assert reserve(paused, 28, 1, 0, until) is not None


def test_meter__does_not_go_far_ahead_nor_stay_there_after_a_wrong_clock() -> None:
    ahead = Meter(NOW + timedelta(seconds=5), NOW)
    assert reserve(ahead, 28, 1, 0, NOW) is None
    taken = reserve(QUIET, 28, 20, 0, NOW)
    assert taken is not None
    assert taken[1].at <= NOW + LONGEST_WAIT
    wrong = Meter(NOW + timedelta(hours=1), NOW + timedelta(hours=1))
    assert wrong.sane(NOW).spoken_until == NOW
