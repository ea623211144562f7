"""Measure the program on this machine, next to bare bots of others. The measuring itself is in the tests."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Collection, Coroutine
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli import bench_matching, bench_peers
from bot.cli.desk import Desk, desk_of
from bot.trouble import Trouble

ROOT = Path(__file__).resolve().parents[2]
PEERS = ("ptb", "ptb-concurrent", "aiogram")

bench = typer.Typer(no_args_is_help=True, help="cli-help-bench")


class What(StrEnum):
    """What people do: what they really send, or a word that is said back."""

    mix = "mix"
    echo = "echo"


class Store(StrEnum):
    """Where it is stored."""

    sqlite = "sqlite"
    postgresql = "postgresql"


class Way(StrEnum):
    """How updates come in."""

    polling = "polling"
    webhook = "webhook"


class Part(StrEnum):
    """Which half of the questions."""

    held_out = "held-out"
    tune = "tune"


WhatOption = Annotated[What, typer.Option(help="cli-help-bench-what")]
PeopleOption = Annotated[int, typer.Option(min=1, max=1000, help="cli-help-bench-people")]
SecondsOption = Annotated[float, typer.Option(min=0.1, max=3600, help="cli-help-bench-seconds")]
RoundsOption = Annotated[int, typer.Option(min=1, max=100, help="cli-help-bench-rounds")]
StoreOption = Annotated[Store, typer.Option(help="cli-help-bench-database")]
WayOption = Annotated[Way, typer.Option(help="cli-help-bench-mode")]


@bench.command("updates", help="cli-help-bench-updates")
def updates(
    context: typer.Context,
    what: WhatOption = What.mix,
    people: PeopleOption = 50,
    seconds: SecondsOption = 5,
    rounds: RoundsOption = 5,
    database: StoreOption = Store.sqlite,
    mode: WayOption = Way.polling,
    peers: Annotated[str, typer.Option(help="cli-help-bench-peers")] = "ptb,aiogram",
) -> None:
    """Measure how many updates a second are answered, next to bare bots of others."""
    desk, measuring = desk_of(context), _measuring("updates")
    others = tuple(filter(None, peers.split(",")))
    if unknown := next((one for one in others if one not in PEERS), ""):
        raise Trouble("cli-bench-unknown-peer", code=2, name=unknown, names=", ".join(PEERS))
    plan = measuring.Plan(str(what), people, seconds, rounds, str(database), str(mode), others)
    _load(desk)
    found = _run(measuring.compare(plan, lambda name, one: _tell_round(desk, name, one)))
    for name, every in found.items():
        _tell_median(desk, measuring, name, every)
    for name in others:
        speed, processor = measuring.times(found, name)
        desk.tell("cli-bench-times", name=name, speed=f"{speed:.2f}", processor=f"{processor:.2f}")
    _load(desk)


@bench.command("latency", help="cli-help-bench-latency")
def latency(
    context: typer.Context,
    rate: Annotated[float, typer.Option(min=1, max=10_000, help="cli-help-bench-rate")] = 100,
    what: WhatOption = What.mix,
    people: PeopleOption = 50,
    seconds: SecondsOption = 20,
    database: StoreOption = Store.sqlite,
    mode: WayOption = Way.polling,
) -> None:
    """Measure how long people wait at a steady pace."""
    desk, measuring = desk_of(context), _measuring("updates")
    plan = measuring.Plan(str(what), people, seconds, 1, str(database), str(mode), ())
    _load(desk)
    found = _run(measuring.latency(plan, rate))
    waits = {at: f"{getattr(found, at):.1f}" for at in ("p50", "p95", "p99")}
    desk.tell("cli-bench-latency", rate=f"{rate:g}", count=found.answers, **waits)
    _load(desk)


@bench.command("start", help="cli-help-bench-start")
def start(
    context: typer.Context,
    practices: Annotated[int, typer.Option(min=1, max=1_000_000, help="cli-help-bench-practices")] = 10_000,
    rounds: RoundsOption = 3,
) -> None:
    """Measure how soon the program listens with a full library, next to an empty one."""
    desk, measuring = desk_of(context), _measuring("start")
    _load(desk)
    desk.tell("cli-bench-filling", count=practices)
    found = _run(
        measuring.compare(
            practices, rounds, lambda size, one: _tell_start(desk, "cli-bench-start", size, one)
        )
    )
    for size in found:
        _tell_start(desk, "cli-bench-start-median", size, measuring.median(found, size))
    ratio = measuring.median(found, practices).seconds / measuring.median(found, 0).seconds
    desk.tell("cli-bench-start-times", times=f"{ratio:.2f}")
    _load(desk)


@bench.command("matching", help="cli-help-bench-matching")
def matching(
    context: typer.Context,
    data: Annotated[Path | None, typer.Option(metavar="DIR", help="cli-help-bench-data")] = None,
    tables: Annotated[str, typer.Option(help="cli-help-bench-tables")] = "",
    part: Annotated[Part, typer.Option(help="cli-help-bench-part")] = Part.held_out,
    most: Annotated[int, typer.Option(min=0, help="cli-help-bench-most")] = 0,
    peers: Annotated[str, typer.Option(help="cli-help-bench-search-peers")] = "all",
    without: Annotated[str, typer.Option(help="cli-help-bench-without")] = "",
    practices: Annotated[str, typer.Option(help="cli-help-bench-sizes")] = "1000,100000",
    picture: Annotated[Path | None, typer.Option(metavar="FILE", help="cli-help-bench-picture")] = None,
) -> None:
    """Measure how well and how fast practices are found, next to search of others."""
    desk, every = desk_of(context), bench_matching.WITH_DATA
    legs = _measuring("matching.ablation").WITHOUT
    plan = bench_matching.Plan(
        data,
        _names("tables", tables, every) or (every if data else bench_matching.OWN),
        part.value,
        most,
        tuple(filter(None, peers.split(","))),
        _names("without", without, legs),
        tuple(map(int, _names("practices", practices))),
        picture,
    )
    if data is None and not bench_matching.NEEDING_DATA.isdisjoint(plan.tables):
        raise Trouble("cli-bench-needs-data", code=2)
    bench_matching.Bench(desk, _measuring, plan).run()


def _names(option: str, given: str, known: Collection[str] = ()) -> tuple[str, ...]:
    """Return names with commas between; without any that are known they are numbers."""
    found = tuple(filter(None, (name.strip() for name in given.split(","))))
    for name in found:
        if not (name in known if known else name.isdigit() and int(name)):
            values = ", ".join(known) or "1000"
            raise Trouble("cli-bench-unknown-name", code=2, option=option, name=name, names=values)
    return found


@bench.command("simulation", help="cli-help-bench-simulation")
def simulation(
    context: typer.Context,
    people: Annotated[int, typer.Option(min=20, max=2000, help="cli-help-simulate-people")] = 240,
    weeks: Annotated[int, typer.Option(min=2, max=104, help="cli-help-simulate-weeks")] = 26,
    runs: Annotated[int, typer.Option(min=1, max=200, help="cli-help-simulate-runs")] = 20,
) -> None:
    """Measure how long the table of the peer model takes, and print it."""
    desk = desk_of(context)
    _load(desk)
    bench_peers.simulation(desk, people, weeks, runs)
    _load(desk)


@bench.command("nudges", help="cli-help-bench-nudges")
def nudges(
    context: typer.Context,
    members: Annotated[int, typer.Option(min=1, max=1_000_000, help="cli-help-bench-members")] = 100_000,
    practices: Annotated[int, typer.Option(min=1, max=100_000, help="cli-help-bench-made")] = 10_000,
) -> None:
    """Measure choosing a practice and a message for everybody in a large organisation."""
    desk, measuring = desk_of(context), _measuring("nudging")
    _load(desk)
    bench_peers.nudges(desk, measuring, members, practices)
    _load(desk)


@bench.command("guard", help="cli-help-bench-guard")
def guard(
    context: typer.Context,
    part: Annotated[Part, typer.Option(help="cli-help-bench-part")] = Part.held_out,
) -> None:
    """Measure what the privacy guard finds and misses: on the project's own messages."""
    desk, measuring = desk_of(context), _measuring("guard.own")
    for language in ("nl", "en"):
        found = measuring.measure(measuring.messages(part.value, language))
        desk.tell(
            "cli-bench-guard",
            language=language,
            count=found.messages,
            personal=found.personal,
            recall=f"{100 * found.recall:.1f}",
            clean=found.clean,
            alarms=f"{100 * found.false_alarms:.1f}",
            each=f"{found.each:.2f}",
        )
        for kind, (caught, count) in found.kinds.items():
            desk.tell(
                "cli-bench-guard-kind",
                kind=kind.value,
                found=caught,
                count=count,
                alarms=found.alarms.get(kind, 0),
            )


@bench.command("invitations", help="cli-help-bench-invitations")
def redeem(
    context: typer.Context,
    people: Annotated[int, typer.Option(min=2, max=10_000, help="cli-help-bench-redeemers")] = 100,
    processes: Annotated[int, typer.Option(min=1, max=16, help="cli-help-bench-processes")] = 3,
    database: StoreOption = Store.sqlite,
) -> None:
    """Let many people open one link for one person at the same moment, and count who gets in."""
    desk, measuring = desk_of(context), _measuring("redeeming")
    found = _run(measuring.measure(database.value, people, processes))
    desk.tell(
        "cli-bench-invitations",
        database=database.value,
        people=found.people,
        processes=processes,
        inside=found.inside,
        members=found.members,
        refused=found.refusals.total(),
        sentences=len(found.refusals),
    )


def _measuring(name: str) -> Any:
    """Return a module of the tests, which only a clone of the source has."""
    if not (ROOT / "tests" / "benchmarks").is_dir():
        raise Trouble("cli-bench-no-clone", code=2)
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    try:
        return import_module(f"tests.benchmarks.{name}")
    except ModuleNotFoundError as error:
        raise Trouble("cli-bench-missing", name=str(error.name)) from None


def _run(work: Coroutine[Any, Any, Any]) -> Any:
    cannot = _measuring("cannot").CannotMeasure
    try:
        return asyncio.run(work)
    except cannot as error:
        raise Trouble(f"cli-bench-{error.kind}", **error.values) from None


def _load(desk: Desk) -> None:
    """Say how busy the machine is: a measurement on a busy one says little."""
    desk.tell("cli-bench-load", load=f"{os.getloadavg()[0]:.1f}", cores=os.cpu_count() or 1)


def _tell_round(desk: Desk, name: str, one: Any) -> None:
    values = {at: f"{getattr(one, at):.0f}" for at in ("p50", "p95", "p99")}
    desk.tell("cli-bench-round", name=name, speed=f"{one.per_second:.0f}", cpu=f"{one.cpu:.2f}", **values)


def _tell_median(desk: Desk, measuring: Any, name: str, every: Any) -> None:
    speeds = [one.per_second for one in every]
    desk.tell(
        "cli-bench-median",
        name=name,
        speed=f"{measuring.median(every, 'per_second'):.0f}",
        least=f"{min(speeds):.0f}",
        most=f"{max(speeds):.0f}",
        cpu=f"{measuring.median(every, 'cpu'):.2f}",
    )


def _tell_start(desk: Desk, key: str, size: int, one: Any) -> None:
    desk.tell(
        key,
        count=size,
        seconds=f"{one.seconds:.2f}",
        memory=f"{one.memory:.0f}",
        answer=f"{one.answer:.0f}",
    )
