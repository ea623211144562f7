"""Roles that change after a pause: one row per person, gone when it is done or stopped."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.people import Member, Role
from domain.roles import RoleChange
from storage.database import Connection, new_public_id
from storage.tables import role_changes


def _change(row: Any) -> RoleChange:
    return RoleChange(
        row.id,
        row.public_id,
        row.organisation_id,
        row.member_id,
        Role(row.role),
        row.asked_by_id,
        row.due_at,
    )


def plan(
    connection: Connection,
    member: Member,
    role: Role,
    *,
    asked_by: int | None,
    due_at: datetime,
    now: datetime,
) -> RoleChange:
    """Let somebody have another role at a moment; what was planned for them before is no more."""
    connection.execute(sa.delete(role_changes).where(role_changes.c.member_id == member.id))
    row = connection.execute(
        sa.insert(role_changes)
        .values(
            public_id=new_public_id(),
            organisation_id=member.organisation_id,
            member_id=member.id,
            role=role.value,
            asked_by_id=asked_by,
            due_at=due_at,
            asked_at=now,
        )
        .returning(role_changes)
    ).one()
    return _change(row)


def by_public_id(connection: Connection, organisation_id: int, public_id: str) -> RoleChange | None:
    """Return what is planned under that name in an organisation."""
    mine = sa.and_(role_changes.c.organisation_id == organisation_id, role_changes.c.public_id == public_id)
    row = connection.execute(sa.select(role_changes).where(mine)).first()
    return _change(row) if row else None


def planned(connection: Connection, organisation_id: int) -> list[RoleChange]:
    """Return what is planned in an organisation, the soonest first."""
    query = sa.select(role_changes).where(role_changes.c.organisation_id == organisation_id)
    return [_change(row) for row in connection.execute(query.order_by(role_changes.c.due_at))]


def due(connection: Connection, now: datetime) -> list[RoleChange]:
    """Return whose pause is over."""
    query = sa.select(role_changes).where(role_changes.c.due_at <= now).order_by(role_changes.c.id)
    return [_change(row) for row in connection.execute(query)]


def take(connection: Connection, change: RoleChange) -> bool:
    """Take a planned change away, to do it or to stop it; of two at the same moment one gets False."""
    gone = sa.delete(role_changes).where(role_changes.c.id == change.id).returning(role_changes.c.id)
    return connection.execute(gone).first() is not None
