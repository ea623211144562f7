"""Leave nothing to the next test, in milliseconds: a new database for each would cost half a second."""

from __future__ import annotations

import shutil
from pathlib import Path

import sqlalchemy as sa

from storage.database import Database, database_path
from storage.tables import metadata

# TRUNCATE makes a new file for each table, index and counter, also when there was nothing in it; so it is
# only for what many rows were in.
_EMPTY = """
CREATE FUNCTION empty_all() RETURNS void LANGUAGE plpgsql SET session_replication_role = replica AS $$
DECLARE
    one text;
BEGIN
    FOREACH one IN ARRAY ARRAY[{tables}] LOOP
        IF pg_relation_size(one::regclass) > 262144 THEN
            EXECUTE format('TRUNCATE %I CASCADE', one);
        ELSE
            EXECUTE format('DELETE FROM %I', one);
        END IF;
    END LOOP;
    FOR one IN SELECT sequencename FROM pg_sequences WHERE last_value IS NOT NULL LOOP
        PERFORM setval(one::regclass, 1, false);
    END LOOP;
END $$
"""


def allow_emptying(database: Database) -> None:
    """Give a PostgreSQL database the function that empties it."""
    tables = ", ".join(f"'{table.name}'" for table in metadata.sorted_tables)
    with database.transaction() as connection:
        connection.execute(sa.text(_EMPTY.format(tables=tables)))


def empty(database: Database) -> None:
    """Leave a PostgreSQL database as if it were just made."""
    with database.transaction() as connection:
        connection.execute(sa.text("SELECT empty_all()"))


def renew(database: Database, template: Path) -> None:
    """Put a copy of `template` in the place of an SQLite file that nobody has open."""
    file = database_path(database.url.render_as_string(hide_password=False))
    assert file is not None
    for kind in ("", "-wal", "-shm"):
        file.with_name(file.name + kind).unlink(missing_ok=True)
    shutil.copyfile(template, file)
