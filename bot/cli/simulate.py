"""See what a policy would do in a made-up organisation that lives by the real rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.desk import Desk, desk_of, writing_file
from bot.trouble import Trouble

if TYPE_CHECKING:
    from bot.simulation.table import Row
    from domain.peers.constants import Constants


def simulate(
    context: typer.Context,
    people: Annotated[int, typer.Option(min=20, max=2000, help="cli-help-simulate-people")] = 240,
    weeks: Annotated[int, typer.Option(min=2, max=104, help="cli-help-simulate-weeks")] = 26,
    runs: Annotated[int, typer.Option(min=1, max=200, help="cli-help-simulate-runs")] = 10,
    seed: Annotated[int, typer.Option(min=0, max=1_000_000, help="cli-help-simulate-seed")] = 1,
    every: Annotated[bool, typer.Option("--every", help="cli-help-simulate-every")] = False,
    change: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=NUMBER", help="cli-help-simulate-set")
    ] = None,
    picture: Annotated[Path | None, typer.Option(metavar="FILE", help="cli-help-simulate-picture")] = None,
) -> None:
    """Simulate policies and show what comes of them."""
    desk = desk_of(context)
    constants = constants_of(change or [])
    desk.tell("simulate-model")
    # Read here: what computes takes a while to load, and the help needs none of it.
    from bot.simulation import policies
    from bot.simulation.table import Plan

    chosen = policies.EVERY if every else policies.MAIN
    plan = Plan(chosen, people, weeks, runs, seed, constants)
    desk.tell("simulate-plan", people=people, weeks=weeks, runs=runs, seed=seed)
    rows = run_all(desk, plan)
    tell(desk, rows, people, constants.hold_out.share)
    if picture is not None:
        draw(desk, rows, picture)


def constants_of(changes: list[str]) -> Constants:
    """Return the numbers of the model, with those that were typed as NAME=NUMBER."""
    from domain.peers.constants import OutOfRange, constants_with, described

    found: dict[str, float] = {}
    names = {one.name for one in described()}
    for change in changes:
        name, _, number = (part.strip() for part in change.partition("="))
        if name not in names:
            raise Trouble("simulate-no-such-number", code=2, name=name)
        try:
            found[name] = float(number)
        except ValueError:
            raise Trouble("simulate-no-number", code=2, name=name) from None
    try:
        return constants_with(found)
    except OutOfRange as error:
        raise Trouble(
            "simulate-out-of-range", code=2, name=error.name, low=f"{error.low:g}", high=f"{error.high:g}"
        ) from None
    except ValueError:
        raise Trouble("simulate-weights", code=2) from None


def run_all(desk: Desk, plan: object) -> list[Row]:
    """Simulate with a bar that shows how far it is."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from bot.simulation.table import Plan, simulate

    assert isinstance(plan, Plan)
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task(desk.words("simulate-busy"), total=len(plan.policies) * plan.runs)
        return simulate(plan, lambda: progress.advance(bar))


def tell(desk: Desk, rows: list[Row], people: int, share: float) -> None:
    """Print the table, what each column means, and what the hold-out would have told."""
    from rich.console import Console
    from rich.table import Table

    from bot.simulation.table import COLUMNS, SHARES
    from domain.peers.holdout import smallest_found

    table = Table(box=None, pad_edge=False, header_style="")
    table.add_column(desk.words("simulate-column-policy"), no_wrap=True)
    for name in COLUMNS:
        table.add_column(desk.words(f"simulate-column-{name}"), justify="right", no_wrap=True)
    for row in rows:
        cells = [f"{row.mean[name]:.0%}" if name in SHARES else f"{row.mean[name]:.2f}" for name in COLUMNS]
        table.add_row(desk.words(f"simulate-policy-{row.key}"), *cells)
    # Wide enough for the longest name: a table that wraps cannot be read, one that is cut is worse.
    Console(width=140, color_system=None).print(table)
    desk.tell("simulate-columns")
    sure = max(row.error["middle"] for row in rows)
    desk.tell(
        "simulate-error", middle=f"{100 * sure:.1f}", tries=f"{max(r.error['tries'] for r in rows):.2f}"
    )
    for row in rows:
        if row.found is not None:
            desk.tell(
                "simulate-hold-out",
                policy=desk.words(f"simulate-policy-{row.key}"),
                by=f"{100 * row.found.by:+.1f}",
                higher=row.found.higher,
                lower=row.found.lower,
                runs=row.found.runs,
            )
    held = round(people * share)
    smallest = smallest_found(0.10, people - held, held)
    desk.tell("simulate-power", people=people, rise=f"{100 * smallest:.0f}")


def draw(desk: Desk, rows: list[Row], file: Path) -> None:
    """Write the table as a picture."""
    from bot.simulation.picture import picture

    made = picture(rows, desk.words)
    with writing_file(file) as handle:
        handle.write(made)
    desk.tell("simulate-drawn", file=str(file))
