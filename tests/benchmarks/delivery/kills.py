"""kill -9 and SIGTERM while one message goes to everybody: what is lost, what comes twice."""

from __future__ import annotations

import asyncio
import contextlib
import random
import signal
import sys
import time
from collections import Counter
from dataclasses import dataclass, field

import sqlalchemy as sa

from content import speech
from domain.delivery import Outcome
from storage import tables
from tests.benchmarks.delivery.office import Office, Plan, office

FLAG = speech.speak("maybe-twice", "nl", {})
PATIENCE = 120.0  # seconds in which the next ones are reached, or there is nobody left
LATER = 0.1  # of the kills come up to so many seconds later, when the rest of the program has been read
LATER_BY = 2.0


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


@dataclass
class _Campaign:
    """One message on its way, and those who are killed."""

    here: Office
    rng: random.Random
    left: int
    doubled: list[int] = field(default_factory=list)  # for each kill, what it found said and not noted
    begun: float = field(default_factory=time.monotonic)

    def next(self) -> int | None:
        """Take one kill; return how many must have been reached by then, None when no kill is left."""
        if not self.left or self.here.is_done:
            return None
        reached = self.here.reached
        enough = reached + max(1, (self.here.plan.people - reached) // (self.left + 1))
        self.left -= 1
        return enough

    def killed(self, found: int) -> None:
        """Note one kill, and now and then tell how far it is."""
        self.doubled.append(found)
        if len(self.doubled) % 10 == 0:
            seconds = time.monotonic() - self.begun
            said = f"{len(self.doubled)} kills, {self.here.reached} arrived, {seconds:.0f} s"
            print(said, file=sys.stderr, flush=True)


async def kills(plan: Plan) -> Count:
    """Send to everybody while programs are killed, one after the other, and count what came of it."""
    async with office(plan) as here:
        here.broadcast()
        campaign = _Campaign(here, random.Random(plan.seed), plan.kills)
        lives = [asyncio.create_task(_lives(campaign)) for _ in range(plan.replicas)]
        try:
            await asyncio.gather(*lives)
        finally:
            for one in lives:
                one.cancel()
        return counted(here, campaign.doubled, time.monotonic() - campaign.begun)


async def _lives(campaign: _Campaign) -> None:
    """Be one program that is killed and started again, until all kills are done and all is said."""
    here, plan, rng = campaign.here, campaign.here.plan, campaign.rng
    while (enough := campaign.next()) is not None:
        async with here.bot(ready=False) as process:
            if not await _reaches(here, enough):
                break  # everything was settled before this one began
            await asyncio.sleep(rng.uniform(0, LATER_BY if rng.random() < LATER else 0.05))
            process.terminate() if plan.politely else process.kill()
            code = await process.wait()
            # One that was overtaken by another may be stopped before it can listen: it has begun nothing.
            in_order = {0} if plan.replicas == 1 else {0, -signal.SIGTERM}
            assert code in in_order or not plan.politely, f"it ended with {code}: {here.log}"
            campaign.killed(await _found(here) if plan.replicas == 1 else 0)
    async with here.bot() as process:
        await here.until(lambda: here.is_done, 900, 0.3)
        process.terminate()
        await process.wait()


async def _reaches(here: Office, enough: int) -> bool:
    """Wait until so many arrived; False when no more are to come."""
    async with asyncio.timeout(PATIENCE):
        while not here.is_done:
            with contextlib.suppress(TimeoutError):
                await here.until(lambda: here.reached >= enough, 1)
                return True
    return False


async def _found(here: Office) -> int:
    """Return how many messages arrived that the killed process had not noted: these will come again."""
    await asyncio.sleep(0.1)  # what was in the pipe still arrives
    arrived = Counter(call.chat for call in here.emulator.sent if call.method == "sendMessage")
    with here.database.reading() as connection:
        rows = connection.execute(
            sa.select(tables.deliveries.c.address, tables.deliveries.c.attempts).where(
                tables.deliveries.c.state == Outcome.sending.value,
                tables.deliveries.c.broadcast_id.is_not(None),
            )
        )
        return sum(arrived[int(row.address)] >= row.attempts for row in rows)


def counted(here: Office, doubled: list[int], seconds: float) -> Count:
    """Count what came of one message to everybody."""
    recipients = {one.id for one in here.people}
    copies: Counter[int] = Counter()
    flags: Counter[int] = Counter()
    for call in here.emulator.sent:
        if call.method == "sendMessage" and call.chat in recipients:
            copies[call.chat] += 1
            flags[call.chat] += FLAG in call.text
    with here.database.reading() as connection:
        settled = [Outcome.uncertain.value, Outcome.gone.value]
        rows = connection.execute(
            sa.select(tables.deliveries.c.address).where(
                tables.deliveries.c.state.in_(settled), tables.deliveries.c.broadcast_id.is_not(None)
            )
        )
        known = {int(address) for address in rows.scalars()}
    return Count(
        len(here.people),
        len(doubled),
        lost=sum(one.id not in copies and one.id not in known for one in here.people),
        extra=sum(count - 1 for count in copies.values()),
        most_per_kill=max(doubled, default=0),
        unflagged=sum(max(0, count - 1 - flags[chat]) for chat, count in copies.items()),
        most_copies=max(copies.values()),
        flagged=sum(flags.values()),
        uncertain=here.states()[Outcome.uncertain.value],
        seconds=seconds,
    )
