"""Export practices to a file."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.desk import desk_of, writing_file
from bot.cli.places import InOrganisation, the_organisation
from bot.practice_files.writing import Format, write
from bot.trouble import Trouble
from storage import exports


def take_out(
    context: typer.Context,
    kind: Annotated[Format, typer.Option("--format", help="cli-help-export-format")] = Format.jsonl,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="cli-help-export-out")] = None,
    organisation: InOrganisation = None,
    hidden: Annotated[bool, typer.Option("--hidden", help="cli-help-export-hidden")] = False,
) -> None:
    """Write the practices of an organisation, to a file or to standard output."""
    desk = desk_of(context)
    if out is None and kind is Format.xlsx and sys.stdout.isatty():
        raise Trouble("cli-export-needs-out", code=2)
    with desk.reading() as connection:
        inside = the_organisation(connection, organisation)
        found = exports.every(connection, inside.id, hidden=hidden)
        if out is None:
            whole = io.BytesIO()
            write(found, kind, desk.language, inside.timezone, whole)
            sys.stdout.buffer.write(whole.getvalue())
            return
        with writing_file(out) as file:
            count = write(found, kind, desk.language, inside.timezone, file)
    desk.tell("cli-exported", count=count, file=str(out))
