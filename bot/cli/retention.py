"""Show how long each kind of data is kept here, and which can be set."""

from __future__ import annotations

import typer

from bot.cli.desk import desk_of
from bot.retention_page import retention_table


def retention(context: typer.Context) -> None:
    """Print the table of how long things are kept, with the settings as they are."""
    desk = desk_of(context)
    print(retention_table(desk.settings.kept, desk.language))
