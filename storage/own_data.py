"""Everything that is kept about one member, read from the tables themselves, so that a new table is in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import sqlalchemy as sa

from domain.people import Member
from storage.database import Connection
from storage.tables import members, metadata, practices, question_matches, questions

# What opens a door, or only has sense for the program: claims, hashes, and templates of what was said.
_OF_THE_PROGRAM = frozenset(
    {"code_hash", "token_hash", "owner", "lease_until", "digest", "reference", "payload", "target", "message"}
    # The name under which something is said once, and how far a message went: numbers of rows.
    | {"once", "last_member_id"}
    # The bytes of a file that one sent oneself: its name is told.
    | {"data"}
)
# What others said, counted: sums per job and region show one teller, and few who disagree are not shown.
_OF_OTHERS = frozenset({"told", "worth", "not_right", "gone_useful", "gone_weight", "gone_told"})
LEFT_OUT = _OF_THE_PROGRAM | _OF_OTHERS


def count(connection: Connection, member: Member) -> dict[str, int]:
    """Return per table how many rows are about a member; tables without any are left out."""
    found = {}
    for table, mine in _about(member):
        number = connection.execute(sa.select(sa.func.count()).select_from(table).where(mine)).scalar_one()
        if number:
            found[table.name] = int(number)
    return found


def gather(connection: Connection, member: Member) -> dict[str, list[dict[str, Any]]]:
    """Return per table the rows about a member, as JSON can hold them, without who else is in them.

    A practice is named by its public id. Numbers of rows are left out: they tell nothing.
    """
    used: set[int] = set()
    found = {}
    for table, mine in _about(member):
        rows = [
            {column.name: row[column] for column in _told(table)}
            for row in connection.execute(sa.select(*_told(table)).where(mine)).mappings()
        ]
        if rows:
            found[table.name] = rows
            used.update(row["practice_id"] for row in rows if row.get("practice_id"))
    names = _public_ids(connection, sorted(used))
    return {
        name: [{key: _plain(key, value, names) for key, value in row.items()} for row in rows]
        for name, rows in found.items()
    }


def tables() -> tuple[str, ...]:
    """Return the tables that hold something of members."""
    return tuple(table.name for table in metadata.sorted_tables if _is_about_members(table))


def _about(member: Member) -> Iterator[tuple[sa.Table, sa.ColumnElement[bool]]]:
    """Yield each table that holds something of members, and which of its rows are of this one."""
    own_practices = sa.select(practices.c.id).where(practices.c.author_id == member.id)
    own_questions = sa.select(questions.c.id).where(questions.c.member_id == member.id)
    for table in metadata.sorted_tables:
        if table is members:
            yield table, members.c.id == member.id
        elif table is question_matches:
            yield table, table.c.question_id.in_(own_questions)
        elif _is_of_practices(table):
            yield table, table.c.practice_id.in_(own_practices)
        elif _is_about_members(table):
            yield table, sa.or_(*(column == member.id for column in table.c if _names_a_member(column)))


def _is_of_practices(table: sa.Table) -> bool:
    """Tell whether a table holds words, themes or earlier versions of practices, without a column for who."""
    return table.name.startswith("practice_") and not any(map(_names_a_member, table.c))


def _is_about_members(table: sa.Table) -> bool:
    return (
        table in (members, question_matches) or _is_of_practices(table) or any(map(_names_a_member, table.c))
    )


def _told(table: sa.Table) -> list[sa.Column[Any]]:
    return [
        column
        for column in table.c
        if column.name not in LEFT_OUT
        and not _names_a_member(column)
        and not (column.primary_key and column.name == "id")
        and (not column.foreign_keys or column.name == "practice_id")
        and not isinstance(column.type, sa.LargeBinary)
    ]


def _names_a_member(column: sa.Column[Any]) -> bool:
    return any(key.column is members.c.id for key in column.foreign_keys)


def _public_ids(connection: Connection, ids: list[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for start in range(0, len(ids), 500):
        query = sa.select(practices.c.id, practices.c.public_id).where(
            practices.c.id.in_(ids[start : start + 500])
        )
        found.update({row.id: row.public_id for row in connection.execute(query)})
    return found


def _plain(key: str, value: Any, names: dict[int, str]) -> Any:
    if key == "practice_id":
        return names.get(value)
    return value.isoformat() if isinstance(value, date | datetime | time) else value
