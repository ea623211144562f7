"""Measure the peer model: the table of the simulation, and the nudge pass over a large organisation."""

from __future__ import annotations

from time import perf_counter
from typing import Annotated

import typer

from bot.cli.bench import busy, measuring
from bot.cli.desk import desk_of
from bot.cli.simulate import run_all, tell


def simulation(
    context: typer.Context,
    people: Annotated[int, typer.Option(min=20, max=2000, help="cli-help-simulate-people")] = 240,
    weeks: Annotated[int, typer.Option(min=2, max=104, help="cli-help-simulate-weeks")] = 26,
    runs: Annotated[int, typer.Option(min=1, max=200, help="cli-help-simulate-runs")] = 20,
) -> None:
    """Compute the whole table of the simulation and say how long it took."""
    from bot.simulation.policies import EVERY
    from bot.simulation.table import Plan
    from domain.peers.constants import DEFAULTS

    desk = desk_of(context)
    busy(desk)
    desk.tell("simulate-model")
    started = perf_counter()
    rows = run_all(desk, Plan(EVERY, people, weeks, runs, 1, DEFAULTS))
    seconds = perf_counter() - started
    tell(desk, rows, people, DEFAULTS.hold_out.share)
    count = runs * len(EVERY)
    desk.tell(
        "cli-bench-simulation", count=count, seconds=f"{seconds:.1f}", each=f"{1000 * seconds / count:.0f}"
    )
    busy(desk)


def nudges(
    context: typer.Context,
    members: Annotated[int, typer.Option(min=1, max=1_000_000, help="cli-help-bench-members")] = 100_000,
    practices: Annotated[int, typer.Option(min=1, max=100_000, help="cli-help-bench-made")] = 10_000,
) -> None:
    """Measure one pass that chooses a practice and a message for everybody."""
    desk = desk_of(context)
    busy(desk)
    found = measuring("nudging").measure(members, practices)
    desk.tell("cli-bench-nudges", members=members, practices=practices, nudges=found.nudges)
    for part, seconds in found.seconds.items():
        desk.tell(f"cli-bench-nudges-{part}", seconds=f"{seconds:.1f}")
    desk.tell(
        "cli-bench-nudges-whole",
        seconds=f"{sum(found.seconds.values()):.1f}",
        each=f"{1e6 * sum(found.seconds.values()) / members:.0f}",
        memory=f"{found.memory:.0f}",
    )
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(found.kinds.items()))
    desk.tell("cli-bench-nudges-kinds", kinds=kinds, share=f"{100 * found.largest:.1f}")
    busy(desk)
