"""Finding rounds: one by its name, a coordinator's own, and those for which something is to be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from domain.people import COORDINATORS, State
from domain.rounds import RoundState, question_of
from storage.database import Connection
from storage.rounds.rows import ASKERS, ROUND, Round, read
from storage.tables import members, round_members, rounds


def by_public_id(connection: Connection, organisation_id: int, public_id: str) -> Round | None:
    """Return one round; absent and another organisation's look the same."""
    row = connection.execute(
        ROUND.where(rounds.c.organisation_id == organisation_id, rounds.c.public_id == public_id)
    ).first()
    return read(row) if row else None


def of_author(connection: Connection, member_id: int, most: int) -> list[Round]:
    """Return the newest rounds of a coordinator, without those that were cancelled.

    What somebody still owed an answer on who left, or is no coordinator any more, is of every coordinator.
    """
    here = sa.select(members.c.organisation_id).where(members.c.id == member_id).scalar_subquery()
    running = rounds.c.state.in_([RoundState.open.value, RoundState.closed.value])
    left = sa.and_(rounds.c.organisation_id == here, ASKERS.c.id.is_(None), running)
    mine = sa.and_(rounds.c.author_id == member_id, rounds.c.state != RoundState.cancelled.value)
    query = ROUND.where(sa.or_(mine, left))
    return [read(row) for row in connection.execute(query.order_by(rounds.c.id.desc()).limit(most))]


def overdue(connection: Connection, member_id: int, now: datetime) -> Round | None:
    """Return the oldest round of a coordinator of which people should have heard what comes of it."""
    query = ROUND.where(
        rounds.c.author_id == member_id,
        rounds.c.state == RoundState.closed.value,
        rounds.c.feedback_at < now,
    )
    row = connection.execute(query.order_by(rounds.c.feedback_at).limit(1)).first()
    return read(row) if row else None


def answering(connection: Connection, one: Round) -> list[int]:
    """Return who owes an answer on a round: who asked, or every coordinator once they left."""
    if one.author_id is not None:
        return [one.author_id]
    query = sa.select(members.c.id).where(
        members.c.organisation_id == one.organisation_id,
        members.c.state == State.active.value,
        members.c.role.in_([role.value for role in COORDINATORS]),
    )
    return list(connection.execute(query.order_by(members.c.id)).scalars())


def planned(connection: Connection, organisation_id: int, series: str) -> Round | None:
    """Return the round of a series that is not open yet."""
    query = ROUND.where(
        rounds.c.organisation_id == organisation_id,
        rounds.c.series == series,
        rounds.c.state == RoundState.planned.value,
    )
    row = connection.execute(query).first()
    return read(row) if row else None


def before(connection: Connection, one: Round) -> Round | None:
    """Return the round before this one in its series."""
    query = ROUND.where(rounds.c.series == one.series, rounds.c.number == one.number - 1)
    row = connection.execute(query).first()
    return read(row) if row and row.outcome else None


def asked_choices(
    connection: Connection,
    organisation_id: int,
    member_ids: Sequence[int],
    since: datetime,
    *,
    but_of: str = "",
) -> set[str]:
    """Return the choices that were put to some of these members since then, but in the series `but_of`."""
    asked = sa.select(round_members.c.round_id).where(round_members.c.member_id.in_(member_ids))
    rows = connection.execute(
        sa.select(rounds.c.questions).where(
            rounds.c.organisation_id == organisation_id,
            rounds.c.opens_at >= since,
            rounds.c.series != but_of,
            rounds.c.id.in_(asked),
        )
    ).scalars()
    found = (question_of(one) for row in rows for one in row)
    return {one.bare for one in found if one.kind == "choice"}


def due(connection: Connection, now: datetime) -> list[Round]:
    """Return the rounds for which something is to be done: to remind, to close, or to tell of."""
    to_tell = (
        sa.select(sa.literal(1))
        .where(round_members.c.round_id == rounds.c.id, round_members.c.told < rounds.c.stage)
        .exists()
    )
    query = ROUND.where(
        sa.or_(
            sa.and_(rounds.c.state == RoundState.open.value, rounds.c.closes_at <= now),
            sa.and_(rounds.c.state == RoundState.open.value, rounds.c.stage == 1),
            sa.and_(rounds.c.state != RoundState.cancelled.value, to_tell),
        )
    )
    return [read(row) for row in connection.execute(query.order_by(rounds.c.id))]


def owed(connection: Connection, now: datetime) -> list[Round]:
    """Return the rounds that are closed, whose feedback is due by now."""
    query = ROUND.where(rounds.c.state == RoundState.closed.value, rounds.c.feedback_at <= now)
    return [read(row) for row in connection.execute(query.order_by(rounds.c.id))]
