"""Import practices from a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from babel.lists import format_list

from bot.cli.desk import Desk, desk_of
from bot.cli.places import InOrganisation, the_organisation
from bot.keeper import Finder
from bot.practice_files.importing import ImportReport, Plan, carry_out, plan
from bot.practice_files.reading import read_file
from domain.importing import Refused, Row
from domain.people import THEMES
from storage.database import Database
from storage.organisations import Organisation

MOST_SHOWN = 50  # refused rows


def bring_in(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="cli-help-import-file")],
    organisation: InOrganisation = None,
    keep_good: Annotated[bool, typer.Option("--keep-good", help="cli-help-keep-good")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="cli-help-dry-run")] = False,
    redact: Annotated[bool, typer.Option("--redact", help="cli-help-redact")] = False,
) -> None:
    """Import every row, or none when one is refused; the same file again adds nothing."""
    desk = desk_of(context)
    table = read_file(file, desk.language)
    if table.unknown:
        desk.warn("import-unknown-columns", count=table.unknown)
    with desk.database() as database:
        inside, planned = _plan(desk, database, organisation, table.rows, redact=redact)
        if dry_run:
            _tell_refused(desk, planned.refused)
            desk.tell("cli-import-dry", count=len(planned.new), already=planned.already)
            report = None
        else:
            with database.transaction() as connection:
                report = carry_out(connection, inside, planned, desk.now, keep_good)
    if report is not None:
        _tell(desk, report)
    if planned.refused and not keep_good:
        raise typer.Exit(1)


def _plan(
    desk: Desk,
    database: Database,
    organisation: str | None,
    rows: tuple[Row | Refused, ...],
    *,
    redact: bool,
) -> tuple[Organisation, Plan]:
    """Make the plan on a connection that only reads, with a bar for whoever watches."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with (
        database.reading() as connection,
        Progress(console=console, disable=not sys.stderr.isatty(), transient=True) as progress,
    ):
        inside = the_organisation(connection, organisation)
        bar = progress.add_task(desk.words("cli-import-reading"), total=len(rows))
        planned = plan(
            connection,
            inside,
            rows,
            Finder(),
            redact=redact,
            seen=lambda: progress.advance(bar),
        )
    return inside, planned


def _tell(desk: Desk, report: ImportReport) -> None:
    _tell_refused(desk, report.refused)
    if not report.stored:
        desk.warn("cli-import-nothing", count=len(report.refused))
        return
    desk.tell("cli-imported", count=len(report.added))
    if report.already:
        desk.tell("cli-import-already", already=report.already)


def _tell_refused(desk: Desk, refused: tuple[Refused, ...]) -> None:
    for row in refused[:MOST_SHOWN]:
        desk.warn("import-row", number=str(row.number), reason=reason_in_words(desk, row))
    if len(refused) > MOST_SHOWN:
        desk.warn("import-more-rows", count=len(refused) - MOST_SHOWN)


def reason_in_words(desk: Desk, row: Refused) -> str:
    """Say why a row was refused; never with its own words."""
    kinds = [desk.words(f"guard-{kind.value}-long") for kind in row.kinds]
    return desk.words(
        f"import-no-{row.reason.value}",
        field=desk.words(f"import-field-{row.field}") if row.field else "",
        kinds=str(format_list(kinds, locale=desk.language)) if kinds else "",
        known=", ".join(desk.words(f"theme-{theme}") for theme in THEMES),
    )
