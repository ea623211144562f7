"""Where a campaign takes place: people at an emulator, a database, and the whole program that serves them."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from bot.clock import utc_now
from domain.audience import Audience, By
from domain.broadcasts import Ask, Stage, Voice
from domain.delivery import Lane, Outcome
from domain.people import CONSENT, Role, State
from storage import broadcasts, deliveries, members, tables
from storage.broadcasts import Broadcast
from storage.database import Connection, Database, new_public_id
from tests.benchmarks import library
from tests.benchmarks.databases import furnished
from tests.benchmarks.processes import free_port, running
from tests.benchmarks.updates import settings
from tests.emulator import Emulator, Person
from tests.emulator.flood import Flood

STARTERS = 81
READY_WITHIN = 90


@dataclass(frozen=True)
class Plan:
    """What a campaign does."""

    people: int = 5000
    database: str = "sqlite"
    replicas: int = 1
    per_second: float = 1000
    window: int = 2
    kills: int = 200
    politely: bool = False
    seconds: float = 20
    seed: int = 1
    latency: float = 0.0
    asking: float = 3  # questions a second


@dataclass
class Office:
    """A database with people in it, the emulator they are at, and the programs that serve them."""

    plan: Plan
    url: str
    database: Database
    emulator: Emulator
    people: list[Person]
    folder: Path
    asking: list[Person] = field(default_factory=list)  # get no broadcast, so that what they get is an answer

    # --- what is to be said --------------------------------------------------------------------------

    def broadcast(self) -> Broadcast:
        """Let Carla have confirmed a message to everybody who takes part; the clock sends it."""
        now = utc_now()
        with self.database.transaction() as connection:
            carla, *_ = members.with_roles(connection, 1, [Role.coordinator])
            return broadcasts.add(
                connection,
                carla,
                words="Morgen om tien uur is er *taart*.",
                voice=Voice.colleagues,
                asks=Ask.seen,
                audience=Audience(By.role, Role.member.value).code,
                recipients=len(self.people),
                start_at=now,
                now=now,
            )

    def queue(self, lane: Lane) -> None:
        """Let one message of this lane wait for everybody, as let through already."""
        now = utc_now()
        with self.database.transaction() as connection:
            deliveries.queue_many(
                connection,
                _numbers(connection),
                prefix="bericht:",
                payload={"texts": [{"key": "card-title", "values": {"title": "bericht"}}]},
                lane=lane,
                now=now,
            )
            connection.execute(
                sa.update(tables.deliveries)
                .where(tables.deliveries.c.state == Outcome.held.value)
                .values(state=Outcome.waiting.value, released_at=now)
            )

    # --- how it stands -------------------------------------------------------------------------------

    @property
    def is_done(self) -> bool:
        """Whether the broadcast has come to its end and nothing of it waits."""
        with self.database.reading() as connection:
            stages = connection.execute(sa.select(tables.broadcasts.c.state)).scalars().all()
            found = connection.execute(sa.select(tables.deliveries.c.id).where(_UNDONE).limit(1)).first()
        return set(stages) == {Stage.done.value} and found is None

    def states(self) -> Counter[str]:
        """Count the messages of broadcasts by how they stand."""
        with self.database.reading() as connection:
            query = sa.select(tables.deliveries.c.state, sa.func.count()).where(_OF_BROADCASTS)
            rows = connection.execute(query.group_by(tables.deliveries.c.state))
            return Counter({row[0]: row[1] for row in rows})

    @property
    def reached(self) -> int:
        """How many messages arrived at the phones of recipients, copies counted."""
        return sum(call.chat in self._recipients for call in self.emulator.sent)

    def __post_init__(self) -> None:
        self._recipients = {one.id for one in self.people}

    async def until(self, true: Callable[[], bool], within: float, pause: float = 0.02) -> None:
        """Look now and then until it is so."""
        async with asyncio.timeout(within):
            while not true():  # noqa: ASYNC110 - another process makes it so
                await asyncio.sleep(pause)

    @property
    def log(self) -> str:
        """The last that the programs complained of."""
        return (self.folder / "bot.log").read_text("utf-8", "replace")[-2000:]

    # --- the program ---------------------------------------------------------------------------------

    @asynccontextmanager
    async def bot(self, *, ready: bool = True) -> AsyncIterator[asyncio.subprocess.Process]:
        """Run the whole program until the block ends; with `ready`, the block begins when people can come."""
        plan, port = self.plan, free_port()
        variables = settings(self.url, self.folder, self.emulator.address, port)
        variables["TELEGRAM_PER_SECOND"] = str(plan.per_second)
        variables["TELEGRAM_WINDOW"] = str(plan.window)
        async with running(
            (sys.executable, "-m", "bot", "run"),
            folder=self.folder,
            variables=variables,
            log=self.folder / "bot.log",
        ) as process:
            assert process.stdout is not None
            if ready:
                async with asyncio.timeout(READY_WITHIN):
                    await process.stdout.readline()
                assert process.returncode is None, "the program did not start: see its log"
            yield process


_OF_BROADCASTS = tables.deliveries.c.broadcast_id.is_not(None)
_UNDONE = sa.and_(
    _OF_BROADCASTS,
    tables.deliveries.c.state.in_([Outcome.held.value, Outcome.waiting.value, Outcome.sending.value]),
)


def _numbers(connection: Connection) -> Sequence[int]:
    query = sa.select(tables.members.c.id).where(tables.members.c.role == Role.member.value)
    return connection.execute(query).scalars().all()


@contextmanager
def databases(plan: Plan, folder: Path, practices: int = 0) -> Iterator[str]:
    """Prepare a database with an organisation in it, and return its address."""
    with furnished(plan.database, folder, lambda database: library.furnish(database, practices)) as base:
        yield base.copy()


@asynccontextmanager
async def office(plan: Plan, *, flood: Flood | None = None, asking: int = 0) -> AsyncIterator[Office]:
    """Furnish everything for one campaign; `asking` people ask questions of a library."""
    practices = STARTERS if asking else 0
    with tempfile.TemporaryDirectory(prefix="kg-") as name, databases(plan, Path(name), practices) as url:
        database = Database(url)
        async with Emulator(strict=False, flood=flood, latency=plan.latency) as emulator:
            people = [emulator.person(f"P{number}", started=True) for number in range(plan.people)]
            askers = [emulator.person(f"Vrager {number}", started=True) for number in range(asking)]
            carla = emulator.person("Carla", started=True)
            _take_part(database, people, Role.member)
            _take_part(database, askers, Role.liaison)
            _reach_carla(database, carla)
            yield Office(plan, url, database, emulator, people, Path(name), askers)
        database.close()


def _take_part(database: Database, people: list[Person], role: Role) -> None:
    """Let these people be members who are reached on Telegram, and work day and night."""
    if not people:
        return
    now = utc_now()
    with database.transaction() as connection:
        rows = [
            {
                "public_id": new_public_id(),
                "organisation_id": 1,
                "role": role.value,
                "state": State.active.value,
                "name": person.name,
                "language": "nl",
                "consent": CONSENT,
                "joined_at": now,
                "work_days": "0123456",
                "work_start": 0,
                "work_end": 24 * 60,
            }
            for person in people
        ]
        connection.execute(sa.insert(tables.members), rows)
        query = sa.select(tables.members.c.id).where(tables.members.c.role == role.value)
        numbers = connection.execute(query.order_by(tables.members.c.id)).scalars().all()
        connection.execute(
            sa.insert(tables.addresses),
            [_address(number, person) for number, person in zip(numbers, people, strict=True)],
        )


def _reach_carla(database: Database, carla: Person) -> None:
    """Let the coordinator of the library follow how it goes on Telegram."""
    with database.transaction() as connection:
        (found,) = members.with_roles(connection, 1, [Role.coordinator])
        connection.execute(sa.insert(tables.addresses), [_address(found.id, carla)])


def _address(member_id: int, person: Person) -> dict[str, object]:
    return {
        "organisation_id": 1,
        "member_id": member_id,
        "channel": "telegram",
        "address": str(person.id),
        "pull": False,
        "used_at": utc_now(),
    }
