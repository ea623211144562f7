"""Stairs go down only, and each floor speaks its own language."""

from __future__ import annotations

import ast

import pytest

from tests.program.source import FLOORS, ROOT, files, imports, tree

MAY_USE = {
    "bot": {"bot", "handlers", "storage", "domain", "content"},
    "handlers": {"handlers", "storage", "domain"},
    "storage": {"storage", "domain"},
    "domain": {"domain"},
    "content": {"content"},
}
FOREIGN = {
    "handlers": {"telegram", "sqlalchemy", "starlette", "apscheduler", "alembic", "fluent"},
    "storage": {"telegram", "starlette", "apscheduler", "fluent"},
    "domain": {
        "telegram",
        "sqlalchemy",
        "starlette",
        "apscheduler",
        "alembic",
        "fluent",
        "asyncio",
        "time",
        "random",
    },
    "content": {"telegram", "sqlalchemy", "starlette", "apscheduler", "alembic"},
    "bot": set(),
}


@pytest.mark.parametrize("floor", FLOORS)
def test_floor__imports_only_what_lies_below(floor: str) -> None:
    wrong = []
    for file in files(floor):
        for module, line in imports(file):
            top = module.split(".")[0]
            if (top in FLOORS and top not in MAY_USE[floor]) or top in FOREIGN[floor]:
                wrong.append(f"{file.relative_to(ROOT)}:{line} imports {module}")
    assert not wrong, "\n".join(wrong)


def test_capability__does_not_import_a_sibling() -> None:
    wrong = []
    for file in files("handlers"):
        if file.parent.name == "kit" or file.name in ("__init__.py", "capabilities.py"):
            continue
        own = file.relative_to(ROOT / "handlers").parts[0].removesuffix(".py")
        for module, line in imports(file):
            parts = module.split(".")
            if parts[0] == "handlers" and len(parts) > 1 and parts[1] not in ("kit", own):
                wrong.append(f"{file.relative_to(ROOT)}:{line} imports {module}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("floor", ["domain", "storage", "handlers"])
def test_floor__does_not_read_the_clock(floor: str) -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in files(floor)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute)
        and node.attr in ("now", "utcnow", "today")
        and isinstance(node.value, ast.Name)
        and node.value.id in ("datetime", "date")
    ]
    assert not wrong, "`now` is an argument:\n" + "\n".join(wrong)


@pytest.mark.parametrize("floor", ["domain", "storage", "handlers"])
def test_channel__is_named_in_bot_only(floor: str) -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{node.lineno} {node.value!r}"
        for file in files(floor)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Constant) and node.value in ("telegram", "web", "talk")
    ]
    assert not wrong, "\n".join(wrong)


def test_nobody__commits_but_the_transaction() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for floor in FLOORS
        for file in files(floor)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("commit", "begin_nested")
        and file.name not in ("database.py", "migrate.py")
    ]
    assert not wrong, "\n".join(wrong)


def test_public_function__says_what_it_does() -> None:
    wrong = []
    for floor in FLOORS:
        for file in files(floor):
            if "versions" in file.parts:
                continue
            module = tree(file)
            if not ast.get_docstring(module) and file.read_text("utf-8").strip():
                wrong.append(f"{file.relative_to(ROOT)}: the module")
            for node in module.body:
                if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                    continue
                if not node.name.startswith("_") and not ast.get_docstring(node):
                    wrong.append(f"{file.relative_to(ROOT)}:{node.lineno} {node.name}")
    assert not wrong, "\n".join(wrong)
