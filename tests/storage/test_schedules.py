"""Schedules are exact with several processes, and after a standstill."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time, timedelta

import pytest
import sqlalchemy as sa

from domain.schedules import Every, Rule
from storage import organisations, schedules
from storage.database import Connection, Database
from storage.tables import firings

# A Tuesday, ten o'clock in Amsterdam.
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def organisation(database: Database) -> int:
    with database.transaction() as connection:
        return organisations.add(connection, "Proef", "nl", "Europe/Amsterdam", NOW).id


def rule(every: Every = Every.day, at: time = time(11), **more: date) -> Rule:
    return Rule(every, at, date(2026, 11, 24), "Europe/Amsterdam", **more)


def take(connection: Connection, now: datetime) -> list[tuple[str, date, bool]]:
    return [(one.reference, one.day, one.skipped) for one in schedules.take_due(connection, "round", now)]


def test_schedule__is_due_once_a_day_whoever_looks(database: Database, organisation: int) -> None:
    with database.transaction() as connection:
        for number in range(40):
            schedules.add(
                connection, organisation, kind="round", reference=f"r{number}", rule=rule(), now=NOW
            )

    def look(_number: int) -> int:
        found = 0
        for minutes in range(59, 80):
            with database.transaction() as connection:
                found += len(
                    schedules.take_due(connection, "round", NOW + timedelta(minutes=minutes), most=3)
                )
        return found

    # On SQLite one process writes.
    with ThreadPoolExecutor(1 if database.is_sqlite else 3) as pool:
        assert sum(pool.map(look, range(3))) == 40
    with database.reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(firings)).scalar_one() == 40


def test_schedule__that_is_rolled_back_is_due_again(database: Database, organisation: int) -> None:
    due = NOW + timedelta(hours=1)
    with database.transaction() as connection:
        schedules.add(connection, organisation, kind="round", reference="r", rule=rule(), now=NOW)
    with pytest.raises(RuntimeError), database.transaction() as connection:
        assert take(connection, due)
        raise RuntimeError
    with database.transaction() as connection:
        assert take(connection, due) == [("r", date(2026, 11, 24), False)]
        assert take(connection, due) == []


@pytest.mark.parametrize(
    ("late", "skipped"),
    [(timedelta(minutes=4), False), (timedelta(hours=2), False), (timedelta(hours=3), True)],
)
def test_schedule__that_is_late_comes_within_two_hours_and_not_later(
    database: Database, organisation: int, late: timedelta, skipped: bool
) -> None:
    with database.transaction() as connection:
        schedules.add(connection, organisation, kind="round", reference="r", rule=rule(), now=NOW)
        assert take(connection, NOW + timedelta(hours=1) + late) == [("r", date(2026, 11, 24), skipped)]


def test_schedule__that_is_late_does_not_come_in_the_evening(database: Database, organisation: int) -> None:
    with database.transaction() as connection:
        late = rule(at=time(17))
        schedules.add(connection, organisation, kind="round", reference="r", rule=late, now=NOW)
        assert take(connection, NOW + timedelta(hours=8)) == [("r", date(2026, 11, 24), True)]


def test_standstill__of_three_weeks_skips_each_day_once_and_goes_on(
    database: Database, organisation: int
) -> None:
    with database.transaction() as connection:
        schedules.add(connection, organisation, kind="round", reference="r", rule=rule(), now=NOW)
        found = take(connection, NOW + timedelta(days=21, hours=1))
        assert len(found) == 22
        assert [skipped for _, _, skipped in found] == [True] * 21 + [False]
        assert take(connection, NOW + timedelta(days=21, hours=1)) == []
        assert len(take(connection, NOW + timedelta(days=22, hours=1))) == 1


def test_schedule__ends_with_its_rule_or_when_stopped(database: Database, organisation: int) -> None:
    with database.transaction() as connection:
        add = {"kind": "round", "now": NOW}
        over = rule(last=date(2026, 11, 23))
        assert not schedules.add(connection, organisation, reference="o", rule=over, **add)  # type: ignore[arg-type]
        for name in ("a", "b"):
            schedules.add(connection, organisation, reference=name, rule=rule(Every.once), **add)  # type: ignore[arg-type]
        assert set(schedules.coming(connection, organisation, "round")) == {"a", "b"}
        assert schedules.stop(connection, organisation, "round", "b")
        assert not schedules.stop(connection, organisation, "round", "b")
        assert take(connection, NOW + timedelta(hours=1)) == [("a", date(2026, 11, 24), False)]
        assert schedules.coming(connection, organisation, "round") == {}
