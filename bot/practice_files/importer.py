"""Read the files that coordinators handed over, say what is in them, and put in what they agreed to.

A turn leaves a row (`storage/imports.py`); this works on one row at a time, outside of any turn. The file is
fetched anew for each of the two steps, so nothing of it is kept while its member thinks.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import structlog

from bot.channels.channel import FileAway, FileGone
from bot.engine import Engine
from bot.keeper import Finder
from bot.practice_files.importing import Plan, carry_out, plan
from bot.practice_files.reading import Table, read_table
from bot.trouble import Trouble, new_code, where
from bot.worker import Worker
from domain.delivery import Lane, pause_before
from domain.importing import MOST_HANDED, ImportState
from domain.people import COORDINATORS, Member
from handlers.importing import planned, put_in_place, told
from handlers.kit import Say, say, text
from handlers.kit.say import to_payload
from handlers.kit.uploads import Uploads
from storage import deliveries, imports, members, organisations
from storage.database import Connection, Database
from storage.imports import Import
from storage.organisations import Organisation

log = structlog.get_logger()

LOOK = 1.0  # seconds between looks for a file that waits
MOST_ATTEMPTS = 8  # about four minutes with `pause_before`
BREATH = 0.0005  # seconds after each row: reading a large file holds up nobody's turn

Fetch = Callable[[str], Awaitable[bytes]]
"""Return a file by what its channel calls it; raise FileGone, or FileAway when trying later makes sense."""


class _Stopping(Exception):
    """The program stops; whoever comes next reads the file anew."""


class Importer:
    """Works on one file at a time, until cancelled."""

    def __init__(
        self,
        worker: Worker,
        finder: Finder,
        uploads: Uploads,
        owner: str,
        clock: Callable[[], datetime],
        *,
        alone: bool,
    ) -> None:
        self.channels: dict[str, Fetch] = {}
        self._worker = worker
        self._finder = finder
        self._uploads = uploads
        self._owner = owner
        self._clock = clock
        self._alone = alone  # no other process works: what a crash left can be taken up at once
        self._stopping = False

    @classmethod
    def of(cls, engine: Engine) -> Importer:
        """Return the one that belongs to a running program."""
        return cls(
            engine.worker,
            engine.keeper.finder,
            engine.world.uploads,
            engine.world.owner,
            engine.clock,
            alone=engine.worker.database.is_sqlite,
        )

    async def run(self) -> None:
        """Work until cancelled."""
        try:
            while True:
                try:
                    busy = await self.look()
                except Exception as error:
                    log.warning("a file could not be worked on", reason=where(error))
                    busy = False
                if not busy:
                    await asyncio.sleep(LOOK)
        finally:
            self._stopping = True

    async def look(self) -> bool:
        """Take one step with the file that waits longest; False when none waits."""
        self._uploads.forget_old(self._clock())
        claimed = await self._worker.write(self._claim, self._uploads.names())
        if claimed is None:
            return False
        try:
            await self._step(claimed)
        except FileGone:
            await self._give_up(claimed, say("importing-gone", name=claimed.name))
        except Trouble as trouble:
            await self._give_up(claimed, say(trouble.key, **trouble.values).then(text("importing-nothing")))
        except Exception as error:
            if Database.is_outage(error):
                raise
            await self._again(claimed, error)
        return True

    def _claim(self, connection: Connection, references: tuple[str, ...]) -> Import | None:
        return imports.claim(
            connection,
            self._owner,
            channels=tuple(self.channels),
            references=references,
            alone=self._alone,
            now=self._clock(),
        )

    async def _step(self, claimed: Import) -> None:
        data = await self._fetch(claimed)
        digest = hashlib.sha256(data).hexdigest()
        member, organisation = await self._worker.read(_whose, claimed)
        if claimed.state is ImportState.agreed and digest != claimed.digest:
            await self._give_up(claimed, say("importing-changed", name=claimed.name))
            return
        table = await asyncio.to_thread(read_table, data, claimed.name, member.language)
        made = await self._worker.read(self._plan, organisation, table)
        if claimed.state is ImportState.unread:
            await self._worker.write(_propose, claimed, made, table.unknown, digest, self._clock())
            return
        await self._worker.write(_put_in, claimed, organisation, made, self._clock())
        self._uploads.drop(claimed.reference)

    async def _fetch(self, claimed: Import) -> bytes:
        held = self._uploads.get(claimed.reference, self._clock())
        if held is not None:
            return held
        fetch = self.channels.get(claimed.channel)
        if fetch is None:
            raise FileGone
        data = await fetch(claimed.reference)
        if len(data) > MOST_HANDED * 1_000_000:
            raise Trouble("import-too-big", most=MOST_HANDED)
        return data

    def _plan(self, connection: Connection, organisation: Organisation, table: Table) -> Plan:
        return plan(connection, organisation, table.rows, self._finder, seen=self._breathe)

    def _breathe(self) -> None:
        if self._stopping:
            raise _Stopping
        time.sleep(BREATH)

    async def _give_up(self, claimed: Import, words: Say) -> None:
        await self._worker.write(_fail, claimed, words, self._clock())
        self._uploads.drop(claimed.reference)

    async def _again(self, claimed: Import, error: Exception) -> None:
        """Try later what did not work, a few times."""
        if not isinstance(error, FileAway):
            log.error("a file could not be read or put in", reason=where(error), attempt=claimed.attempts)
        if claimed.attempts < MOST_ATTEMPTS:
            wait = pause_before(claimed.attempts)
            await self._worker.write(imports.put_back, claimed, wait, self._clock())
            return
        if isinstance(error, FileAway):
            await self._give_up(claimed, say("importing-gone", name=claimed.name))
            return
        code = new_code()
        log.error("a file was given up", code=code, reason=where(error))
        await self._give_up(claimed, say("importing-failed", name=claimed.name, code=code))


# --- the steps, each in one transaction -----------------------------------------------------------------


def _whose(connection: Connection, claimed: Import) -> tuple[Member, Organisation]:
    """Return whose file it is; somebody who may not do this any more has none."""
    member = members.by_id(connection, claimed.member_id)
    if member is None or member.role not in COORDINATORS:
        raise FileGone
    return member, organisations.by_id(connection, claimed.organisation_id)


def _propose(
    connection: Connection, claimed: Import, made: Plan, unknown: int, digest: str, now: datetime
) -> None:
    """Say what would come in, and wait for a choice when there is one."""
    counts = {"already": made.already, "refused": len(made.refused)}
    if made.new:
        ours = imports.propose(connection, claimed, digest, now)
    else:
        ours = imports.finish(connection, claimed, ImportState.done, now, **counts)
    if ours:
        saying = planned(
            claimed.public_id,
            claimed.name,
            new=len(made.new),
            already=made.already,
            refused=made.refused,
            unknown=unknown,
        )
        _tell(connection, claimed, "plan", saying, now)


def _put_in(
    connection: Connection, claimed: Import, organisation: Organisation, made: Plan, now: datetime
) -> None:
    """Carry the plan out, say so, and tell the other coordinators."""
    if not imports.hold(connection, claimed):
        return
    report = carry_out(connection, organisation, made, now, keep_good=True)
    counts = {"added": len(report.added), "already": report.already, "refused": len(report.refused)}
    imports.finish(connection, claimed, ImportState.done, now, **counts)
    _tell(connection, claimed, "end", put_in_place(**counts), now)
    if report.added:
        for other in members.with_roles(connection, organisation.id, COORDINATORS):
            if other.id != claimed.member_id:
                _queue(connection, claimed, other.id, f"told:{other.id}", told(len(report.added)), now)


def _fail(connection: Connection, claimed: Import, words: Say, now: datetime) -> None:
    if imports.finish(connection, claimed, ImportState.failed, now):
        _tell(connection, claimed, "end", words, now)


def _tell(connection: Connection, claimed: Import, what: str, saying: Say, now: datetime) -> None:
    _queue(connection, claimed, claimed.member_id, what, saying, now)


def _queue(
    connection: Connection, claimed: Import, member_id: int, what: str, saying: Say, now: datetime
) -> Any:
    return deliveries.queue(
        connection,
        member_id,
        payload=to_payload(saying),
        once=f"import:{claimed.public_id}:{what}",
        lane=Lane.answer,
        now=now,
    )
