"""Write the files of the database anew, so that nothing that was removed can be read in them."""

from __future__ import annotations

import typer

from bot.cli.desk import desk_of
from bot.opening import open_database
from bot.trouble import Trouble


def scrub(context: typer.Context) -> None:
    """Write every table anew and empty what the log of changes holds; nobody else can write meanwhile."""
    desk = desk_of(context)
    with open_database(desk.settings, migrated=False) as database:
        if not database.scrub(whole=True):
            raise Trouble("cli-database-busy")
    desk.tell("cli-scrubbed")
