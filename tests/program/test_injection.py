"""A text breaks out of nothing: not of a message, a page, a table, a file, a name, a search or a button.

`python -m tests.benchmarks.injection` tries 120,000 cases.
"""

from __future__ import annotations

import random

import pytest

from tests.benchmarks import injection
from tests.benchmarks.hostile import hostile
from tests.benchmarks.injection import Failed, fuzz, messages
from tests.emulator.refusal import RefusedError

CASES = 4000


def test_text__breaks_out_of_nothing() -> None:
    tally = fuzz(CASES)
    assert sum(tally.cases.values()) >= CASES
    assert len(tally.cases) == len(injection.PLACES) + len(injection.FEW) + 1
    assert not tally.failures, "\n".join(tally.failures[:10])


def test_messages__with_values_are_all_known() -> None:
    assert len(messages()) > 1000


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("escape", lambda text, quote=True: text),  # nothing is escaped
        ("escape", lambda text, quote=True: text.replace("<", "")),  # something is lost
    ],
)
def test_place__where_a_text_breaks_out_is_found(
    name: str, broken: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"bot.render.html.{name}", broken)
    chance, failed = random.Random(3), 0
    for _ in range(300):
        try:
            injection.telegram(chance, hostile(chance, 60))
        except (Failed, RefusedError):
            failed += 1
    assert failed > 20
