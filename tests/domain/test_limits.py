"""How much may be done in a while."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.counter import MOST_KNOWN, Counter, place_of
from domain.limits import Limit, spend

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
THREE = Limit(3, timedelta(minutes=1))


def many(count: int, limit: Limit, now: datetime, until: datetime | None = None) -> tuple[int, datetime]:
    """Return how many of so many in a row are let through, and until when that weighs."""
    through = 0
    for _ in range(count):
        if (after := spend(until, now, limit)) is not None:
            through, until = through + 1, after
    assert until is not None
    return through, until


def test_limit__lets_some_through_at_once_and_then_one_in_a_while() -> None:
    through, until = many(10, THREE, NOW)
    assert through == 3
    assert many(10, THREE, NOW + timedelta(seconds=59), until)[0] == 0
    assert many(10, THREE, NOW + timedelta(seconds=60), until)[0] == 1
    assert many(10, THREE, NOW + timedelta(minutes=2), until)[0] == 2
    assert many(10, THREE, NOW + timedelta(days=9), until)[0] == 3


def test_limit__over_a_day_is_what_it_says() -> None:
    until, through = None, 0
    for second in range(3600):
        if (after := spend(until, NOW + timedelta(seconds=second), THREE)) is not None:
            until, through = after, through + 1
    assert through == 3 + 59


def test_counter__counts_each_for_itself_and_forgets_who_is_through() -> None:
    counter = Counter(THREE)
    assert [counter.spend("Anna", NOW) for _ in range(4)] == [True, True, True, False]
    assert not counter.has_room("Anna", NOW)
    assert counter.has_room("Bob", NOW)
    later = NOW + timedelta(hours=1)
    for number in range(MOST_KNOWN + 10):
        counter.spend(f"p{number}", later)
    assert len(counter._until) <= MOST_KNOWN
    assert counter.has_room("Anna", later)


def test_place__is_an_address_and_of_ipv6_its_network() -> None:
    assert place_of("192.0.2.7") == "192.0.2.7"
    assert place_of("2001:db8:1:2:3::4") == place_of("2001:db8:1:2::ffff") == "2001:db8:1:2::/64"
    assert place_of("2001:db8:1:3::1") != place_of("2001:db8:1:2::1")
    assert place_of("testclient") == "testclient"
