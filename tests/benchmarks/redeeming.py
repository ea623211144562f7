"""Many people with one link for one person, in several processes at the same moment: one gets in.

Run as a process: python -m tests.benchmarks.redeeming --database URL --code CODE --first 0 --people 34
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.clock import utc_now
from domain.people import Role
from storage import invitations, organisations
from storage.database import Database
from tests.benchmarks.databases import furnished
from tests.benchmarks.processes import running

THREADS = 16  # in each process


@dataclass(frozen=True)
class Race:
    """What came of it: how many got in, and how often each refusal was said."""

    people: int
    inside: int
    members: int
    refusals: Counter[str]


@dataclass(frozen=True)
class Heard:
    """What the people of one process heard."""

    inside: int
    refusals: dict[str, int]


async def race(url: str, code: str, *, people: int, processes: int) -> Race:
    """Let `people` strangers open one link at the same moment, spread over some processes."""
    shares = [people // processes + (number < people % processes) for number in range(processes)]
    commands = [
        [
            *(sys.executable, "-m", "tests.benchmarks.redeeming", "--database", url, "--code", code),
            *("--first", str(sum(shares[:number])), "--people", str(share)),
        ]
        for number, share in enumerate(shares)
    ]
    answers = await _at_once(commands)
    database = Database(url)
    try:
        with database.reading() as connection:
            (organisation,) = organisations.every(connection)
            members = organisations.count_members(connection, organisation.id)
    finally:
        database.close()
    refusals = Counter[str]()
    for one in answers:
        refusals.update(one.refusals)
    return Race(people, sum(one.inside for one in answers), members, refusals)


async def _at_once(commands: Sequence[Sequence[str]]) -> list[Heard]:
    """Start programs, wait until all are ready, let them go, and return what they tell."""
    together = asyncio.Barrier(len(commands))

    async def one(command: Sequence[str]) -> Heard:
        async with running(command, told=True) as process:
            assert process.stdout is not None
            assert process.stdin is not None
            if (await process.stdout.readline()).strip() != b"ready":
                raise RuntimeError("a process that redeems did not start")
            await together.wait()
            process.stdin.write(b"go\n")
            await process.stdin.drain()
            return Heard(**json.loads(await process.stdout.readline()))

    return await asyncio.gather(*(one(command) for command in commands))


async def measure(kind: str, people: int, processes: int) -> Race:
    """Make a database of a kind with a link for one person, and race for it."""
    with tempfile.TemporaryDirectory() as folder, furnished(kind, Path(folder), link_for_one) as made:
        return await race(made.copy(), made.code, people=people, processes=processes)


def link_for_one(database: Database) -> str:
    """Make an organisation with a link for one person; return its code."""
    now = utc_now()
    with database.transaction() as connection:
        organisation = organisations.add(connection, "Wedloop", "nl", "Europe/Amsterdam", now)
        return invitations.make(
            connection,
            organisation.id,
            role=Role.coordinator,
            uses=1,
            expires_at=now + timedelta(days=1),
            now=now,
        )


def main() -> None:
    """Wait for the sign, let people come in by turns of their own, and tell what they heard."""
    options = argparse.ArgumentParser()
    options.add_argument("--database", required=True)
    options.add_argument("--code", required=True)
    options.add_argument("--first", type=int, required=True)
    options.add_argument("--people", type=int, required=True)
    given = options.parse_args()

    from bot.keeper import Finder
    from bot.vocabulary import Vocabulary
    from handlers.capabilities import routes
    from handlers.kit import Incoming, World
    from handlers.kit.originals import Originals
    from handlers.kit.take import take

    world = World(Finder(), Vocabulary(), Originals(), owner="race", public_url="http://race")
    known, database = routes(), Database(given.database, threads=THREADS)

    def come_in(number: int) -> str:
        someone = Incoming("race", f"p{number}", (f"race:{number}",), text=f"/start {given.code}", pull=True)
        with database.transaction() as connection:
            taken = take(connection, someone, world, known, utc_now())
        if taken.member_id is not None:
            return ""
        (said,) = taken.says
        assert said.payload is not None
        return str(said.payload["texts"][0]["key"])

    with database.reading():
        print("ready", flush=True)
        sys.stdin.readline()
    with ThreadPoolExecutor(THREADS) as threads:
        heard = Counter(threads.map(come_in, range(given.first, given.first + given.people)))
    print(json.dumps({"inside": heard.pop("", 0), "refusals": heard}), flush=True)
    database.close()


if __name__ == "__main__":
    main()
