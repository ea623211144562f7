"""Where people work: what they said themselves, and else what is known of their employer."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from domain.peers.fit import Context
from domain.people import Member
from storage.database import Connection
from storage.tables import employers, members

CHOSEN = ("residents", "municipality", "team_size", "region")
COLUMNS = (
    members.c.job,
    *(members.c[name] for name in CHOSEN),
    employers.c.size.label("employer_size"),
    employers.c.region.label("employer_region"),
)
_OF = (
    sa.select(*COLUMNS)
    .select_from(members.outerjoin(employers, employers.c.id == members.c.employer_id))
    .where(members.c.id == sa.bindparam("member"))
)


def of(connection: Connection, member: Member) -> Context:
    """Return where a member works."""
    return of_row(connection.execute(_OF, {"member": member.id}).one())


def of_row(row: Any) -> Context:
    """Return the context in a row that has `COLUMNS`, of nobody when its member is gone."""
    return Context(
        row.job or "",
        frozenset({row.residents} if row.residents else ()),
        row.municipality or row.employer_size or "",
        row.region or row.employer_region or "",
        team=row.team_size or "",
    )


def chosen(connection: Connection, member: Member) -> dict[str, str]:
    """Return what a member said of where they work; what they did not say is left out."""
    row = connection.execute(_OF, {"member": member.id}).one()
    return {name: said for name in CHOSEN if (said := getattr(row, name))}
