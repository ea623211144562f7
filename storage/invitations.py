"""Invitation links: what they make somebody, how often they work and until when; only a hash is kept."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.people import Role
from storage.database import Connection, hashed, new_public_id
from storage.tables import invitations


@dataclass(frozen=True)
class Invitation:
    """What somebody who follows the link becomes."""

    id: int
    public_id: str
    organisation_id: int
    role: Role
    employer_id: int | None
    team_id: int | None
    uses_left: int | None
    used: int
    expires_at: datetime
    from_chat: bool = False


def _invitation(row: Any) -> Invitation:
    return Invitation(
        row.id,
        row.public_id,
        row.organisation_id,
        Role(row.role),
        row.employer_id,
        row.team_id,
        row.uses_left,
        row.used,
        row.expires_at,
        row.from_chat,
    )


def make(
    connection: Connection,
    organisation_id: int,
    *,
    role: Role,
    uses: int | None,
    expires_at: datetime,
    now: datetime,
    employer_id: int | None = None,
    team_id: int | None = None,
    from_chat: bool = False,
) -> str:
    """Make an invitation and return its code, which is shown once; `uses` of None means any number."""
    code = secrets.token_urlsafe(16)
    connection.execute(
        sa.insert(invitations).values(
            public_id=new_public_id(),
            organisation_id=organisation_id,
            code_hash=hashed(code),
            role=role.value,
            employer_id=employer_id,
            team_id=team_id,
            uses_left=uses,
            expires_at=expires_at,
            created_at=now,
            from_chat=from_chat,
        )
    )
    return code


def keep(
    connection: Connection,
    organisation_id: int,
    code: str,
    *,
    role: Role,
    expires_at: datetime,
    now: datetime,
) -> None:
    """Let a code that is known beforehand work (again) until `expires_at`, for any number of people."""
    known = connection.execute(
        sa.update(invitations)
        .where(invitations.c.code_hash == hashed(code), invitations.c.revoked_at.is_(None))
        .values(expires_at=expires_at)
        .returning(invitations.c.id)
    ).first()
    if known is None and not _exists(connection, code):
        connection.execute(
            sa.insert(invitations).values(
                public_id=new_public_id(),
                organisation_id=organisation_id,
                code_hash=hashed(code),
                role=role.value,
                expires_at=expires_at,
                created_at=now,
            )
        )


def _exists(connection: Connection, code: str) -> bool:
    query = sa.select(invitations.c.id).where(invitations.c.code_hash == hashed(code))
    return connection.execute(query).first() is not None


_VALID = sa.and_(
    invitations.c.revoked_at.is_(None),
    invitations.c.expires_at > sa.bindparam("now", type_=invitations.c.expires_at.type),
    sa.or_(invitations.c.uses_left.is_(None), invitations.c.uses_left > 0),
)


def look(connection: Connection, code: str, now: datetime) -> Invitation | None:
    """Return an invitation that still works, without using it."""
    query = sa.select(invitations).where(invitations.c.code_hash == hashed(code), _VALID)
    row = connection.execute(query, {"now": now}).first()
    return _invitation(row) if row else None


def redeem(connection: Connection, code: str, now: datetime) -> Invitation | None:
    """Use an invitation once; None when it does not work (any more). Two at the same moment use two."""
    statement = (
        sa.update(invitations)
        .where(invitations.c.code_hash == hashed(code), _VALID)
        .values(uses_left=invitations.c.uses_left - 1, used=invitations.c.used + 1)
        .returning(invitations)
    )
    row = connection.execute(statement, {"now": now}).first()
    return _invitation(row) if row else None


def give_back(connection: Connection, invitation_id: int) -> None:
    """Undo one use: the person decided not to join."""
    connection.execute(
        sa.update(invitations)
        .where(invitations.c.id == invitation_id)
        .values(uses_left=invitations.c.uses_left + 1, used=invitations.c.used - 1)
    )


def current(connection: Connection, organisation_id: int, now: datetime) -> tuple[Invitation, ...]:
    """Return the invitations of an organisation that still work, newest first."""
    query = (
        sa.select(invitations)
        .where(invitations.c.organisation_id == organisation_id, _VALID)
        .order_by(invitations.c.id.desc())
    )
    return tuple(_invitation(row) for row in connection.execute(query, {"now": now}))


def revoke(connection: Connection, organisation_id: int, public_id: str, now: datetime) -> bool:
    """Stop an invitation of this organisation; False when there is none that works."""
    statement = (
        sa.update(invitations)
        .where(invitations.c.organisation_id == organisation_id, invitations.c.public_id == public_id, _VALID)
        .values(revoked_at=sa.bindparam("now"))
        .returning(invitations.c.id)
    )
    return connection.execute(statement, {"now": now}).first() is not None


def forget_old(connection: Connection, before: datetime) -> None:
    """Remove invitations that ran out, or were stopped, before this moment."""
    over = sa.or_(invitations.c.expires_at < before, invitations.c.revoked_at < before)
    connection.execute(sa.delete(invitations).where(over))
