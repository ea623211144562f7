"""Bring the database to the newest shape, or to an older one."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.desk import desk_of
from bot.opening import open_database
from bot.trouble import Trouble
from storage import migrate as shapes


def migrate(
    context: typer.Context,
    to: Annotated[str, typer.Option(metavar="VERSION", help="cli-help-migrate-to")] = "head",
) -> None:
    """Migrate up or down to a version; without one, to the newest."""
    desk = desk_of(context)
    steps = ("base", *shapes.steps())
    wanted = shapes.newest() if to == "head" else to
    if wanted not in steps:
        raise Trouble("cli-unknown-version", code=2, names=", ".join(steps))
    with open_database(desk.settings, migrated=False) as database:
        with database.reading() as connection:
            before = shapes.current(connection) or "base"
        if before not in steps:
            raise shapes.NewerDatabase(before)
        if steps.index(wanted) > steps.index(before):
            shapes.upgrade(database, wanted)
        elif wanted != before:
            shapes.downgrade(database, wanted)
    desk.tell("cli-migrated" if wanted != before else "cli-migrated-already", before=before, after=wanted)
