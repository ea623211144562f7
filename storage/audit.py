"""Who did something that reaches many or cannot be undone: what, when, and to how many. Never any words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from domain.retention import DEFAULTS
from storage.database import Connection
from storage.tables import audit, members

KEPT = DEFAULTS.span("audit")


@dataclass(frozen=True)
class Noted:
    """One thing that was done; `name` is who did it, "" when they left or run the server."""

    action: str
    about: str
    details: Mapping[str, Any]
    name: str
    at: datetime


def note(
    connection: Connection,
    organisation_id: int | None,
    member_id: int | None,
    action: str,
    *,
    now: datetime,
    about: str = "",
    **details: str | int,
) -> None:
    """Write down what somebody does, in the transaction in which they do it."""
    connection.execute(
        sa.insert(audit).values(
            organisation_id=organisation_id,
            member_id=member_id,
            action=action,
            about=about,
            details=details,
            at=now,
        )
    )


def count(connection: Connection, organisation_id: int) -> int:
    """Count what was done in an organisation."""
    query = sa.select(sa.func.count()).where(audit.c.organisation_id == organisation_id)
    return int(connection.execute(query).scalar_one())


def page(connection: Connection, organisation_id: int, *, most: int, skip: int = 0) -> tuple[Noted, ...]:
    """Return what was done in an organisation, newest first."""
    rows = connection.execute(
        sa.select(audit, members.c.name)
        .outerjoin(members, members.c.id == audit.c.member_id)
        .where(audit.c.organisation_id == organisation_id)
        .order_by(audit.c.id.desc())
        .limit(most)
        .offset(skip)
    )
    return tuple(Noted(row.action, row.about, row.details, row.name or "", row.at) for row in rows)


def who(connection: Connection, organisation_id: int, action: str, about: str) -> int | None:
    """Return who did something to this, while they are here."""
    mine = sa.and_(
        audit.c.organisation_id == organisation_id, audit.c.action == action, audit.c.about == about
    )
    found: int | None = connection.execute(sa.select(audit.c.member_id).where(mine)).scalar()
    return found


def first(connection: Connection, organisation_id: int, action: str) -> Noted | None:
    """Return when something was done here for the first time."""
    return _one(connection, organisation_id, action, audit.c.id)


def last(connection: Connection, organisation_id: int, action: str) -> Noted | None:
    """Return when something was done here last."""
    return _one(connection, organisation_id, action, audit.c.id.desc())


def _one(
    connection: Connection, organisation_id: int, action: str, order: sa.ColumnElement[int]
) -> Noted | None:
    mine = sa.and_(audit.c.organisation_id == organisation_id, audit.c.action == action)
    row = connection.execute(sa.select(audit).where(mine).order_by(order).limit(1)).first()
    return Noted(row.action, row.about, row.details, "", row.at) if row else None


def forget_old(connection: Connection, now: datetime, kept: timedelta = KEPT) -> None:
    """Remove what was done two years ago."""
    connection.execute(sa.delete(audit).where(audit.c.at < now - kept))
