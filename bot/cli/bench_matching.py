"""Measure how well and how fast the matcher finds, next to others. The measuring itself is in the tests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.cli.desk import Desk


def own(desk: Desk, measuring: Any, part: str) -> None:
    """Measure on the project's own questions, and print what was found."""
    found = measuring.measure(lambda asked, cards: desk.warn("cli-bench-own-next", asked=asked, cards=cards))
    _table(desk, "cli-bench-own-goals", [_goal(desk, one) for one in found.goals()])
    for name, rows in found.tables(part).items():
        _table(desk, f"cli-bench-own-{name}", rows, part=part)


def _goal(desk: Desk, one: Any) -> list[str]:
    return [
        desk.words(f"cli-bench-own-goal-{one.name}"),
        f"{one.wanted}",
        _interval(one.held_out),
        _interval(one.tune),
    ]


def _interval(share: Any) -> str:
    least, most = share.between
    return f"{share.percent:.1f} ({least:.0f}–{most:.0f}; {share.yes}/{share.of})"


def _table(desk: Desk, key: str, rows: Sequence[Sequence[str]], **values: str) -> None:
    """Print a table as one writes it in a page: its title, its columns, and rows in line."""
    print(f"\n{desk.words(key, **values)}\n")
    head = [name.strip() for name in desk.words(f"{key}.columns").split("|")]
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for line in (head, ["-" * width for width in widths], *rows):
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        print(f"| {' | '.join(cells)} |")
