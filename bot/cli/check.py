"""Say what is misconfigured, in plain words."""

from __future__ import annotations

import typer

from bot.checking import every_check
from bot.cli.desk import desk_of
from bot.trouble import Trouble


def check(context: typer.Context) -> None:
    """Look at everything the program needs; exit with 1 when something is wrong."""
    desk = desk_of(context)
    bad = 0
    for found in every_check(desk.settings, desk.now):
        state = "wrong" if found.wrong else "note" if found.note else "fine"
        desk.tell(f"check-{state}", what=desk.words(found.key, **found.values))
        bad += found.wrong
    if bad:
        raise Trouble("check-bad", count=bad)
    desk.tell("check-good")
