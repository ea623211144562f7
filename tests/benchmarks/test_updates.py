"""Updates answered per second and how long people wait; the measuring itself is in `updates`.

Run: pytest -m benchmark -s tests/benchmarks/test_updates.py
"""

from __future__ import annotations

import os

import pytest

from tests.benchmarks.updates import Measured, Plan, compare, latency, times

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]

ROUNDS = int(os.environ.get("ROUNDS", "3"))
LEAST_RATIO = 1.5
MOST_WAIT = 50  # milliseconds


def told(name: str, one: Measured) -> None:
    """Print one round."""
    print(
        f"\n{name}: {one.per_second:.0f}/s, {one.cpu:.2f} ms of processor each, "
        f"p50 {one.p50:.0f} ms, p95 {one.p95:.0f} ms, p99 {one.p99:.0f} ms",
        end="",
    )


@pytest.mark.parametrize("what", ["mix", "echo"])
async def test_updates__are_answered_faster_than_by_a_bot_that_stores_nothing(what: str) -> None:
    plan = Plan(what, seconds=3, rounds=ROUNDS, peers=("ptb",))
    per_second, per_processor = times(await compare(plan, told), "ptb")
    print(f"\n{what}: {per_second:.2f} times theirs; per second of processor {per_processor:.2f} times")
    assert per_second >= LEAST_RATIO


@pytest.mark.parametrize("what", ["mix", "echo"])
async def test_updates__at_a_hundred_a_second_wait_less_than_fifty_milliseconds(what: str) -> None:
    found = await latency(Plan(what, seconds=10), 100)
    told(what, found)
    assert found.p99 < MOST_WAIT
