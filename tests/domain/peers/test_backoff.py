"""When somebody is nudged: slots, what is ignored, and back-off."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.peers.backoff import ignored_in_a_row, next_slot, pace

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def local(day: int, hour: int, minute: int) -> datetime:
    """Return a moment of November 2026 where people are; day 31 is the first of December."""
    return datetime(2026, 11, 1, hour, minute, tzinfo=AMSTERDAM) + timedelta(days=day - 1)


def test_friday_evening__is_followed_by_tuesday_at_lunch() -> None:
    assert next_slot(datetime(2026, 11, 27, 17, 40, tzinfo=AMSTERDAM), lambda day: day.weekday() < 5) == (
        datetime(2026, 12, 1, 12, 15, tzinfo=AMSTERDAM)
    )


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


NOW = local(27, 12, 15)


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
    ("ignored", "week", "gap", "digest"),
    [
        (0, None, timedelta(hours=48), 7),
        (2, 1, timedelta(hours=48), 7),
        (3, None, timedelta(days=7), 7),
        (5, 1, timedelta(days=14), 7),
        (6, None, None, 56),
        (40, 1, None, 56),
        (0, 0, None, 7),
    ],
)
def test_back_off__halves_after_three_and_nearly_ends_after_six(
    ignored: int, week: int | None, gap: timedelta | None, digest: int
) -> None:
    found = pace(ignored, week=week)
    assert (found.nudge_gap, found.digest_gap) == (gap, timedelta(days=digest))
