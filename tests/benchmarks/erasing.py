"""Erase somebody with thousands of rows while others go on: how long these wait, and what is left.

python -m tests.benchmarks.erasing --database sqlite --rows 10000
python -m tests.benchmarks.erasing --database postgresql --rows 10000 --kill
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import signal
import statistics
import sys
import time
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlalchemy as sa

from bot.clock import utc_now
from bot.core import core
from bot.engine import Engine
from bot.settings import Settings, read
from domain.people import Address, Role
from domain.practices import Attribution, Parts, Visibility
from handlers.kit import Incoming, Kind
from handlers.kit.buttons import encode
from handlers.kit.doors import Useful
from storage import erasure, leaving, members, organisations, practices
from storage.database import Connection, Database
from storage.tables import (
    deliveries,
    kudos,
    lines,
    metadata,
    pledges,
    question_matches,
    questions,
    trials,
    votes,
)
from storage.tables import practices as practice_rows
from tests.benchmarks.databases import furnished
from tests.benchmarks.mix import FITTING
from tests.canaries import files_of, found_in, logs_of

KEY = "k" * 40
NAME = "Zwaluwië"
CANARY = "kanarieé"
PEOPLE = 20
# Of a hundred rows of the person who leaves.
SHARES = {
    "lines": 25,
    "said": 20,
    "votes": 20,
    "questions": 10,
    "pledges": 9,
    "trials": 8,
    "shared": 5,
    "thanks": 3,
}
CARD = Parts(
    "Post samen openmaken",
    "Iemand maakt de post niet open.",
    "Maak samen stapels.",
    "Rust.",
    "Niet bij haast.",
)


def furnish(database: Database, rows: int) -> None:
    """Make an organisation in which one person has so many rows, with words that stand nowhere else."""
    count = {name: rows * share // 100 for name, share in SHARES.items()}
    now = utc_now()
    with database.transaction() as connection:
        inside = organisations.add(connection, "Proef", "nl", "Europe/Amsterdam", now)
        people = [
            _person(connection, inside.id, name) for name in (NAME, *(f"Collega{n}" for n in range(PEOPLE)))
        ]
        heavy, other = people[0], people[1]
        others = _share(connection, inside.id, other, max(count.values()), "van een collega")
        own = _share(connection, inside.id, heavy, count["shared"], CANARY)
        base = {"organisation_id": inside.id}
        mine = base | {"member_id": heavy}

        def add(table: sa.Table, many: Iterable[dict[str, Any]]) -> None:
            connection.execute(sa.insert(table), list(many))

        add(votes, (mine | {"practice_id": one, "at": now} for one in others[: count["votes"]]))
        connection.execute(
            sa.update(practice_rows).where(practice_rows.c.id.in_(others[: count["votes"]])).values(useful=1)
        )
        add(
            trials,
            (
                mine
                | {"public_id": f"t{n:011}", "practice_id": one, "outcome": "worked", "at": now}
                | {"line": f"Eerst {CANARY}ervaring{n} koffie.", "named": True}
                for n, one in enumerate(others[: count["trials"]])
            ),
        )
        add(
            pledges,
            (
                mine
                | {"public_id": f"p{n:011}", "practice_id": one, "moment": "week", "at": now}
                | {"plan": f"als {CANARY}plan{n}", "state": "closed"}
                for n, one in enumerate(others[: count["pledges"]])
            ),
        )
        add(
            kudos,
            (
                base
                | {"public_id": f"k{n:011}", "practice_id": one, "from_id": heavy, "to_id": other, "at": now}
                | {"words": f"Dank {CANARY}dank{n} voor dit.", "named": True}
                for n, one in enumerate(others[: count["thanks"]])
            ),
        )
        add(
            questions,
            (
                mine
                | {"public_id": f"q{n:011}", "text": f"iemand {CANARY}vraag{n} opent niet", "language": "nl"}
                | {"outcome": "answer", "state": "answered", "at": now}
                for n in range(count["questions"])
            ),
        )
        asked = connection.execute(sa.select(questions.c.id).order_by(questions.c.id)).scalars().all()
        add(
            question_matches,
            (
                base
                | {
                    "question_id": one,
                    "practice_id": others[n % 50],
                    "place": 1,
                    "confidence": 1.0,
                    "why": [],
                }
                | {"verdict": "helped"}
                for n, one in enumerate(asked)
            ),
        )
        payload = {"texts": [{"key": "card-quote", "values": {"quote": f"Ik zei {CANARY}gezegd iets"}}]}
        sent = {
            "channel": "telegram",
            "address": f"{CANARY}adres",
            "language": "nl",
            "lane": 0,
            "state": "sent",
        }
        sent |= {"payload": payload, "not_before": now, "created_at": now}
        add(deliveries, (mine | sent for _ in range(count["said"])))
        add(
            lines, (mine | {"mine": f"mijn {CANARY}regel{n} woord", "at": now} for n in range(count["lines"]))
        )
        # What colleagues have on screen: half of it quotes, or names, the person who leaves.
        shown = (
            {"texts": [{"key": "card-quote", "values": {"quote": f"Eerst {CANARY}ervaring{n} koffie."}}]}
            if n % 4 == 0
            else {"texts": [{"key": "card-from-name", "values": {"name": NAME if n % 4 == 1 else "Dora"}}]}
            for n in range(rows)
        )
        add(
            lines,
            (
                base | {"member_id": people[1 + n % PEOPLE], "payload": one, "at": now}
                for n, one in enumerate(shown)
            ),
        )
        assert own


def _person(connection: Connection, organisation_id: int, name: str) -> int:
    now = utc_now() - timedelta(days=30)
    made = members.add(
        connection, organisation_id=organisation_id, role=Role.member, language="nl", name=name, now=now
    )
    members.add_address(connection, made, Address("talk", name, pull=True), now)
    members.agree(connection, made.id, now)
    return made.id


def _share(connection: Connection, organisation_id: int, author: int, many: int, mark: str) -> list[int]:
    new = [
        practices.NewPractice(
            Parts(
                f"{CARD.title} {n}",
                f"{CARD.situation} {mark} {n}",
                f"{CARD.approach} {mark}aanpak{n}",
                CARD.result,
                CARD.limits,
            ),
            "nl",
            ("debt",),
            Attribution.name,
            Visibility.organisation,
            author_id=author,
        )
        for n in range(many)
    ]
    return [number for number, _ in practices.add_many(connection, organisation_id, new, utc_now())]


def settings_for(url: str, folder: Path) -> Settings:
    """Return the settings of a program on this database, with nothing of the outside."""
    return read(_env_file=None, database_url=url, secret_key=KEY, data_dir=folder)


class Crowd:
    """People who ask, vote and look while somebody is erased; keeps how long each waited, in milliseconds."""

    def __init__(self, engine: Engine, cards: list[str], rate: float) -> None:
        self.engine = engine
        self.cards = cards
        self.rate = rate
        self.waits: list[float] = []
        self._chance = random.Random(1)
        self._number = 0

    async def go_on(self, until: asyncio.Event) -> list[float]:
        """Act at an even pace, whether or not the one before was answered, until told to stop."""
        self.waits = []
        tasks = []
        while not until.is_set():
            tasks.append(asyncio.create_task(self._act()))
            await asyncio.sleep(1 / self.rate)
        await asyncio.gather(*tasks)
        return self.waits

    async def _act(self) -> None:
        self._number += 1
        who = f"Collega{self._chance.randrange(PEOPLE)}"
        what = self._chance.random()
        more: dict[str, Any] = {"text": self._chance.choice(FITTING)}
        if what < 0.3:
            more = {"kind": Kind.button, "data": encode(Useful(self._chance.choice(self.cards), ""))}
        elif what < 0.5:
            more = {"text": "/help"}
        begun = time.perf_counter()
        await self.engine.handle(Incoming("talk", who, (f"bench:{self._number}",), pull=True, **more))
        self.waits.append(1000 * (time.perf_counter() - begun))


def told(name: str, waits: list[float]) -> None:
    """Print how long people waited."""
    cuts = statistics.quantiles(waits, n=100)
    print(
        f"{name}: {len(waits)} turns, p50 {cuts[49]:.1f} ms, p95 {cuts[94]:.1f} ms, p99 {cuts[98]:.1f} ms, "
        f"most {max(waits):.0f} ms",
        flush=True,
    )


async def measure(settings: Settings, rate: float, quiet: float, *, rows: int) -> None:
    """Let people go on without and with an erasure, and print how they fared."""
    async with core(settings) as (engine, worker, _):
        eraser = engine.eraser
        assert eraser is not None
        cards = await worker.read(_cards)
        crowd = Crowd(engine, cards, rate)
        await _for(crowd, 3)
        told("without an erasure", await _for(crowd, quiet))
        begun = time.perf_counter()
        await worker.write(_begin)
        print(f"the turn that leaves: {1000 * (time.perf_counter() - begun):.0f} ms", flush=True)
        over = asyncio.Event()
        others = asyncio.create_task(crowd.go_on(over))
        begun = time.perf_counter()
        await eraser.finish()
        took = time.perf_counter() - begun
        over.set()
        told("during an erasure", await others)
        print(f"{rows} rows were erased in {took:.1f} s", flush=True)


async def _for(crowd: Crowd, seconds: float) -> list[float]:
    over = asyncio.Event()
    asyncio.get_running_loop().call_later(seconds, over.set)
    return await crowd.go_on(over)


def _cards(connection: Connection) -> list[str]:
    query = sa.select(practice_rows.c.public_id).join(
        sa.text("members"), sa.text("members.id = practices.author_id")
    )
    return list(connection.execute(query.where(sa.text("members.name <> :name")), {"name": NAME}).scalars())


def _begin(connection: Connection) -> None:
    member = members.at_address(connection, "talk", NAME)
    assert member is not None
    leaving.begin(connection, member, keep_practices=False, now=utc_now())


async def _only_erase(settings: Settings) -> None:
    async with core(settings) as (engine, _, _):
        assert engine.eraser is not None
        await engine.eraser.finish()


async def killed(settings: Settings, times: int) -> int:
    """Erase in processes of their own that are killed on the way; return how many kills there were."""
    with Opened(settings) as database, database.transaction() as connection:
        _begin(connection)
    done = 0
    for attempt in range(times):
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.benchmarks.erasing", "--go-on", settings.database),
            *("--folder", str(settings.data_dir)),
            env=os.environ | {"LOG_LEVEL": "ERROR"},
        )
        try:
            # Reading the program takes a while; then each is given a little longer than the one before.
            await asyncio.wait_for(child.wait(), 3 + 0.7 * attempt)
            break
        except TimeoutError:
            child.send_signal(signal.SIGKILL)
            await child.wait()
            done += 1
    await _only_erase(settings)
    return done


class Opened:
    """A database that is closed at the end of the block."""

    def __init__(self, settings: Settings) -> None:
        self._database = Database(settings.database)

    def __enter__(self) -> Database:
        return self._database

    def __exit__(self, *_: object) -> None:
        self._database.close()


def look(settings: Settings) -> None:
    """Print what is left of the words, in rows and in bytes."""
    words = (NAME, CANARY)
    with Opened(settings) as database:
        with database.reading() as connection:
            left = {
                table.name: sum(
                    CANARY in repr(row) or NAME in repr(row) for row in connection.execute(sa.select(table))
                )
                for table in metadata.sorted_tables
            }
            open_ones = erasure.open_erasures(connection)
            useful = connection.execute(sa.select(sa.func.sum(practice_rows.c.useful))).scalar()
        left_over = sum(left.values())
        print(f"rows with the words: {left_over}; open erasures: {len(open_ones)}; votes counted: {useful}")
        print(f"bytes, right after: {_hits(database, words)}")
        begun = time.perf_counter()
        database.scrub(whole=True)
        print(f"bytes, after kopgroep scrub ({time.perf_counter() - begun:.1f} s): {_hits(database, words)}")
        if not database.is_sqlite:
            print(f"in PostgreSQL's log of changes: {sum(found_in(logs_of(database), words).values())} hits")


def _hits(database: Database, words: tuple[str, ...]) -> str:
    files = files_of(database)
    return f"{sum(found_in(files, words).values())} hits in {len(files)} files"


def main() -> None:
    """Run what the options say."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    options.add_argument("--rows", type=int, default=10_000)
    options.add_argument("--rate", type=float, default=25, help="turns a second of the others")
    options.add_argument("--quiet", type=float, default=10, help="seconds without an erasure")
    options.add_argument("--kill", type=int, default=0, metavar="TIMES", help="kill the eraser on the way")
    options.add_argument("--go-on", default="", help=argparse.SUPPRESS)
    options.add_argument("--folder", type=Path, default=None, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.go_on:
        asyncio.run(_only_erase(settings_for(given.go_on, given.folder)))
        return
    with TemporaryDirectory(prefix="kg-erase-") as name:
        folder = Path(name)

        def fill(database: Database) -> str:
            furnish(database, given.rows)
            return ""

        with furnished(given.database, folder, fill) as base:
            settings = settings_for(base.copy(), folder)
            if given.kill:
                print(f"killed on the way: {asyncio.run(killed(settings, given.kill))} times", flush=True)
            else:
                asyncio.run(measure(settings, given.rate, given.quiet, rows=given.rows))
            look(settings)


if __name__ == "__main__":
    main()
