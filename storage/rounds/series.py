"""Rounds that are to come: planning one, planning the next of its series, putting off, and taking back."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa

from domain.people import Member
from domain.rounds import RoundState, rule_of
from storage import organisations, schedules
from storage.database import Connection, add_once, new_public_id
from storage.rounds.rows import Plan, Round
from storage.rounds.running import move
from storage.tables import rounds

KIND = "round"  # its schedules; each is about a series


def plan(connection: Connection, author: Member, wanted: Plan, now: datetime) -> str:
    """Store a round with the schedule by which it comes; return its public name, and that of its series."""
    name = new_public_id()
    _add(connection, author.organisation_id, author.id, wanted, name, name, number=0)
    zone = organisations.by_id(connection, author.organisation_id).timezone
    rule = rule_of(wanted.rhythm, wanted.opens_at, wanted.until, zone)
    schedules.add(connection, author.organisation_id, kind=KIND, reference=name, rule=rule, now=now)
    return name


def plan_next(connection: Connection, after: Round, wanted: Plan) -> bool:
    """Store the round of a series that comes after one; False when it is there already."""
    return _add(
        connection,
        after.organisation_id,
        after.author_id,
        wanted,
        new_public_id(),
        after.series,
        number=after.number + 1,
    )


def _add(
    connection: Connection,
    organisation_id: int,
    author_id: int | None,
    wanted: Plan,
    name: str,
    series: str,
    *,
    number: int,
) -> bool:
    return add_once(
        connection,
        rounds,
        public_id=name,
        organisation_id=organisation_id,
        author_id=author_id,
        ready=wanted.ready,
        topic=wanted.topic,
        sender=wanted.sender,
        audience=wanted.audience.code,
        questions=[one.as_row() for one in wanted.questions],
        split=wanted.split,
        rhythm=wanted.rhythm.value,
        series=series,
        number=number,
        until=wanted.until,
        days_open=wanted.days_open,
        feedback_days=wanted.feedback_days,
        opens_at=wanted.opens_at,
        closes_at=wanted.closes_at,
        feedback_at=wanted.feedback_at,
        state=RoundState.planned.value,
        parts=[],
    )


def put_off(connection: Connection, one: Round, wanted: Plan) -> None:
    """Let a round that did not open open later."""
    move(
        connection,
        one,
        RoundState.planned,
        opens_at=wanted.opens_at,
        closes_at=wanted.closes_at,
        feedback_at=wanted.feedback_at,
    )


def next_opening(connection: Connection, one: Round) -> datetime | None:
    """Return when its series comes next; None when it does not."""
    return schedules.coming(connection, one.organisation_id, KIND).get(one.series)


def cancel(connection: Connection, one: Round) -> bool:
    """Take back a round that is not open yet, and so the rest of its series."""
    schedules.stop(connection, one.organisation_id, KIND, one.series)
    return move(connection, one, RoundState.planned, state=RoundState.cancelled.value)


def end_series(connection: Connection, one: Round, today: date) -> None:
    """Let no round come after those that are open; one that waits is taken back."""
    schedules.stop(connection, one.organisation_id, KIND, one.series)
    series = sa.and_(rounds.c.organisation_id == one.organisation_id, rounds.c.series == one.series)
    connection.execute(sa.update(rounds).where(series).values(until=today))
    waiting = sa.and_(series, rounds.c.state == RoundState.planned.value)
    connection.execute(sa.update(rounds).where(waiting).values(state=RoundState.cancelled.value))
