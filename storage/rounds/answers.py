"""How far who was asked is, and counts of what was answered, which nothing links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from storage.database import Connection
from storage.rounds.rows import Round
from storage.tables import round_answers, round_members, rounds


@dataclass(frozen=True)
class Progress:
    """How far somebody who was asked is; never what they answered."""

    member_id: int
    part: int
    told: int
    done: int
    took_part: bool
    declined: bool
    judged: bool


def of_round(one: Round) -> sa.Select[Any]:
    """Ask for who was asked in a round."""
    return sa.select(round_members).where(round_members.c.round_id == one.id)


def read_progress(row: Any) -> Progress:
    """Return the progress of a row."""
    return Progress(row.member_id, row.part, row.told, row.done, row.took_part, row.declined, row.judged)


def progress(connection: Connection, one: Round, member_id: int) -> Progress | None:
    """Return how far a member is; None when they were not asked."""
    row = connection.execute(of_round(one).where(round_members.c.member_id == member_id)).first()
    return read_progress(row) if row else None


def taking_part(connection: Connection, one: Round) -> set[int]:
    """Return who answered something: to compare rounds, and shown to nobody."""
    query = sa.select(round_members.c.member_id).where(
        round_members.c.round_id == one.id, round_members.c.took_part
    )
    return set(connection.execute(query).scalars())


def count_taking_part(connection: Connection, one: Round) -> int:
    """Count who answered something."""
    query = sa.select(sa.func.count()).where(round_members.c.round_id == one.id, round_members.c.took_part)
    return int(connection.execute(query).scalar_one())


def skip(connection: Connection, one: Round, member_id: int, question: int) -> bool:
    """Put a question behind a member without an answer; False when it was behind them already."""
    return _step(connection, one, member_id, question) is not None


def answer(connection: Connection, one: Round, member_id: int, question: int, option: int) -> bool:
    """Count an answer, once; False when it was answered or skipped already, or the round closed meanwhile."""
    row = _answers(connection, one, question)
    part = _step(connection, one, member_id, question, took_part=True) if row else None
    if row is None or part is None:
        return False
    row.counts[part][option] += 1
    _keep(connection, one, question, counts=row.counts)
    return True


def write(connection: Connection, one: Round, member_id: int, question: int, words: str) -> bool:
    """Add what a member wrote, by the alphabet; False when they did so already, or the round closed."""
    row = _answers(connection, one, question)
    if row is None or _step(connection, one, member_id, question, took_part=True) is None:
        return False
    _keep(connection, one, question, texts=sorted([*row.texts, words]))
    return True


def _step(connection: Connection, one: Round, member_id: int, question: int, **more: Any) -> int | None:
    """Put a question behind a member, once; return their part, or None when it was behind them already."""
    stepped = (
        sa.update(round_members)
        .where(
            round_members.c.round_id == one.id,
            round_members.c.member_id == member_id,
            round_members.c.done == question,
        )
        .values(done=question + 1, **more)
        .returning(round_members.c.part)
    )
    found: int | None = connection.execute(stepped).scalar()
    return found


def _answers(connection: Connection, one: Round, question: int) -> Any:
    """Read the one row of a question, held until the commit: closing waits for it. None once it closed."""
    return connection.execute(
        sa.select(round_answers.c.counts, round_answers.c.texts)
        .where(round_answers.c.round_id == one.id, round_answers.c.question == question)
        .with_for_update()
    ).first()


def _keep(connection: Connection, one: Round, question: int, **values: Any) -> None:
    where = sa.and_(round_answers.c.round_id == one.id, round_answers.c.question == question)
    connection.execute(sa.update(round_answers).where(where).values(**values))


def decline(connection: Connection, one: Round, member_id: int) -> None:
    """Ask a member nothing more in this round."""
    connection.execute(
        sa.update(round_members)
        .where(round_members.c.round_id == one.id, round_members.c.member_id == member_id)
        .values(declined=True)
    )


def judge(connection: Connection, one: Round, member_id: int, *, right: bool) -> bool:
    """Count what a member thinks of the feedback, once; who thinks what is not kept."""
    judged = (
        sa.update(round_members)
        .where(
            round_members.c.round_id == one.id,
            round_members.c.member_id == member_id,
            sa.not_(round_members.c.judged),
        )
        .values(judged=True)
        .returning(round_members.c.member_id)
    )
    if connection.execute(judged).first() is None:
        return False
    # Written for either, so that the row does not tell which of them it was.
    add = sa.update(rounds).where(rounds.c.id == one.id)
    connection.execute(add.values(not_right=rounds.c.not_right + (0 if right else 1)))
    return True
