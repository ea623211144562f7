"""Campaigns on what waits: killed, stopped and troubled senders, the shared pace, and one at full speed.

Run: python -m tests.benchmarks.delivery kills --kills 200 --people 5000
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from bot.clock import utc_now
from content import speech
from domain.delivery import Lane, Outcome
from domain.people import CONSENT, Role, State
from domain.schedules import Every, Rule
from storage import deliveries, schedules, tables
from storage.database import Database, new_public_id
from tests.benchmarks.databases import furnished
from tests.benchmarks.firing import KIND
from tests.benchmarks.processes import running
from tests.channels import echo
from tests.emulator import TOKEN, Emulator, Person
from tests.emulator.crowd import Crowd
from tests.emulator.flood import Flood

FLAG = speech.speak("maybe-twice", "nl", {})
READY_WITHIN = 60
CAMPAIGNS = ("kills", "stops", "trouble", "firing", "pace", "replies", "speed")
PATIENCE = 20.0  # seconds in which a bot reaches the next ones, or else there are none


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


@dataclass(frozen=True)
class Count:
    """What came of sending one message to many people while its senders were killed."""

    people: int
    kills: int
    lost: int  # neither arrived, nor known to be undone, nor left to a person
    extra: int  # messages that came more than once
    most_per_kill: int  # with one process; of several it is not known
    unflagged: int  # came again without saying that it might
    most_copies: int
    flagged: int
    uncertain: int  # left to a person
    seconds: float

    def __str__(self) -> str:
        per_kill = self.extra / self.kills if self.kills else 0.0
        return (
            f"{self.people} recipients, {self.kills} kills in {self.seconds:.0f} s: lost {self.lost}, "
            f"extra {self.extra} ({per_kill:.2f} a kill, at most {self.most_per_kill}), "
            f"unflagged {self.unflagged}, most copies {self.most_copies}, flagged {self.flagged}, "
            f"uncertain {self.uncertain}"
        )


# --- people, and a message that waits for each ----------------------------------------------------------


@dataclass
class Office:
    """A database with people in it, the emulator they are at, and the bots that serve them."""

    plan: Plan
    url: str
    database: Database
    emulator: Emulator
    people: list[Person]
    folder: Path
    doubled: list[int] = field(default_factory=list)  # for each kill, what it found said and not noted

    def queue(self, lane: Lane, name: str = "bericht") -> None:
        """Let one message wait for everybody, as let through already, whatever the hour is."""
        now = utc_now()
        with self.database.transaction() as connection:
            for member_id in connection.execute(sa.select(tables.members.c.id)).scalars().all():
                deliveries.queue(
                    connection,
                    member_id,
                    payload={"texts": [{"key": "card-title", "values": {"title": name}}]},
                    once=f"{name}:{member_id}",
                    lane=lane,
                    now=now,
                )
            connection.execute(
                sa.update(tables.deliveries)
                .where(tables.deliveries.c.state == Outcome.held.value)
                .values(state=Outcome.waiting.value, released_at=now)
            )

    def states(self) -> Counter[str]:
        """Count the messages by how they stand."""
        with self.database.reading() as connection:
            query = sa.select(tables.deliveries.c.state, sa.func.count()).where(
                tables.deliveries.c.once.is_not(None)
            )
            rows = connection.execute(query.group_by(tables.deliveries.c.state))
            found: Counter[str] = Counter()
            for state, count in rows:
                found[state] = count
            return found

    @property
    def undone(self) -> int:
        """How many messages are still to be said."""
        found = self.states()
        return found["held"] + found["waiting"] + found["sending"]

    @property
    def reached(self) -> int:
        """How many messages arrived, copies counted."""
        return len(self.emulator.sent)

    async def until(self, true: Callable[[], bool], within: float, pause: float = 0.01) -> None:
        """Look now and then until it is so."""
        async with asyncio.timeout(within):
            while not true():  # noqa: ASYNC110 - another process makes it so
                await asyncio.sleep(pause)

    def command(self) -> tuple[str, ...]:
        """Return how to start one bot."""
        plan = self.plan
        return (
            *(sys.executable, "-m", "tests.channels.echo_bot"),
            *("--base-url", self.emulator.address, "--token", TOKEN, "--database", self.url),
            *("--per-second", str(plan.per_second), "--window", str(plan.window)),
        )

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[asyncio.subprocess.Process]:
        """Run one bot until the block ends."""
        async with running(self.command(), log=self.folder / "bot.log") as process:
            assert process.stdout is not None
            async with asyncio.timeout(READY_WITHIN):
                while await process.stdout.readline() != b"ready\n":
                    assert process.returncode is None, "the bot did not start: see its log"
            yield process


@contextmanager
def _databases(plan: Plan, folder: Path) -> Iterator[str]:
    def furnish(database: Database) -> str:
        echo.prepare(database)
        return ""

    with furnished(plan.database, folder, furnish) as base:
        yield base.copy()


@asynccontextmanager
async def office(plan: Plan, *, flood: Flood | None = None, latency: float = 0.0) -> AsyncIterator[Office]:
    """Furnish everything for one campaign."""
    with tempfile.TemporaryDirectory(prefix="kg-") as name, _databases(plan, Path(name)) as url:
        database = Database(url)
        async with Emulator(strict=False, flood=flood, latency=latency) as emulator:
            people = [emulator.person(f"P{number}", started=True) for number in range(plan.people)]
            _settle(database, people)
            yield Office(plan, url, database, emulator, people, Path(name))
        database.close()


def _settle(database: Database, people: list[Person]) -> None:
    """Let these people be members who are reached on Telegram."""
    now = utc_now()
    with database.transaction() as connection:
        organisation = connection.execute(sa.select(tables.organisations.c.id).limit(1)).scalar_one()
        rows = [
            {
                "public_id": new_public_id(),
                "organisation_id": organisation,
                "role": Role.member.value,
                "state": State.active.value,
                "name": person.name,
                "language": "nl",
                "consent": CONSENT,
                "joined_at": now,
            }
            for person in people
        ]
        connection.execute(sa.insert(tables.members), rows)
        members = connection.execute(sa.select(tables.members.c.id).order_by(tables.members.c.id)).scalars()
        connection.execute(
            sa.insert(tables.addresses),
            [
                {
                    "organisation_id": organisation,
                    "member_id": member_id,
                    "channel": "telegram",
                    "address": str(person.id),
                    "pull": False,
                    "used_at": now,
                }
                for member_id, person in zip(members, people, strict=True)
            ],
        )


# --- kill -9 and SIGTERM --------------------------------------------------------------------------------


async def kills(plan: Plan) -> Count:
    """Send to everybody while senders are killed, one after the other, and count what came of it."""
    rng = random.Random(plan.seed)
    begun = time.monotonic()
    async with office(plan) as here:
        here.queue(Lane.broadcast)
        senders = [asyncio.create_task(_lives(here, number, rng)) for number in range(plan.replicas)]
        try:
            await asyncio.gather(*senders)
        finally:
            for one in senders:
                one.cancel()
        return _counted(here, time.monotonic() - begun)


async def _lives(here: Office, number: int, rng: random.Random) -> None:
    """Be one sender that is killed and started again, until all kills are done and all is said."""
    plan = here.plan
    mine = range(number, plan.kills, plan.replicas)
    for kill in mine:
        if not here.undone:
            break
        async with here.bot() as process:
            enough = plan.people * (kill + 1) // (plan.kills + 1)
            # The last ones may be settled already: then there is nothing left to wait for.
            with contextlib.suppress(TimeoutError):
                await here.until(lambda enough=enough: here.reached >= enough, PATIENCE)  # type: ignore[misc]
            await asyncio.sleep(rng.uniform(0, 0.05))
            process.terminate() if plan.politely else process.kill()
            await process.wait()
            here.doubled.append(await _found(here) if plan.replicas == 1 else 0)
    async with here.bot() as process:
        await here.until(lambda: not here.undone, 600, 0.3)
        process.terminate()
        await process.wait()


async def _found(here: Office) -> int:
    """Return how many messages arrived that the killed process had not noted: these will come again."""
    await asyncio.sleep(0.1)  # what was in the pipe still arrives
    arrived = Counter(call.chat for call in here.emulator.sent if call.method == "sendMessage")
    with here.database.reading() as connection:
        rows = connection.execute(
            sa.select(tables.deliveries.c.address, tables.deliveries.c.attempts).where(
                tables.deliveries.c.state == Outcome.sending.value, tables.deliveries.c.once.is_not(None)
            )
        )
        return sum(arrived[int(row.address)] >= row.attempts for row in rows)


def _counted(here: Office, seconds: float) -> Count:
    copies: dict[int, list[float]] = defaultdict(list)
    flags: Counter[int] = Counter()
    for call in here.emulator.sent:
        if call.method == "sendMessage" and call.chat is not None:
            copies[call.chat].append(call.time)
            flags[call.chat] += FLAG in call.text
    states = here.states()
    with here.database.reading() as connection:
        settled = [Outcome.uncertain.value, Outcome.gone.value]
        rows = connection.execute(
            sa.select(tables.deliveries.c.address).where(tables.deliveries.c.state.in_(settled))
        )
        known = {int(address) for address in rows.scalars()}
    return Count(
        len(here.people),
        len(here.doubled),
        lost=sum(one.id not in copies and one.id not in known for one in here.people),
        extra=sum(len(times) - 1 for times in copies.values()),
        most_per_kill=max(here.doubled, default=0),
        unflagged=sum(max(0, len(times) - 1 - flags[chat]) for chat, times in copies.items()),
        most_copies=max(map(len, copies.values())),
        flagged=sum(flags.values()),
        uncertain=states["uncertain"],
        seconds=seconds,
    )


# --- schedules ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Fired:
    """What came of schedules that several processes keep while they are killed."""

    due: int
    kills: int
    fired: int
    twice: int
    skipped: int

    def __str__(self) -> str:
        return (
            f"{self.due} days were due, {self.kills} × kill -9: {self.fired} fired, {self.twice} twice, "
            f"{self.due - self.fired} not, {self.skipped} skipped"
        )


async def firing(plan: Plan) -> Fired:
    """Let a schedule be due every tenth of a second, while those who look are killed."""
    rng = random.Random(plan.seed)
    with tempfile.TemporaryDirectory(prefix="kg-") as name, _databases(plan, Path(name)) as url:
        database = Database(url)
        _schedule(database, plan.people)
        killers = [asyncio.create_task(_keeps(plan, url, number, rng)) for number in range(plan.replicas)]
        kills = sum(await asyncio.gather(*killers))
        async with running((sys.executable, "-m", "tests.benchmarks.firing", "--database", url)):
            async with asyncio.timeout(120):
                while _unfired(database):  # noqa: ASYNC110 - another process fires
                    await asyncio.sleep(0.2)
        with database.reading() as connection:
            keys = connection.execute(sa.select(tables.updates.c.key)).scalars().all()
            marks = Counter(key.rpartition(":")[0] for key in keys if key.startswith("fired:"))
            skipped = sa.select(sa.func.count()).where(tables.firings.c.skipped)
            missed = int(connection.execute(skipped.select_from(tables.firings)).scalar_one())
        database.close()
        twice = sum(count > 1 for count in marks.values())
        return Fired(plan.people, kills, len(marks), twice, missed)


def _schedule(database: Database, count: int) -> None:
    """Let so many schedules be due soon, one after the other."""
    now = utc_now()
    with database.transaction() as connection:
        organisation = connection.execute(sa.select(tables.organisations.c.id)).scalar_one()
        day = now.date() - timedelta(days=1)
        rule = Rule(Every.once, now.time().replace(microsecond=0), day, "UTC")
        for number in range(count):
            schedules.add(
                connection,
                organisation,
                kind=KIND,
                reference=f"r{number}",
                rule=rule,
                now=now - timedelta(days=2),
            )
            due = now + timedelta(seconds=3 + number / 10)
            connection.execute(
                sa.update(tables.schedules)
                .where(tables.schedules.c.reference == f"r{number}")
                .values(next_fire=due)
            )


def _unfired(database: Database) -> int:
    with database.reading() as connection:
        left = sa.select(sa.func.count()).where(tables.schedules.c.next_fire.is_not(None))
        return int(connection.execute(left.select_from(tables.schedules)).scalar_one())


async def _keeps(plan: Plan, url: str, number: int, rng: random.Random) -> int:
    """Be one process that fires and is killed, for its share of the kills; return how many that were."""
    kills = 0
    for _ in range(number, plan.kills, plan.replicas):
        async with running((sys.executable, "-m", "tests.benchmarks.firing", "--database", url)) as process:
            assert process.stdout is not None
            async with asyncio.timeout(READY_WITHIN):
                await process.stdout.readline()
            await asyncio.sleep(rng.uniform(0.1, 1.5))
            process.kill()
            kills += 1
    return kills


# --- trouble --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Troubled:
    """What came of a message to many people while nearly everything went wrong."""

    count: Count
    blocked: int
    gone: int  # of those who blocked the bot: marked, once
    tries_at_blocked: int
    floods: int
    unreached: int  # after "send again" for the uncertain ones, once the trouble is over

    def __str__(self) -> str:
        return (
            f"{self.count}; {self.blocked} blocked the bot: {self.gone} marked after {self.tries_at_blocked} "
            f"tries; {self.floods} × 429; after send again {self.unreached} did not get it"
        )


async def trouble(plan: Plan) -> Troubled:
    """Send while a fifth of the calls break, with floods, people who block the bot, and outages."""
    begun = time.monotonic()
    async with office(plan) as here:
        orders = here.emulator.trouble
        storms = []
        for person in here.people[::50]:
            person.blocked = True
        orders.fail("sendMessage", times=None, rate=0.07)
        orders.reset("sendMessage", times=None, rate=0.05)
        orders.reset("sendMessage", times=None, rate=0.05, after=True)
        orders.hang("sendMessage", times=None, rate=0.03, after=True, seconds=30)
        here.queue(Lane.broadcast)
        async with AsyncExitStack() as stack:
            for _ in range(plan.replicas):
                await stack.enter_async_context(here.bot())
            for share in (0.2, 0.4, 0.6, 0.8):
                enough = int(plan.people * share)
                with contextlib.suppress(TimeoutError):
                    await here.until(lambda enough=enough: here.reached >= enough, 120)  # type: ignore[misc]
                storms.append(orders.fail("sendMessage", times=20, status=429, retry_after=1))
                await asyncio.to_thread(_take_database_away, here.database)
            await here.until(lambda: not here.undone, 900, 0.3)
            count = _counted(here, time.monotonic() - begun)
            gone = here.states()["gone"]
            blocked = {person.id for person in here.people if person.blocked}
            orders.clear()
            with here.database.transaction() as connection:
                connection.execute(
                    sa.update(tables.deliveries)
                    .where(tables.deliveries.c.state == Outcome.uncertain.value)
                    .values(state=Outcome.waiting.value, attempts=0, not_before=utc_now())
                )
            await here.until(lambda: not here.undone, 300, 0.3)
            reached = {call.chat for call in here.emulator.sent}
        refused = [one for one in here.emulator.refusals if "blocked" in str(one)]
        unreached = sum(one.id not in reached and one.id not in blocked for one in here.people)
        return Troubled(count, len(blocked), gone, len(refused), sum(one.met for one in storms), unreached)


def _take_database_away(database: Database) -> None:
    """Cut every connection there is; on SQLite, hold the file so long that whoever waits for it gives up."""
    if not database.is_sqlite:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        with database.engine.begin() as connection:
            connection.execute(sa.text(f"{others} AND datname = current_database()"))
        return
    with database.transaction():
        time.sleep(7)


# --- pace -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Rate:
    """How fast it went, and how often Telegram said that it was too fast."""

    per_second: float
    wanted: float
    floods: int

    def __str__(self) -> str:
        return (
            f"{self.per_second:.1f} a second, {self.per_second / self.wanted:.1%} of {self.wanted:g}, "
            f"{self.floods} × 429"
        )


async def pace(plan: Plan, lane: Lane, share: float = 1.0) -> Rate:
    """Measure how near the set pace all replicas come together; what is faster is refused."""
    flood = Flood(overall=plan.per_second * 30 / 28, overall_burst=int(plan.per_second * 30 / 28))
    async with office(plan, flood=flood, latency=0.03) as here, AsyncExitStack() as stack:
        for _ in range(plan.replicas):
            await stack.enter_async_context(here.bot())
        here.queue(lane)
        await here.until(lambda: here.reached > plan.per_second, 60)
        first, start = here.reached, time.monotonic()
        await asyncio.sleep(plan.seconds)
        speed = (here.reached - first) / (time.monotonic() - start)
        floods = sum("Too Many" in str(one) for one in here.emulator.refusals)
        return Rate(speed, plan.per_second * share, floods)


@dataclass(frozen=True)
class Waits:
    """How long people waited for their replies, in milliseconds, while a broadcast went out."""

    answers: int
    p50: float
    p99: float
    most: float
    broadcast_rate: float
    floods: int

    def __str__(self) -> str:
        return (
            f"{self.answers} replies: p50 {self.p50:.0f} ms, p99 {self.p99:.0f} ms, most {self.most:.0f} ms; "
            f"meanwhile {self.broadcast_rate:.1f} a second of the broadcast, {self.floods} × 429"
        )


async def replies(plan: Plan, asking: float = 3) -> Waits:
    """Let people ask `asking` times a second while a message goes out to everybody."""
    flood = Flood(overall=plan.per_second * 30 / 28, overall_burst=int(plan.per_second * 30 / 28))
    async with office(plan, flood=flood, latency=0.03) as here, AsyncExitStack() as stack:
        for _ in range(plan.replicas):
            await stack.enter_async_context(here.bot())
        asking_people = [here.emulator.person(f"Vrager {number}", started=True) for number in range(30)]
        crowd = Crowd(here.emulator.world, asking_people)
        await crowd.until_answered()
        here.queue(Lane.broadcast)
        await here.until(lambda: here.reached > plan.per_second, 60)
        asked = {person.id for person in asking_people}
        first, start = _to_others(here, asked), time.monotonic()
        await crowd.at_pace(asking, plan.seconds, 1)
        speed = (_to_others(here, asked) - first) / (time.monotonic() - start)
        waits = sorted(one * 1000 for one in crowd.waits)
        floods = sum("Too Many" in str(one) for one in here.emulator.refusals)
        at = {share: waits[min(len(waits) - 1, len(waits) * share // 100)] for share in (50, 99)}
        return Waits(len(waits), at[50], at[99], waits[-1], speed, floods)


def _to_others(here: Office, asked: set[int]) -> int:
    return sum(call.chat not in asked for call in here.emulator.sent)


async def top_speed(plan: Plan, latency: float = 0.0) -> float:
    """Measure how many messages a second one process says at the paid limit."""
    async with office(plan, latency=latency) as here, here.bot():
        here.queue(Lane.loop)
        await here.until(lambda: here.reached > plan.people // 10, 60)
        first, start = here.reached, time.monotonic()
        await here.until(lambda: here.reached >= plan.people * 9 // 10, 300)
        return (here.reached - first) / (time.monotonic() - start)


# --- the command ----------------------------------------------------------------------------------------


def main() -> None:
    """Read the options, run one campaign and print its figures."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument(
        "campaign", choices=("kills", "stops", "trouble", "firing", "pace", "replies", "speed")
    )
    for name, default in (("people", 5000), ("replicas", 1), ("window", 2), ("kills", 200), ("seed", 1)):
        options.add_argument(f"--{name}", type=int, default=default)
    options.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    options.add_argument("--per-second", type=float, default=1000)
    options.add_argument("--seconds", type=float, default=20)
    options.add_argument("--latency", type=float, default=0.0)
    given = options.parse_args()
    plan = Plan(
        given.people,
        given.database,
        given.replicas,
        given.per_second,
        given.window,
        given.kills,
        given.campaign == "stops",
        given.seconds,
        given.seed,
    )
    print(f"{given.campaign} on {plan.database} with {plan.replicas} × window {plan.window}: ", flush=True)
    print(asyncio.run(_run(given.campaign, plan, given.latency)), flush=True)


async def _run(campaign: str, plan: Plan, latency: float) -> str:
    match campaign:
        case "kills" | "stops":
            return str(await kills(plan))
        case "trouble":
            return str(await trouble(plan))
        case "firing":
            return str(await firing(plan))
        case "pace":
            one = await pace(plan, Lane.loop)
            other = await pace(plan, Lane.broadcast, 0.8)
            return f"any message: {one}\na broadcast: {other}"
        case "replies":
            return str(await replies(plan))
        case _:
            return f"{await top_speed(plan, latency):.0f} a second"


if __name__ == "__main__":
    main()
