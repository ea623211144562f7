"""Hiding, showing again and merging: each happens once, however many coordinators press at one moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.practices import Practice, PracticeState
from storage import departed
from storage import trials as told
from storage.database import Connection
from storage.practices import recount
from storage.tables import aliases, bursts, dismissals, pledges, practices, trials, votes


def change_state(connection: Connection, practice: Practice, to: PracticeState, now: datetime) -> bool:
    """Hide a practice or show it again; False when it stands otherwise than `practice` says by now."""
    changed = connection.execute(
        sa.update(practices)
        .where(practices.c.id == practice.id, practices.c.state == practice.state.value)
        .values(state=to.value, changed_at=now)
        .returning(practices.c.id)
    ).first()
    return changed is not None


def merge(connection: Connection, double: Practice, kept: Practice, now: datetime) -> bool:
    """Let `double` give way to `kept`; False when one of them stands otherwise by now.

    Votes, "not for me", pledges, trials and aliases move, and remember where they came from. Who said it of
    both is counted once, and what the maker of `kept` said of `double` stays behind: nobody counts for
    their own.
    """
    if not _still(connection, double, kept):
        return False
    connection.execute(
        sa.update(practices)
        .where(practices.c.id == double.id)
        .values(
            state=PracticeState.merged.value,
            state_before=double.state.value,
            merged_into_id=kept.id,
            changed_at=now,
        )
    )
    for table in (votes, dismissals, pledges, trials):
        _move(connection, table, "member_id", double, kept, table.c.member_id != (kept.author_id or 0))
    _let_names_in(connection, double, kept)
    _move(connection, aliases, "bare", double, kept)
    _move(connection, bursts, "public_id", double, kept)
    departed.move(connection, double.id, kept.id)
    for number in (kept.id, double.id):
        recount(connection, number)
        told.recount(connection, number)
    return True


def _let_names_in(connection: Connection, double: Practice, kept: Practice) -> None:
    """Remove what pushes the one away from words that the other goes by: now it answers them."""
    names = sa.select(aliases.c.bare).where(aliases.c.practice_id == double.id, aliases.c.confirmed > 0)
    pushes = sa.and_(aliases.c.practice_id == kept.id, aliases.c.confirmed < 1)
    connection.execute(sa.delete(aliases).where(pushes, aliases.c.bare.in_(names)))


def _move(
    connection: Connection,
    table: sa.Table,
    once: str,
    double: Practice,
    kept: Practice,
    *only: sa.ColumnElement[bool],
) -> None:
    """Move rows from one practice to the other, except what the other has already: it has each `once`."""
    there = table.alias()
    known = sa.exists().where(there.c.practice_id == kept.id, there.c[once] == table.c[once])
    connection.execute(
        sa.update(table)
        .where(table.c.practice_id == double.id, ~known, *only)
        .values(practice_id=kept.id, moved_from_id=double.id)
    )


def _still(connection: Connection, *seen: Practice) -> bool:
    """Hold these rows, the lowest number first, and tell whether they stand as they were seen."""
    rows = connection.execute(
        sa.select(practices.c.id, practices.c.state)
        .where(practices.c.id.in_([one.id for one in seen]))
        .order_by(practices.c.id)
        .with_for_update()
    ).all()
    return {row.id: row.state for row in rows} == {one.id: one.state.value for one in seen}


def unmerge(connection: Connection, organisation_id: int, public_id: str) -> tuple[int, int] | None:
    """Take a merge back: the practice stands as before, with the votes that came from it.

    Returns its number and that of what it gave way to; None when it is not merged, or what it gave way to
    gave way itself.
    """
    kept = practices.alias()
    found = connection.execute(
        _MERGED.join(kept, kept.c.id == practices.c.merged_into_id).where(
            practices.c.organisation_id == organisation_id,
            practices.c.public_id == public_id,
            kept.c.state != PracticeState.merged.value,
        )
    ).first()
    if found is None:
        return None
    _part(connection, found)
    return int(found.id), int(found.merged_into_id)


def part_all(connection: Connection, kept: Sequence[int]) -> list[int]:
    """Take back every merge into these practices, which are about to go; return what stands apart again."""
    found = connection.execute(_MERGED.where(practices.c.merged_into_id.in_(kept))).all()
    for one in found:
        _part(connection, one)
    return [one.id for one in found]


_MERGED: sa.Select[Any] = (
    sa.select(practices.c.id, practices.c.merged_into_id, practices.c.state_before)
    .where(practices.c.state == PracticeState.merged.value)
    .with_for_update(of=practices)
)


def _part(connection: Connection, double: sa.Row[Any]) -> None:
    connection.execute(
        sa.update(practices)
        .where(practices.c.id == double.id)
        .values(state=double.state_before, state_before=None, merged_into_id=None)
    )
    for table in (votes, dismissals, pledges, trials, aliases, bursts):
        connection.execute(
            sa.update(table)
            .where(table.c.practice_id == double.merged_into_id, table.c.moved_from_id == double.id)
            .values(practice_id=double.id, moved_from_id=None)
        )
    departed.move(connection, double.id, double.merged_into_id, back=True)
    for number in (double.id, double.merged_into_id):
        recount(connection, number)
        told.recount(connection, number)


@dataclass(frozen=True)
class Record:
    """What is known of a practice in whatever state, to tell its maker how things stand."""

    id: int
    author_id: int | None
    title: str
    state: PracticeState


def record_of(connection: Connection, organisation_id: int, public_id: str) -> Record | None:
    """Return a practice of this organisation, withdrawn and merged ones included."""
    row = connection.execute(
        sa.select(practices.c.id, practices.c.author_id, practices.c.title, practices.c.state).where(
            practices.c.organisation_id == organisation_id, practices.c.public_id == public_id
        )
    ).first()
    return Record(row.id, row.author_id, row.title, PracticeState(row.state)) if row else None
