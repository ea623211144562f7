"""Before anything is sent: who is in the list of erasures and back in the database is gone again."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import structlog

from bot.ledger import Ledger
from bot.settings import Settings
from bot.worker import Worker

if TYPE_CHECKING:
    from domain.erasure import Erased
    from storage.database import Connection

log = structlog.get_logger()


async def begin_again(settings: Settings, worker: Worker, now: datetime) -> int:
    """Let everybody be gone whom a restored copy brought back; return how many."""
    if not settings.ledger_file.exists():
        return 0
    ledger = Ledger(settings.ledger_file, settings.key())
    again = await worker.write(_begin, ledger, ledger.entries(), now)
    if again:
        log.warning("a restored copy held people who were erased: they are erased again", people=again)
    return again


def _begin(connection: Connection, ledger: Ledger, entries: list[Erased], now: datetime) -> int:
    from storage import leaving

    known = {address: entry for entry in entries for address in entry.addresses}
    leaving.forget_strangers(connection, ledger.of_address, known)
    return leaving.begin_again(connection, ledger.of_member, {one.member: one for one in entries}, now)
