"""The log of changes: an index that reads it misses none, in whatever order they are committed."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from bot.keeper import Finder, IndexKeeper
from bot.worker import Worker
from domain.matching import Document, Scope
from domain.people import Role
from domain.practices import Attribution, Parts, Visibility
from storage import members, organisations, practices, search
from storage.database import Connection, Database

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
MANY = 300


def share(connection: Connection, organisation_id: int, author_id: int, times: int) -> list[int]:
    """Share practices in a few statements, as an import does."""
    new = practices.NewPractice(
        Parts("Vaste dag", "Bellen lukt niet.", "Elke dinsdag bellen.", "Rust.", "Geen haast."),
        "nl",
        ("debt",),
        Attribution.nobody,
        Visibility.organisation,
        author_id=author_id,
    )
    numbers = [one for one, _ in practices.add_many(connection, organisation_id, [new] * times, NOW)]
    finder = Finder()
    analysed = [finder.analyse(Document("", "Vaste dag", "Bellen lukt niet.", "Bel.", "Rust.", "Nee."))]
    search.store_new(connection, organisation_id, dict.fromkeys(numbers, analysed), NOW)
    return numbers


async def test_changes__of_a_long_import_are_read_although_a_later_one_was_committed_first(
    database: Database,
) -> None:
    if database.is_sqlite:
        return  # one at a time anyway
    worker = Worker(database)
    keeper = IndexKeeper(worker, Finder())
    with database.transaction() as connection:
        organisation = organisations.add(connection, "Proef", "nl", "Europe/Amsterdam", NOW)
        anna = members.add(
            connection, organisation_id=organisation.id, role=Role.member, language="nl", name="Anna", now=NOW
        )
    await keeper.load()
    with database.transaction() as connection:
        await asyncio.to_thread(share, connection, organisation.id, anna.id, MANY)
        sharing = asyncio.create_task(worker.write(share, organisation.id, anna.id, 1))
        await asyncio.wait([sharing], timeout=1)
        await keeper.catch_up()
    await sharing
    await keeper.catch_up()
    worker.close()
    assert len(keeper.finder.index) == MANY + 1
    assert keeper.finder.match("bellen", Scope(organisation.id)).hits


async def test_keeper__reads_what_another_process_changed_also_after_an_outage(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.keeper.LOOK", 0.05)
    worker = Worker(database)
    keeper = IndexKeeper(worker, Finder())
    with database.transaction() as connection:
        organisation = organisations.add(connection, "Proef", "nl", "Europe/Amsterdam", NOW)
        anna = members.add(
            connection, organisation_id=organisation.id, role=Role.member, language="nl", name="Anna", now=NOW
        )
    await keeper.load()
    keeping = asyncio.create_task(keeper.run())
    with monkeypatch.context() as patch:
        patch.setattr(worker, "read", None)
        await asyncio.sleep(0.2)
    with database.transaction() as connection:
        share(connection, organisation.id, anna.id, 1)
    async with asyncio.timeout(5):
        while not len(keeper.finder.index):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    keeping.cancel()
    await asyncio.wait([keeping])
    worker.close()
