"""Start the bot."""

from __future__ import annotations

import typer

from bot.cli.desk import desk_of


def run(context: typer.Context) -> None:
    """Run until stopped. The program is read only now: the other commands start faster without it."""
    from bot.running import run as start

    start(desk_of(context).settings)
