"""When rules are due, also on the nights the clock is changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.schedules import Every, Rule, moment_of, next_fire, next_weekday

HERE = "Europe/Amsterdam"
ZONE = ZoneInfo(HERE)
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


def local(*when: int) -> datetime:
    return datetime(*when, tzinfo=ZONE)  # type: ignore[misc, arg-type]


def firings(rule: Rule, after: datetime, until: datetime) -> list[datetime]:
    """Every moment the rule is due, one after the other as a schedule asks for them."""
    found = []
    moment = next_fire(rule, after)
    while moment is not None and moment <= until:
        found.append(moment)
        moment = next_fire(rule, moment)
    return found


@pytest.mark.parametrize("night", [SPRING, AUTUMN])
def test_night_of_the_change__each_minute_is_due_once(night: date) -> None:
    """A daily rule at each minute from midnight to four fires once on that day, at its own time."""
    noon = datetime.combine(night, time(12), ZONE)
    for minute in range(240):
        at = time(minute // 60, minute % 60)
        rule = Rule(Every.day, at, night - timedelta(days=2), HERE)
        found = firings(rule, noon - timedelta(days=2), noon + timedelta(days=1))
        days = [one.astimezone(ZONE).date() for one in found]
        assert days == [night + timedelta(days=step) for step in (-1, 0, 1)], at
        shown = found[1].astimezone(ZONE)
        missing = night == SPRING and at.hour == 2
        assert shown.time() == (time(3) if missing else at)
        assert shown.fold == 0


@pytest.mark.parametrize("night", [SPRING, AUTUMN])
def test_night_of_the_change__is_the_same_from_every_minute_of_it(night: date) -> None:
    """Asking again at any minute of that night skips nothing and repeats nothing."""
    rule = Rule(Every.day, time(2, 30), date(2026, 1, 1), HERE)
    due = moment_of(datetime.combine(night, rule.at), ZONE)
    start = datetime.combine(night, time(0), ZONE).astimezone(UTC)
    for minute in range(300):
        asked = start + timedelta(minutes=minute)
        tomorrow = moment_of(datetime.combine(night + timedelta(days=1), rule.at), ZONE)
        assert next_fire(rule, asked) == (due if asked < due else tomorrow)


def test_year__of_every_kind_of_rule_is_as_a_calendar_has_it() -> None:
    """A reference made by counting days, without the library."""
    first = date(2026, 1, 31)
    days = [first + timedelta(days=step) for step in range(366)]

    def month(one: date) -> int:
        return one.year * 12 + one.month - first.year * 12 - first.month

    def is_last(one: date) -> bool:
        return (one + timedelta(days=1)).month != one.month

    wanted = {
        Every.once: [first],
        Every.day: days,
        Every.week: [one for one in days if one.weekday() == first.weekday()],
        Every.fortnight: [one for one in days if (one - first).days % 14 == 0],
        Every.month: [one for one in days if is_last(one)],
        Every.quarter: [one for one in days if is_last(one) and month(one) % 3 == 0],
    }
    for every, expected in wanted.items():
        rule = Rule(every, time(10, 15), first, HERE, last=days[-1])
        found = firings(rule, local(2026, 1, 1), local(2028, 1, 1))
        assert [one.astimezone(ZONE).replace(tzinfo=None) for one in found] == [
            datetime.combine(one, time(10, 15)) for one in expected
        ], every


def test_month__of_the_thirtieth_takes_the_last_day_of_february() -> None:
    found = firings(
        Rule(Every.month, time(9), date(2027, 12, 30), HERE), local(2028, 1, 1), local(2028, 4, 1)
    )
    assert [one.astimezone(ZONE).day for one in found] == [30, 29, 30]


def test_rule__is_over_after_its_last_day() -> None:
    rule = Rule(Every.week, time(9), date(2026, 11, 24), HERE, last=date(2026, 12, 1))
    assert len(firings(rule, local(2026, 11, 1), local(2027, 6, 1))) == 2
    assert next_fire(Rule(Every.once, time(9), date(2026, 11, 24), HERE), local(2026, 11, 24, 9)) is None


def test_rule__comes_back_as_it_was_stored() -> None:
    for rule in (
        Rule(Every.quarter, time(12, 15), date(2026, 11, 24), HERE),
        Rule(Every.once, time(0), date(2026, 11, 24), "UTC", date(2026, 11, 24)),
    ):
        assert Rule.read(rule.stored()) == rule


def test_gap__of_another_size_ends_where_the_clock_goes_on() -> None:
    """On Lord Howe Island half an hour is skipped."""
    zone = ZoneInfo("Australia/Lord_Howe")
    found = moment_of(datetime.combine(date(2026, 10, 4), time(2, 10)), zone)
    assert found.astimezone(zone).time() == time(2, 30)


def test_next_weekday__is_never_today() -> None:
    tuesday = date(2026, 11, 24)
    assert next_weekday(1, tuesday) == date(2026, 12, 1)
    assert next_weekday(0, tuesday) == date(2026, 11, 30)
    assert next_weekday(2, tuesday) == date(2026, 11, 25)
