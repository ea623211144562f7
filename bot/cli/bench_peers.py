"""Measure the peer model: the table of the simulation, and the nudge pass over a large organisation."""

from __future__ import annotations

from time import perf_counter, process_time
from typing import Any

from bot.cli.desk import Desk
from bot.cli.simulate import run_all, tell


def simulation(desk: Desk, people: int, weeks: int, runs: int) -> None:
    """Compute the whole table of the simulation and say how long it took."""
    from bot.simulation.policies import EVERY
    from bot.simulation.table import Plan
    from domain.peers.constants import DEFAULTS

    desk.tell("simulate-model")
    started, before = perf_counter(), process_time()
    rows = run_all(desk, Plan(EVERY, people, weeks, runs, 1, DEFAULTS))
    seconds, processor = perf_counter() - started, process_time() - before
    tell(desk, rows, people, DEFAULTS.hold_out.share)
    count = runs * len(EVERY)
    each = f"{1000 * processor / count:.0f}"
    desk.tell("cli-bench-simulation", count=count, seconds=f"{seconds:.1f}", each=each)


def nudges(desk: Desk, measuring: Any, members: int, practices: int) -> None:
    """Measure the job that offers a practice to everybody whose day it is."""
    found = measuring.measure(members, practices)
    desk.tell("cli-bench-nudges", members=members, practices=practices, sent=found.sent, held=found.held)
    desk.tell("cli-bench-nudges-plan", seconds=f"{found.planning:.1f}")
    desk.tell(
        "cli-bench-nudges-write",
        count=found.transactions,
        seconds=f"{found.writing:.1f}",
        longest=f"{1000 * found.longest:.0f}",
    )
    desk.tell(
        "cli-bench-nudges-whole",
        processor=f"{found.processor:.1f}",
        each=f"{1e6 * found.processor / members:.0f}",
        memory=f"{found.memory:.0f}",
        before=f"{found.before:.0f}",
    )
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(found.kinds.items()))
    desk.tell("cli-bench-nudges-kinds", kinds=kinds, share=f"{100 * found.largest:.1f}")
