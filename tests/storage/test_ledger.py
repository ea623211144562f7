"""A restored copy brings nobody back: who was erased since is erased again before anybody is answered."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.core import core
from bot.ledger import Ledger
from bot.settings import Settings, read
from domain.matching import Scope
from domain.people import Address, Role
from handlers.kit.buttons import encode
from handlers.leave import EraseNow
from storage import deliveries, erasure, leaving, members
from storage.database import Database, sqlite_url
from storage.tables import deliveries as said
from storage.tables import members as people
from tests.canaries import files_of, found_in
from tests.stage import START, Stage
from tests.storage.test_erase_bytes import EVERY, NAME, fill

KEY = "k" * 40


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "beside" / "erasures.log", KEY)


@pytest.fixture
def settings(sqlite_path: Path, ledger: Ledger) -> Settings:
    return read(
        _env_file=None,
        database_url=sqlite_url(sqlite_path),
        secret_key=KEY,
        data_dir=sqlite_path.parent,
        erasure_ledger=ledger.file,
    )


def test_list__tells_nobody_who_it_is_about(ledger: Ledger) -> None:
    ledger.add("abc123def456", [("telegram", "1001")], keep_practices=True, at=START)
    text = ledger.file.read_text()
    assert "abc123def456" not in text
    assert "1001" not in text
    assert ledger.file.stat().st_mode & 0o077 == 0
    (entry,) = ledger.entries()
    assert entry.member == ledger.of_member("abc123def456")
    assert entry.addresses == {ledger.of_address("telegram", "1001")}
    assert Ledger(ledger.file, "another key" * 4).of_member("abc123def456") != entry.member


def test_list__is_added_to_and_survives_a_line_that_was_cut_off(ledger: Ledger) -> None:
    ledger.add("a" * 12, [], keep_practices=True, at=START)
    with ledger.file.open("a") as file:
        file.write("1 2026-11-24T09:00:00+00:00 keep 0123")
    ledger.add("b" * 12, [], keep_practices=False, at=START)
    assert [one.member for one in ledger.entries()] == [
        ledger.of_member("a" * 12),
        ledger.of_member("b" * 12),
    ]
    assert [one.keep_practices for one in ledger.entries()] == [True, False]


async def test_restored_copy__holds_no_trace_of_who_was_erased_since(
    sqlite_path: Path, settings: Settings
) -> None:
    copy = sqlite_path.with_name("copy")
    with closing(Database(sqlite_url(sqlite_path))) as database:
        stage = Stage(database)
        zwaluw, bob = stage.person(NAME, Role.coordinator), stage.person("Bob")
        fill(stage, zwaluw, bob)
        number = zwaluw.member_id
        with closing(database.engine.raw_connection()) as raw:
            raw.driver_connection.execute("VACUUM INTO ?", [str(copy)])  # type: ignore[union-attr]
        zwaluw.presses(encode(EraseNow(False)))
    async with core(settings, clock=lambda: stage.now) as (engine, _, _):
        assert engine.eraser is not None
        assert await engine.eraser.finish() == 1
    assert found_in(sqlite_path.parent.glob("test.db*"), EVERY) == {}

    for file in sqlite_path.parent.glob("test.db*"):
        file.unlink()
    copy.rename(sqlite_path)
    assert found_in([sqlite_path], EVERY) != {}, "the copy holds it all"
    async with core(settings, clock=lambda: stage.now) as (engine, worker, _):
        # Nothing has been asked of the program yet.
        assert found_in(files_of(worker.database), EVERY) == {}
        assert await worker.read(members.by_id, number) is None
        assert await worker.read(members.at_address, "stage", "Bob") is not None
        assert not engine.keeper.finder.match("kanarieétitel", Scope(stage.organisation.id)).hits
    async with core(settings, clock=lambda: stage.now) as (engine, _, _):
        assert engine.eraser is not None
        assert not await engine.worker.read(erasure.open_erasures), "once is enough"


def test_who_comes_back__is_not_erased_by_the_list(stage: Stage, ledger: Ledger) -> None:
    """Anna left and joined again from the same telephone: she is somebody new."""
    anna = stage.person("Anna")
    with stage.database.transaction() as connection:
        old = members.by_id(connection, anna.member_id)
        assert old is not None
        ledger.add(old.public_id, [("stage", "Anna")], keep_practices=False, at=stage.now)
    anna.presses(encode(EraseNow(False)))
    stage.finish_erasing()
    stage.later(days=1)
    anna.says(f"/start {stage.invite()}")
    known = {one.member: one for one in ledger.entries()}
    with stage.database.transaction() as connection:
        assert leaving.begin_again(connection, ledger.of_member, known, stage.now) == 0
        assert connection.execute(sa.select(people.c.name)).scalars().all() == ["Anna"]


def test_stranger__of_the_list_loses_only_what_was_said_before(stage: Stage, ledger: Ledger) -> None:
    ledger.add("a" * 12, [("telegram", "1001")], keep_practices=True, at=stage.now)
    with stage.database.transaction() as connection:
        for days, address in ((-1, "1001"), (1, "1001"), (-1, "2002")):
            deliveries.say(
                connection,
                member=None,
                address=Address("telegram", address, pull=False),
                language="nl",
                payload={"texts": []},
                owner="here",
                now=stage.now + timedelta(days=days),
            )
        known = {address: one for one in ledger.entries() for address in one.addresses}
        leaving.forget_strangers(connection, ledger.of_address, known)
        left = connection.execute(sa.select(said.c.address).order_by(said.c.id)).scalars().all()
    assert left == ["1001", "2002"]
