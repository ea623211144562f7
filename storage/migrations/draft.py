"""Write the next migration from the difference between the tables and the newest one.

`python -m storage.migrations.draft 0002 "what changes"`; read it before you keep it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from alembic import command

from storage.database import Database, sqlite_url
from storage.migrate import config, steps, upgrade


def draft(number: str, message: str) -> Path:
    """Write a migration under `number` and return its file."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(sqlite_url(Path(folder) / "draft.db"))
        if steps():  # the first one has nothing before it
            upgrade(database)
        with database.engine.connect() as connection:
            settings = config(connection)
            # Plain operations: what SQLite cannot alter is put into batches by hand.
            settings.attributes["batch"] = False
            script = command.revision(settings, message=message, autogenerate=True, rev_id=number)
        database.close()
    assert script is not None
    assert not isinstance(script, list)
    file = Path(script.path)
    words = file.read_text("utf-8").replace(
        "storage.tables.columns.Moment(timezone=True)", "sa.DateTime(timezone=True)"
    )
    words = words.replace(
        "sa.Boolean(), server_default=sa.text('0')", "sa.Boolean(), server_default=sa.false()"
    )
    file.write_text("\n".join(line for line in words.split("\n") if "# ###" not in line), "utf-8")
    return file


if __name__ == "__main__":
    sys.stdout.write(f"{draft(*sys.argv[1:3])}\n")
