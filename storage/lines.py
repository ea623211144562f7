"""The page's own log: what the program said, and the reader's own words after the guard, for 90 days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from domain.people import Member
from storage.database import Connection
from storage.tables import lines

KEPT = timedelta(days=90)


@dataclass(frozen=True)
class Line:
    """One line of the page: a message of the program, an edit of one, or the reader's own words."""

    id: int
    mine: str | None
    payload: Mapping[str, Any] | None
    target: int | None
    at: datetime


def add(
    connection: Connection,
    member: Member,
    *,
    now: datetime,
    payload: Mapping[str, Any] | None = None,
    mine: str | None = None,
    target: str | None = None,
    delivery_id: int | None = None,
) -> int:
    """Add a line for a member and return its number; `target` is the line it replaces."""
    return add_for(
        connection,
        member.organisation_id,
        member.id,
        now=now,
        payload=payload,
        mine=mine,
        target=target,
        delivery_id=delivery_id,
    )


def add_for(
    connection: Connection,
    organisation_id: int,
    member_id: int,
    *,
    now: datetime,
    payload: Mapping[str, Any] | None = None,
    mine: str | None = None,
    target: str | None = None,
    delivery_id: int | None = None,
) -> int:
    """Add a line for the member of that number."""
    row = {
        "organisation_id": organisation_id,
        "member_id": member_id,
        "delivery_id": delivery_id,
        "mine": mine,
        "payload": payload,
        "target": int(target) if target and target.isdigit() else None,
        "at": now,
    }
    return int(connection.execute(_INSERT, row).scalar_one())


_INSERT = sa.insert(lines).returning(lines.c.id)


def after(connection: Connection, member_id: int, number: int, most: int = 500) -> tuple[Line, ...]:
    """Return a member's lines with a higher number, oldest first."""
    rows = connection.execute(
        sa.select(lines)
        .where(lines.c.member_id == member_id, lines.c.id > number)
        .order_by(lines.c.id)
        .limit(most)
    )
    return tuple(Line(row.id, row.mine, row.payload, row.target, row.at) for row in rows)


def newest(connection: Connection, member_id: int, most: int = 200) -> tuple[Line, ...]:
    """Return a member's last lines, oldest first."""
    rows = connection.execute(
        sa.select(lines).where(lines.c.member_id == member_id).order_by(lines.c.id.desc()).limit(most)
    ).all()
    return tuple(Line(row.id, row.mine, row.payload, row.target, row.at) for row in reversed(rows))


def forget_old(connection: Connection, now: datetime) -> None:
    """Remove the lines that are 90 days old."""
    connection.execute(sa.delete(lines).where(lines.c.at < now - KEPT))
