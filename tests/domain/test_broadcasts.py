"""When a message to a group goes out, and what may be told about it."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain import broadcasts
from domain.broadcasts import PAUSE

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("recipients", "local", "waits"),
    [
        (100, TUESDAY, False),
        (101, TUESDAY, True),
        (3, TUESDAY.replace(hour=8, minute=29), True),
        (3, TUESDAY.replace(hour=8, minute=30), False),
        (3, TUESDAY.replace(hour=17, minute=30), True),
        (3, TUESDAY + timedelta(days=4), True),
    ],
)
def test_broadcast__that_is_large_or_out_of_hours_waits_five_minutes(
    recipients: int, local: datetime, waits: bool
) -> None:
    begins = broadcasts.start(None, recipients, local, local)
    assert begins == (local + PAUSE if waits else local)


def test_broadcast__goes_out_at_its_moment_and_not_before_the_pause_is_over() -> None:
    noon = TUESDAY + timedelta(hours=2)
    assert broadcasts.start(noon, 500, TUESDAY, TUESDAY) == noon
    soon = TUESDAY + timedelta(minutes=1)
    assert broadcasts.start(soon, 500, TUESDAY, TUESDAY) == TUESDAY + PAUSE
    assert broadcasts.start(soon, 5, TUESDAY, TUESDAY) == soon


@pytest.mark.parametrize(
    ("minutes", "crowded"),
    [
        ((), False),
        ((-10,), False),
        ((-10, -59), True),
        ((-10, -60), False),
        ((10, 30), True),
        ((-90, 90), False),
    ],
)
def test_hour__has_two_broadcasts_at_most(minutes: tuple[int, ...], crowded: bool) -> None:
    starts = [TUESDAY + timedelta(minutes=one) for one in minutes]
    assert broadcasts.is_crowded(starts, TUESDAY) is crowded


@pytest.mark.parametrize(
    ("recipients", "presses", "told"),
    [(9, 9, None), (10, 4, None), (10, 5, 5), (10, 9, 5), (200, 14, 10), (200, 15, 15)],
)
def test_presses__are_told_by_fives_and_not_of_a_small_group(
    recipients: int, presses: int, told: int | None
) -> None:
    assert broadcasts.told_presses(recipients, presses) == told


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("morgen 10:00", "2026-11-25 10:00"),
        ("Morgen om 10 uur", "2026-11-25 10:00"),
        ("morgen", "2026-11-25 09:00"),
        ("overmorgen 8.45", "2026-11-26 08:45"),
        ("14:30", "2026-11-24 14:30"),
        ("vandaag 16u", "2026-11-24 16:00"),
        ("maandag 9:15", "2026-11-30 09:15"),
        ("dinsdag", "2026-12-01 09:00"),
        ("3 december 13:00", "2026-12-03 13:00"),
        ("donderdag 3 december om 13:00 uur", "2026-12-03 13:00"),
        ("3-12 13:00", "2026-12-03 13:00"),
        ("2 jan", "2027-01-02 09:00"),
        ("friday at 11:00", "2026-11-27 11:00"),
        ("3 dec", "2026-12-03 09:00"),
        ("9:00", None),
        ("vandaag", None),
        ("31-2", None),
        ("25:00", None),
        ("12 mei", None),
        ("nooit", None),
        ("morgen na de lunch", None),
        ("", None),
        ("10", None),
    ],
)
def test_moment__is_read_as_people_type_it(words: str, moment: str | None) -> None:
    found = broadcasts.read_moment(words, TUESDAY)
    assert (found and found.strftime("%Y-%m-%d %H:%M")) == moment


def test_next_morning__is_a_working_day() -> None:
    friday = TUESDAY + timedelta(days=3)
    assert broadcasts.next_morning(friday).strftime("%a %H:%M") == "Mon 09:00"
    assert broadcasts.next_morning(friday.replace(hour=3)).strftime("%a %H:%M") == "Fri 09:00"


def test_looking__is_seldom_once_only_absent_people_are_left() -> None:
    assert broadcasts.look_again(timedelta(minutes=1)) == timedelta(seconds=5)
    assert broadcasts.look_again(timedelta(hours=1)) == timedelta(minutes=10)
