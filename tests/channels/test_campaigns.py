"""What waits, while its senders are killed, stopped and troubled: short here, long as a campaign.

The figures of the long ones: docs/benchmarks.md. More options: `python -m tests.benchmarks.delivery --help`.
"""

from __future__ import annotations

import dataclasses

import pytest

from domain.delivery import Lane
from tests.benchmarks.delivery.kills import Count, kills
from tests.benchmarks.delivery.office import Plan
from tests.benchmarks.delivery.pace import pace, replies
from tests.benchmarks.delivery.schedules import firing
from tests.benchmarks.delivery.trouble import trouble

SHORT = Plan(people=30, kills=2, window=2)


def check(count: Count, window: int) -> None:
    """Nobody is forgotten, nobody gets it three times, and who gets it twice is told so."""
    print(f"\n{count}")
    assert (count.lost, count.unflagged) == (0, 0)
    assert count.extra <= window * count.kills
    assert count.most_per_kill <= window
    assert count.most_copies <= 2


@pytest.mark.timeout(300)
async def test_broadcast__outlives_its_sender() -> None:
    check(await kills(SHORT), 2)


@pytest.mark.timeout(300)
async def test_broadcast__whose_sender_is_stopped_doubles_nothing() -> None:
    count = await kills(dataclasses.replace(SHORT, politely=True))
    check(count, 0)
    assert count.flagged == 0


@pytest.mark.campaign
@pytest.mark.timeout(3600)
@pytest.mark.parametrize(("database", "replicas"), [("sqlite", 1), ("postgresql", 3)])
async def test_broadcast__outlives_two_hundred_kills(database: str, replicas: int) -> None:
    count = await kills(Plan(database=database, replicas=replicas))
    check(count, 2)
    assert count.extra <= count.kills


@pytest.mark.campaign
@pytest.mark.timeout(1800)
async def test_broadcast__outlives_fifty_stops() -> None:
    check(await kills(Plan(people=2000, kills=50, politely=True)), 0)


@pytest.mark.campaign
@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("database", "replicas"), [("sqlite", 1), ("postgresql", 3)])
async def test_broadcast__outlives_trouble(database: str, replicas: int) -> None:
    found = await trouble(Plan(people=1000, database=database, replicas=replicas, window=20))
    print(f"\n{found}")
    assert (found.count.lost, found.count.unflagged, found.unreached) == (0, 0, 0)
    assert found.count.most_copies <= 2
    assert found.gone == found.blocked


@pytest.mark.campaign
@pytest.mark.timeout(600)
@pytest.mark.parametrize(("database", "replicas"), [("sqlite", 1), ("postgresql", 3)])
async def test_schedule__of_killed_processes_fires_once(database: str, replicas: int) -> None:
    found = await firing(Plan(people=200, kills=30, database=database, replicas=replicas))
    print(f"\n{found}")
    assert (found.fired, found.twice, found.skipped) == (found.due, 0, 0)


@pytest.mark.campaign
@pytest.mark.timeout(600)
async def test_pace__of_three_processes_is_the_set_one_without_a_refusal() -> None:
    plan = Plan(people=3000, database="postgresql", replicas=3, per_second=28)
    for lane, share in ((Lane.loop, 1.0), (Lane.broadcast, 0.8)):
        rate = await pace(plan, lane, share)
        print(f"\n{lane.name}: {rate}")
        assert rate.floods == 0


@pytest.mark.campaign
@pytest.mark.timeout(600)
async def test_reply__passes_a_broadcast() -> None:
    waits = await replies(Plan(people=10_000, per_second=28, seconds=30))
    print(f"\n{waits}")
    assert waits.floods == 0
