"""Nobody but Telegram brings updates: forged calls are refused before their body is read.

`python -m tests.benchmarks.webhook` makes ten thousand of them and prints the figures.
"""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest

from bot.channels.telegram import intake
from tests.benchmarks.webhook import campaign, forged, knock, office, true_call
from tests.program.source import tree

CALLS = 400


async def test_forged_calls__are_refused_unread_and_nothing_of_them_is_stored(tmp_path: Path) -> None:
    async with office(tmp_path) as there:
        found = await campaign(there, CALLS)
        assert (found.calls, found.accepted, found.read_without_secret, found.troubled) == (CALLS, 0, 0, 0)
        assert (await knock(there.app, true_call(there.door, 10**6))).status == 200
        assert await there.stored() > 0, "a true call is stored, so the count can fail"


def test_forged_calls__are_of_every_kind() -> None:
    kinds = {one.kind for one in forged(CALLS, intake.Door.of("k" * 40))}
    assert len(kinds) == 11


async def test_body__that_does_not_come_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "MOST_SECONDS", 0.05)
    async with office(tmp_path) as there:
        slow = replace(true_call(there.door, 1), endless=True)
        assert (await knock(there.app, slow)).status == 408
        assert await there.stored() == 0


def test_secret__is_compared_in_constant_time() -> None:
    """Nothing in the module compares a secret in another way."""
    found = tree(Path(intake.__file__))
    called = {node.attr for node in ast.walk(found) if isinstance(node, ast.Attribute)}
    assert "compare_digest" in called
    compared = [
        ast.unparse(node)
        for node in ast.walk(found)
        if isinstance(node, ast.Compare) and "secret" in ast.unparse(node).lower()
    ]
    assert not compared
