"""The program's own source, read as syntax trees, for checks that hold for all of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("bot", "handlers", "storage", "domain", "content")


@cache
def files(floor: str) -> tuple[Path, ...]:
    """Return the Python files of a floor."""
    return tuple(sorted((ROOT / floor).rglob("*.py")))


@cache
def tree(file: Path) -> ast.Module:
    """Return a file as a syntax tree."""
    return ast.parse(file.read_text("utf-8"), str(file))


def imports(file: Path) -> Iterator[tuple[str, int]]:
    """Yield every module a file imports, with its line; `from a import b` counts as a.b too."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            for one in node.names:
                yield one.name, node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module, node.lineno
            for one in node.names:
                yield f"{node.module}.{one.name}", node.lineno


def calls(*names: str) -> Iterator[tuple[Path, ast.Call]]:
    """Yield every call, anywhere in handlers and bot, of a function or class of one of these names."""
    for floor in ("handlers", "bot"):
        for file in files(floor):
            for node in ast.walk(tree(file)):
                if isinstance(node, ast.Call):
                    called = (
                        node.func.attr
                        if isinstance(node.func, ast.Attribute)
                        else getattr(node.func, "id", "")
                    )
                    if called in names:
                        yield file, node
