"""Pledges: what a member wants to try, and when they are asked how it went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.people import Member
from domain.practices import Practice, PracticeState
from domain.trials import Pledge, PledgeState, When
from storage.database import Connection, insert_into, new_public_id
from storage.tables import pledges, practices

AT_ONCE = 200  # pledges that one sweep looks at
_NOT_OVER = (PledgeState.open.value, PledgeState.asked.value)


@dataclass(frozen=True)
class Due:
    """A pledge whose moment has come: whose it is, and what it is about."""

    pledge: Pledge
    practice: str
    title: str
    on_show: bool


def _pledge(row: sa.Row[Any]) -> Pledge:
    return Pledge(
        row.id,
        row.public_id,
        row.member_id,
        row.practice_id,
        When(row.moment),
        row.plan,
        PledgeState(row.state),
        row.asked,
        row.due_at,
        row.at,
    )


def make(
    connection: Connection, practice: Practice, member: Member, when: When, due_at: datetime, now: datetime
) -> Pledge:
    """Note that a member wants to try a practice; said again it is the same pledge, asked about afresh."""
    fresh = {
        "public_id": new_public_id(),
        "moment": when.value,
        "state": PledgeState.open.value,
        "plan": "",
        "asked": 0,
        "due_at": due_at,
        "at": now,
    }
    row = connection.execute(
        insert_into(connection, pledges)
        .values(
            organisation_id=member.organisation_id,
            practice_id=practice.id,
            member_id=member.id,
            **fresh,
        )
        .on_conflict_do_update(index_elements=[pledges.c.practice_id, pledges.c.member_id], set_=fresh)
        .returning(pledges)
    ).one()
    return _pledge(row)


def of(connection: Connection, practice_id: int, member_id: int) -> Pledge | None:
    """Return the pledge of this member about this practice."""
    row = connection.execute(
        sa.select(pledges).where(pledges.c.practice_id == practice_id, pledges.c.member_id == member_id)
    ).first()
    return _pledge(row) if row else None


def set_moment(connection: Connection, pledge: Pledge, when: When, due_at: datetime) -> None:
    """Say when one wants to try it."""
    _change(connection, pledge, moment=when.value, due_at=due_at)


def set_plan(connection: Connection, pledge: Pledge, plan: str) -> None:
    """Keep the if-then plan with a pledge."""
    _change(connection, pledge, plan=plan)


def ask_never(connection: Connection, pledge: Pledge) -> None:
    """Keep a pledge without asking about it."""
    _change(connection, pledge, due_at=None)


def mark_asked(connection: Connection, pledge: Pledge, closes_at: datetime) -> None:
    """Note that it was asked about once more, and until when an answer is waited for."""
    _change(connection, pledge, state=PledgeState.asked.value, asked=pledge.asked + 1, due_at=closes_at)


def ask_again(connection: Connection, pledge: Pledge, due_at: datetime) -> None:
    """Ask about it once more, later."""
    _change(connection, pledge, state=PledgeState.open.value, due_at=due_at)


def close(connection: Connection, pledge: Pledge, state: PledgeState) -> None:
    """Close a pledge: told, or let go."""
    _change(connection, pledge, state=state.value, due_at=None)


def _change(connection: Connection, pledge: Pledge, **values: Any) -> None:
    connection.execute(sa.update(pledges).where(pledges.c.id == pledge.id).values(**values))


def withdraw(connection: Connection, practice_id: int, member_id: int) -> None:
    """Take a pledge back: nothing of it is kept."""
    connection.execute(
        sa.delete(pledges).where(pledges.c.practice_id == practice_id, pledges.c.member_id == member_id)
    )


def of_member(connection: Connection, member: Member, *, most: int, skip: int) -> list[Pledge]:
    """Return what a member still wants to try, newest first."""
    rows = connection.execute(
        sa.select(pledges)
        .where(pledges.c.member_id == member.id, pledges.c.state.in_(_NOT_OVER))
        .order_by(pledges.c.at.desc(), pledges.c.id.desc())
        .limit(most)
        .offset(skip)
    )
    return [_pledge(row) for row in rows]


def due(connection: Connection, now: datetime) -> Sequence[Due]:
    """Return the open pledges whose moment has come, the oldest first, held for this transaction."""
    rows = connection.execute(
        sa.select(
            pledges,
            practices.c.public_id.label("practice"),
            practices.c.title,
            practices.c.state.label("practice_state"),
        )
        .join(practices, practices.c.id == pledges.c.practice_id)
        .where(pledges.c.state.in_(_NOT_OVER), pledges.c.due_at <= now)
        .order_by(pledges.c.due_at, pledges.c.id)
        .limit(AT_ONCE)
        .with_for_update(of=pledges, skip_locked=True)
    )
    return [
        Due(_pledge(row), row.practice, row.title, row.practice_state == PracticeState.published.value)
        for row in rows
    ]
