"""Talk in the terminal."""

from __future__ import annotations

import asyncio
import sys
from typing import Annotated

import typer

from bot.cli.desk import desk_of
from domain.people import Role


def talk(
    context: typer.Context,
    name: Annotated[str, typer.Option("--as", help="cli-help-talk-as")] = "Anna",
    organisation: Annotated[str | None, typer.Option(help="cli-help-organisation-name")] = None,
    role: Annotated[Role, typer.Option(help="cli-help-role")] = Role.member,
) -> None:
    """Talk as somebody, line by line; a number taps that button."""
    from bot.logs import configure
    from bot.talk import talk as converse

    desk = desk_of(context)
    configure("WARNING")

    def ask() -> str | None:
        if sys.stdin.isatty():
            print("> ", end="", flush=True)
        line = sys.stdin.readline()
        return line.rstrip("\n") if line else None

    desk.tell("cli-talk")
    asyncio.run(converse(desk.settings, name, organisation, role, ask, print))
