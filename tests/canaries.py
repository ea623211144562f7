"""Words that stand nowhere else, and the files of a database in which they may not be found any more."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import sqlalchemy as sa

from storage.database import Database


def forms(word: str) -> tuple[bytes, ...]:
    """Return the ways in which a word may stand in a file: UTF-8, UTF-16 both ways, escaped as in JSON."""
    escaped = json.dumps(word)[1:-1].encode()
    return tuple(dict.fromkeys((word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), escaped)))


def found_in(files: Iterable[Path], words: Iterable[str]) -> Counter[str]:
    """Count in how many places each word stands in these files, in whatever form."""
    found: Counter[str] = Counter()
    wanted = {word: forms(word) for word in words}
    for file in files:
        try:
            data = file.read_bytes()
        except FileNotFoundError:  # PostgreSQL removes files of its own while it runs
            continue
        for word, ways in wanted.items():
            count = sum(map(data.count, ways))
            if count:
                found[f"{word} in {file.name}"] += count
    return found


def files_of(database: Database) -> list[Path]:
    """Return every file of a database on this machine: SQLite's with its log, or PostgreSQL's tables."""
    if database.is_sqlite:
        main = Path(str(database.url.database))
        return sorted(one for one in main.parent.glob(f"{main.name}*") if one.is_file())
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("CHECKPOINT")
        folder = str(connection.execute(sa.text("SHOW data_directory")).scalar_one())
        number = connection.execute(
            sa.text("SELECT oid FROM pg_database WHERE datname = current_database()")
        ).scalar_one()
    return sorted(one for one in (Path(folder) / "base" / str(number)).iterdir() if one.is_file())


def logs_of(database: Database) -> list[Path]:
    """Return the files of PostgreSQL's log of changes, which it writes over in its own time."""
    with database.reading() as connection:
        folder = str(connection.execute(sa.text("SHOW data_directory")).scalar_one())
    return sorted(one for one in (Path(folder) / "pg_wal").iterdir() if one.is_file())
