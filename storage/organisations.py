"""Organisations, and the employers and teams inside them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.database import Connection, new_public_id
from storage.tables import audit, employers, members, metadata, organisations, practices, teams


@dataclass(frozen=True)
class Organisation:
    """A sealed tenant: usually a network of employers."""

    id: int
    public_id: str
    name: str
    language: str
    timezone: str


@dataclass(frozen=True)
class Place:
    """An employer or a team inside an organisation; a team has a name for in buttons."""

    id: int
    name: str
    employer_id: int | None = None
    public_id: str = ""


def _organisation(row: Any) -> Organisation:
    return Organisation(row.id, row.public_id, row.name, row.language, row.timezone)


def add(connection: Connection, name: str, language: str, timezone: str, now: datetime) -> Organisation:
    """Add an organisation."""
    row = connection.execute(
        sa.insert(organisations)
        .values(
            public_id=new_public_id(),
            name=name,
            language=language,
            timezone=timezone,
            secret=secrets.token_hex(16),
            created_at=now,
        )
        .returning(organisations)
    ).one()
    return _organisation(row)


def by_name(connection: Connection, name: str) -> Organisation | None:
    """Return the organisation of that name."""
    row = connection.execute(sa.select(organisations).where(organisations.c.name == name)).first()
    return _organisation(row) if row else None


def by_id(connection: Connection, organisation_id: int) -> Organisation:
    """Return the organisation of that number."""
    return _organisation(
        connection.execute(sa.select(organisations).where(organisations.c.id == organisation_id)).one()
    )


def every(connection: Connection) -> tuple[Organisation, ...]:
    """Return all organisations, oldest first."""
    rows = connection.execute(sa.select(organisations).order_by(organisations.c.id))
    return tuple(_organisation(row) for row in rows)


def rename(connection: Connection, organisation_id: int, name: str) -> None:
    """Give an organisation another name."""
    of = organisations.c.id == organisation_id
    connection.execute(sa.update(organisations).where(of).values(name=name))


def remove(connection: Connection, organisation_id: int) -> None:
    """Remove an organisation with everything in it; what was done there stays in the log, of nowhere."""
    for table in reversed(metadata.sorted_tables):
        if "organisation_id" in table.c and table is not audit:
            connection.execute(sa.delete(table).where(table.c.organisation_id == organisation_id))
    connection.execute(sa.delete(organisations).where(organisations.c.id == organisation_id))


def add_employer(
    connection: Connection, organisation_id: int, name: str, region: str = "", size: str = ""
) -> Place:
    """Add an employer to an organisation."""
    row = connection.execute(
        sa.insert(employers)
        .values(organisation_id=organisation_id, name=name, region=region, size=size)
        .returning(employers)
    ).one()
    return Place(row.id, row.name)


def add_team(
    connection: Connection, organisation_id: int, name: str, employer_id: int | None = None
) -> Place:
    """Add a team to an organisation, perhaps of one employer."""
    row = connection.execute(
        sa.insert(teams)
        .values(
            public_id=new_public_id(), organisation_id=organisation_id, name=name, employer_id=employer_id
        )
        .returning(teams)
    ).one()
    return Place(row.id, row.name, row.employer_id, row.public_id)


def employers_of(connection: Connection, organisation_id: int) -> tuple[Place, ...]:
    """Return the employers of an organisation by name."""
    rows = connection.execute(
        sa.select(employers).where(employers.c.organisation_id == organisation_id).order_by(employers.c.name)
    )
    return tuple(Place(row.id, row.name) for row in rows)


def teams_of(connection: Connection, organisation_id: int) -> tuple[Place, ...]:
    """Return the teams of an organisation by name."""
    rows = connection.execute(
        sa.select(teams).where(teams.c.organisation_id == organisation_id).order_by(teams.c.name)
    )
    return tuple(Place(row.id, row.name, row.employer_id, row.public_id) for row in rows)


def count_members(connection: Connection, organisation_id: int) -> int:
    """Count everybody in an organisation."""
    query = sa.select(sa.func.count()).where(members.c.organisation_id == organisation_id)
    return int(connection.execute(query).scalar_one())


def count_practices(connection: Connection, organisation_id: int) -> int:
    """Count every practice of an organisation, hidden and withdrawn ones included."""
    query = sa.select(sa.func.count()).where(practices.c.organisation_id == organisation_id)
    return int(connection.execute(query).scalar_one())


def count_own(connection: Connection, organisation_id: int) -> int:
    """Count the practices of an organisation that are more than illustrations."""
    query = sa.select(sa.func.count()).where(
        practices.c.organisation_id == organisation_id, sa.not_(practices.c.illustrative)
    )
    return int(connection.execute(query).scalar_one())
