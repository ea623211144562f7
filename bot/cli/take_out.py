"""Export practices to a file."""

from __future__ import annotations

import io
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.desk import desk_of, writing_file
from bot.cli.places import InOrganisation, the_organisation
from bot.practice_files.writing import Format, write
from bot.trouble import Trouble
from handlers.kit.say import say
from handlers.kit.watch import alert
from storage import audit, exports
from storage.database import Connection


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
            count = write(found, kind, desk.language, inside.timezone, whole)
        else:
            with writing_file(out) as file:
                count = write(found, kind, desk.language, inside.timezone, file)
    with desk.writing() as connection:
        _let_know(connection, inside.id, count, desk.now)
    if out is None:
        sys.stdout.buffer.write(whole.getvalue())
    else:
        desk.tell("cli-exported", count=count, file=str(out))


def _let_know(connection: Connection, organisation_id: int, count: int, now: datetime) -> None:
    """Write it down, and tell everybody who coordinates: what leaves does not leave unseen."""
    audit.note(connection, organisation_id, None, "practices-exported", now=now, count=count)
    once = f"exported:{organisation_id}:{now.isoformat()}"
    alert(connection, organisation_id, say("roles-exported", count=count), once=once, now=now)
