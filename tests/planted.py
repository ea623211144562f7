"""Put a canary word in every field of an organisation that holds somebody's words, whatever the table.

The columns come from the tables. One that is new holds words until it is said here that it does not.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from storage.database import Connection, new_public_id
from storage.tables import metadata

# Tables of the program itself, in which nobody says anything.
OF_NOBODY = frozenset({"failed_updates", "index_readers", "leases", "meters", "updates"})
# Columns that hold a name made by chance, a hash, or one of a few words that stand in the code.
CODES = frozenset(
    {"public_id", "state", "language", "channel", "role", "kind", "verdict", "reason", "theme"}
    | {"code_hash", "token_hash", "digest", "owner", "secret", "timezone", "mime", "unfit", "model", "vector"}
    | {"visibility", "attribution", "state_before", "audience", "rhythm", "series", "ready", "voice", "asks"}
    | {"job", "residents", "municipality", "team_size", "work_days", "consent", "version", "said_by", "sort"}
    | {"obstacle", "helps", "careful", "support", "lasting", "moment", "flow", "step", "action", "once"}
    | {"target", "message", "messages"}
)
# The same, for one table only: numbers, and names of what stands in the code.
CODES_OF = frozenset(
    {
        "members.region",
        "questions.outcome",
        "trials.outcome",
        "numbers.name",
        "schedules.reference",
        "schedules.rule",
        "rounds.parts",
    }
    | {"round_answers.counts", "broadcasts.tally", "practices.gone_told", "practice_vectors.language"}
)


def holds_words(column: sa.Column[Any]) -> bool:
    """Tell whether somebody's words may be in a column."""
    if not isinstance(column.type, (sa.String, sa.JSON, sa.LargeBinary)):
        return False
    return column.name not in CODES and f"{column.table.name}.{column.name}" not in CODES_OF


def fields_with_words() -> list[sa.Column[Any]]:
    """Return every column of every organisation's tables that may hold words."""
    return [
        column
        for table in metadata.sorted_tables
        if table.name not in OF_NOBODY
        for column in table.columns
        if holds_words(column)
    ]


def plant(connection: Connection, organisation_id: int, canary: str, now: datetime) -> list[str]:
    """Put the canary in every field with words of an organisation; return those in which it is."""
    planted = []
    for table in metadata.sorted_tables:
        columns = [column for column in fields_with_words() if column.table is table]
        if not columns:
            continue
        if not _rows(connection, table, organisation_id):
            connection.execute(sa.insert(table).values(_row(connection, table, organisation_id, canary, now)))
        for column in columns:
            if not _sings(connection, column, organisation_id, canary):
                _put(connection, column, organisation_id, canary)
            if _sings(connection, column, organisation_id, canary):
                planted.append(f"{table.name}.{column.name}")
    return planted


def _put(connection: Connection, column: sa.Column[Any], organisation_id: int, canary: str) -> None:
    """Put the canary in a column: in every row, or in one where no two may have the same."""
    table, where = column.table, _of(column.table, organisation_id)
    unique = any(
        column.name in one.columns for one in table.constraints if isinstance(one, sa.UniqueConstraint)
    ) or any(column.name in one.columns for one in table.indexes if one.unique)
    if unique:
        keys = list(table.primary_key.columns)
        first = connection.execute(sa.select(*keys).where(where).limit(1)).one()
        where = sa.and_(*(key == value for key, value in zip(keys, first, strict=True)))
    connection.execute(sa.update(table).where(where).values({column.name: _word(column, canary)}))


def _of(table: sa.Table, organisation_id: int) -> sa.ColumnElement[bool]:
    if table.name == "organisations":
        return table.c.id == organisation_id
    return table.c.organisation_id == organisation_id


def _rows(connection: Connection, table: sa.Table, organisation_id: int) -> list[Any]:
    return list(connection.execute(sa.select(table).where(_of(table, organisation_id))))


def _sings(connection: Connection, column: sa.Column[Any], organisation_id: int, canary: str) -> bool:
    found = connection.execute(sa.select(column).where(_of(column.table, organisation_id))).scalars()
    return any(canary.casefold() in str(value).casefold() for value in found)


def _word(column: sa.Column[Any], canary: str) -> Any:
    match column.type:
        case sa.JSON():
            return [canary]
        case sa.LargeBinary():
            return canary.encode()
        case _:
            return canary


def _row(
    connection: Connection, table: sa.Table, organisation_id: int, canary: str, now: datetime
) -> dict[str, Any]:
    """Return a row for a table that has none, with the canary wherever there may be words."""
    row: dict[str, Any] = {}
    for column in table.columns:
        if column.name == "organisation_id":
            row[column.name] = organisation_id
        elif column.foreign_keys:
            (key,) = column.foreign_keys
            there = sa.select(key.column).where(_of(key.column.table, organisation_id)).limit(1)
            row[column.name] = connection.execute(there).scalar()
        elif holds_words(column):
            row[column.name] = _word(column, canary)
        elif not column.nullable and column.server_default is None and column.name != "id":
            row[column.name] = _plain(column, now)
    return row


def _plain(column: sa.Column[Any], now: datetime) -> Any:
    match column.type:
        case sa.Boolean():
            return False
        case sa.Integer():
            return 1
        case sa.Date():
            return now.date() if isinstance(now, datetime) else date.min
        case sa.String():
            return {"language": "en", "public_id": new_public_id()}.get(column.name, "x")
        case sa.JSON():
            return {}
        case sa.LargeBinary():
            return b""
        case _:
            return now
