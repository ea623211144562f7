"""The page's own log: what the program said, and the reader's own words after the guard, for 90 days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from domain.delivery import OWN_DATA
from domain.people import Member
from domain.retention import DEFAULTS
from storage.database import Connection
from storage.tables import lines

KEPT = DEFAULTS.span("lines")


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
) -> int:
    """Add a line for the member of that number."""
    row = {
        "organisation_id": organisation_id,
        "member_id": member_id,
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


def page(
    connection: Connection, member_id: int, before: int | None = None, most: int = 40
) -> tuple[Line, ...]:
    """Return a member's last messages (before number `before`) as they read now, oldest first.

    Each keeps the number it was first said under, and has the words of its last edit.
    """
    edited = lines.alias()
    # An edit of something that was forgotten after 90 days stands on its own.
    original = sa.or_(
        lines.c.target.is_(None),
        ~sa.exists().where(edited.c.id == lines.c.target, edited.c.member_id == lines.c.member_id),
    )
    shown = sa.select(lines).where(lines.c.member_id == member_id, original)
    if before is not None:
        shown = shown.where(lines.c.id < before)
    rows = connection.execute(shown.order_by(lines.c.id.desc()).limit(most)).all()
    edits = sa.select(lines).where(
        lines.c.member_id == member_id, lines.c.target.in_([row.id for row in rows])
    )
    last = {row.target: row for row in connection.execute(edits.order_by(lines.c.id))}
    return tuple(
        Line(row.id, row.mine, last[row.id].payload if row.id in last else row.payload, row.target, row.at)
        for row in reversed(rows)
    )


def now_at(connection: Connection, member_id: int, number: int) -> Line | None:
    """Return one message of a member as it reads now; None when it is not there, or not theirs."""
    line = sa.select(lines).where(
        lines.c.member_id == member_id, sa.or_(lines.c.id == number, lines.c.target == number)
    )
    row = connection.execute(line.order_by(lines.c.id.desc()).limit(1)).first()
    return Line(number, row.mine, row.payload, row.target, row.at) if row else None


def newest_number(connection: Connection, member_id: int | None = None) -> int:
    """Return the highest number of a member's lines, or of anybody's; 0 when there is none."""
    query = sa.select(sa.func.max(lines.c.id))
    if member_id is not None:
        query = query.where(lines.c.member_id == member_id)
    return int(connection.execute(query).scalar() or 0)


def written_after(connection: Connection, number: int, most: int = 1000) -> tuple[tuple[int, int], ...]:
    """Return (number, member) of everybody's lines with a higher number, oldest first."""
    query = sa.select(lines.c.id, lines.c.member_id).where(lines.c.id > number)
    return tuple(
        (row.id, row.member_id) for row in connection.execute(query.order_by(lines.c.id).limit(most))
    )


def forget_old(connection: Connection, now: datetime, kept: timedelta = KEPT) -> None:
    """Remove the lines that are 90 days old."""
    connection.execute(sa.delete(lines).where(lines.c.at < now - kept))


def forget_copies(connection: Connection, before: datetime) -> None:
    """Remove copies of somebody's own data that were made for them before this moment."""
    copies = lines.c.payload["file"]["kind"].as_string() == OWN_DATA
    connection.execute(sa.delete(lines).where(lines.c.at < before, copies))
