"""Schedules: when each is next due, and what became of each day it was due, exact with several processes.

Nobody leads. Every process looks; who holds the row of a schedule decides, and a day can be decided once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from domain.rhythm import Habits
from domain.schedules import Rule, in_time, next_fire
from storage.database import Connection, add_once
from storage.tables import firings, schedules

MOST_MISSED = 400  # days that are noted as missed at once, after a long standstill


@dataclass(frozen=True)
class Firing:
    """One day on which a schedule was due."""

    schedule_id: int
    organisation_id: int
    kind: str
    reference: str  # what it is about, as its capability names it
    day: date  # in the zone of the rule
    due_at: datetime
    skipped: bool  # too late: nothing is done, and the coordinator is told


def add(
    connection: Connection, organisation_id: int, *, kind: str, reference: str, rule: Rule, now: datetime
) -> bool:
    """Schedule this, unless it was already; False then, and when its rule is over."""
    due = next_fire(rule, now)
    return due is not None and add_once(
        connection,
        schedules,
        organisation_id=organisation_id,
        kind=kind,
        reference=reference,
        rule=rule.stored(),
        next_fire=due,
        created_at=now,
    )


def stop(connection: Connection, organisation_id: int, kind: str, reference: str) -> bool:
    """Let what is scheduled for this happen no more; False when nothing was."""
    stopped = connection.execute(
        sa.update(schedules)
        .where(
            schedules.c.organisation_id == organisation_id,
            schedules.c.kind == kind,
            schedules.c.reference == reference,
            schedules.c.next_fire.is_not(None),
        )
        .values(next_fire=None)
        .returning(schedules.c.id)
    )
    return bool(stopped.all())


def take_due(connection: Connection, kind: str, now: datetime, most: int = 20) -> tuple[Firing, ...]:
    """Return what is due now, each day of each schedule once; who takes it acts in the same transaction.

    After a standstill the days that were missed come as skipped, and of these too each comes once.
    """
    due = connection.execute(
        sa.select(schedules)
        .where(schedules.c.kind == kind, schedules.c.next_fire <= now)
        .order_by(schedules.c.next_fire, schedules.c.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    ).all()
    return tuple(firing for row in due for firing in _fire(connection, row, now))


def _fire(connection: Connection, row: Any, now: datetime) -> list[Firing]:
    rule = Rule.read(row.rule)
    zone, hours = ZoneInfo(rule.zone), Habits(zone=rule.zone)
    found: list[Firing] = []
    due: datetime | None = row.next_fire
    while due is not None and due <= now and len(found) < MOST_MISSED:
        day = due.astimezone(zone).date()
        skipped = not in_time(due, now, hours)
        if add_once(
            connection,
            firings,
            schedule_id=row.id,
            day=day,
            organisation_id=row.organisation_id,
            due_at=due,
            skipped=skipped,
            at=now,
        ):
            found.append(Firing(row.id, row.organisation_id, row.kind, row.reference, day, due, skipped))
        due = next_fire(rule, due)
    connection.execute(sa.update(schedules).where(schedules.c.id == row.id).values(next_fire=due))
    return found


def coming(connection: Connection, organisation_id: int, kind: str) -> dict[str, datetime]:
    """Return when each of an organisation's schedules of a kind is next due, by what it is about."""
    rows = connection.execute(
        sa.select(schedules.c.reference, schedules.c.next_fire).where(
            schedules.c.organisation_id == organisation_id,
            schedules.c.kind == kind,
            schedules.c.next_fire.is_not(None),
        )
    )
    return {row.reference: row.next_fire for row in rows}
