"""Where people work: what they said themselves, and else what is known of their employer."""

from __future__ import annotations

from dataclasses import replace
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
_CHOSEN = sa.select(*(members.c[name] for name in CHOSEN)).where(members.c.id == sa.bindparam("member"))


def of_row(row: Any) -> Context:
    """Return the context in a row that has `COLUMNS`, of nobody when its member is gone."""
    said = said_in(row)
    size, region = said.size or row.employer_size or "", said.region or row.employer_region or ""
    return replace(said, size=size, region=region)


def said_in(row: Any) -> Context:
    """Return what a member said themselves, in a row that has `CHOSEN` and the job."""
    return Context(
        row.job or "",
        frozenset({row.residents} if row.residents else ()),
        row.municipality or "",
        row.region or "",
        team=row.team_size or "",
    )


def chosen(connection: Connection, member: Member) -> dict[str, str]:
    """Return what a member said of where they work; what they did not say is left out."""
    row = connection.execute(_CHOSEN, {"member": member.id}).one()
    return {name: said for name in CHOSEN if (said := getattr(row, name))}
