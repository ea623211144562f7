"""Synonyms of an organisation, as the matcher reads them. Who added them is not kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.synonyms import Synonyms
from storage.database import Connection, add_once, new_public_id
from storage.tables import synonyms


@dataclass(frozen=True)
class Kept:
    """A pair that an organisation has, and its name."""

    public_id: str
    pair: Synonyms


_KEPT = sa.select(synonyms.c.public_id, synonyms.c.term, synonyms.c.other)


def page(connection: Connection, organisation_id: int, *, most: int, skip: int) -> list[Kept]:
    """Return pairs of an organisation, the newest first."""
    query = _KEPT.where(synonyms.c.organisation_id == organisation_id).order_by(synonyms.c.id.desc())
    return [_kept(row) for row in connection.execute(query.limit(most).offset(skip))]


def by_public_id(connection: Connection, organisation_id: int, public_id: str) -> Kept | None:
    """Return one pair; absent and another organisation's look the same."""
    row = connection.execute(
        _KEPT.where(synonyms.c.organisation_id == organisation_id, synonyms.c.public_id == public_id)
    ).first()
    return _kept(row) if row else None


def _kept(row: Any) -> Kept:
    return Kept(row.public_id, Synonyms(row.term, row.other))


def count(connection: Connection, organisation_id: int) -> int:
    """Count the pairs of an organisation."""
    query = sa.select(sa.func.count()).where(synonyms.c.organisation_id == organisation_id)
    return int(connection.execute(query).scalar_one())


def add(connection: Connection, organisation_id: int, pair: Synonyms, now: datetime) -> bool:
    """Store a pair; False when it is there already, whichever way round. The index is told separately."""
    return add_once(
        connection,
        synonyms,
        public_id=new_public_id(),
        organisation_id=organisation_id,
        term=pair.term,
        other=pair.other,
        bare=pair.bare,
        at=now,
    )


def add_all(
    connection: Connection, organisation_id: int, pairs: Sequence[Synonyms], most: int, now: datetime
) -> tuple[int, int]:
    """Store pairs as long as there are fewer than `most`; return how many are new and how many were there."""
    room = most - count(connection, organisation_id)
    new = known = 0
    for pair in pairs:
        if new >= room:
            break
        if add(connection, organisation_id, pair, now):
            new += 1
        else:
            known += 1
    return new, known


def remove(connection: Connection, organisation_id: int, public_id: str) -> bool:
    """Remove a pair; False when it is not there (any more). The index is told separately."""
    gone = (
        sa.delete(synonyms)
        .where(synonyms.c.organisation_id == organisation_id, synonyms.c.public_id == public_id)
        .returning(synonyms.c.id)
    )
    return connection.execute(gone).first() is not None


def of_all(connection: Connection, *organisations: int) -> Mapping[int, list[tuple[str, str]]]:
    """Return the pairs of these organisations (of every one that has any, when none is named)."""
    query = sa.select(synonyms.c.organisation_id, synonyms.c.term, synonyms.c.other).order_by(synonyms.c.id)
    if organisations:
        query = query.where(synonyms.c.organisation_id.in_(organisations))
    found: dict[int, list[tuple[str, str]]] = {organisation: [] for organisation in organisations}
    for row in connection.execute(query):
        found.setdefault(row.organisation_id, []).append((row.term, row.other))
    return found
