"""Practices that are much alike, as found when one of them changed, and what coordinators said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from storage.database import Connection, insert_into, new_public_id
from storage.tables import doubles


@dataclass(frozen=True)
class Pair:
    """Two practices that are much alike, by their numbers."""

    public_id: str
    one_id: int
    other_id: int


def note(
    connection: Connection,
    organisation_id: int,
    practice_id: int,
    found: Mapping[int, float],
    now: datetime,
) -> None:
    """Keep what a practice is like now: likeness by practice. What it no longer is like is let go.

    What a coordinator said of two practices stays.
    """
    pairs = {_ordered(practice_id, other): likeness for other, likeness in found.items()}
    connection.execute(
        sa.delete(doubles).where(
            sa.or_(doubles.c.one_id == practice_id, doubles.c.other_id == practice_id),
            ~doubles.c.apart,
            sa.tuple_(doubles.c.one_id, doubles.c.other_id).not_in(list(pairs)),
        )
    )
    for (one, other), likeness in pairs.items():
        statement = insert_into(connection, doubles).values(
            public_id=new_public_id(),
            organisation_id=organisation_id,
            one_id=one,
            other_id=other,
            likeness=likeness,
            at=now,
        )
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=[doubles.c.one_id, doubles.c.other_id], set_={"likeness": likeness}
            )
        )


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


_PAIRS = sa.select(doubles.c.public_id, doubles.c.one_id, doubles.c.other_id)


def waiting(connection: Connection, organisation_id: int, now: datetime, most: int) -> list[Pair]:
    """Return the pairs that nobody decided on, the most alike first."""
    rows = connection.execute(
        _PAIRS.where(
            doubles.c.organisation_id == organisation_id,
            ~doubles.c.apart,
            sa.or_(doubles.c.not_before.is_(None), doubles.c.not_before <= now),
        )
        .order_by(doubles.c.likeness.desc(), doubles.c.id)
        .limit(most)
    )
    return [Pair(row.public_id, row.one_id, row.other_id) for row in rows]


def by_public_id(connection: Connection, organisation_id: int, public_id: str) -> Pair | None:
    """Return one undecided pair; absent, decided and another organisation's look the same."""
    row = connection.execute(
        _PAIRS.where(
            doubles.c.organisation_id == organisation_id,
            doubles.c.public_id == public_id,
            ~doubles.c.apart,
        )
    ).first()
    return Pair(row.public_id, row.one_id, row.other_id) if row else None


def keep_apart(connection: Connection, organisation_id: int, practice_ids: Sequence[int]) -> None:
    """Remember of two practices that they are not the same, when they were found to be alike."""
    one, other = _ordered(*practice_ids)
    connection.execute(
        sa.update(doubles)
        .where(
            doubles.c.organisation_id == organisation_id,
            doubles.c.one_id == one,
            doubles.c.other_id == other,
        )
        .values(apart=True)
    )


def put_off(connection: Connection, organisation_id: int, public_id: str, until: datetime) -> None:
    """Offer a pair again after `until`."""
    connection.execute(
        sa.update(doubles)
        .where(doubles.c.organisation_id == organisation_id, doubles.c.public_id == public_id)
        .values(not_before=until)
    )
