"""What both databases promise."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from domain.people import Role
from storage import database as of_database
from storage import invitations, organisations
from storage.database import Database, sqlite_url
from tests.stage import START, Stage


def test_transaction__keeps_nothing_when_the_block_raises(database: Database) -> None:
    with pytest.raises(RuntimeError), database.transaction() as connection:
        organisations.add(connection, "Half", "nl", "Europe/Amsterdam", START)
        raise RuntimeError
    with database.reading() as connection:
        assert organisations.by_name(connection, "Half") is None


def test_moment__without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(sa.exc.StatementError), database.transaction() as connection:
        organisations.add(connection, "Zone", "nl", "Europe/Amsterdam", datetime(2026, 1, 1))  # noqa: DTZ001


def test_invitation__works_as_often_as_it_says(stage: Stage) -> None:
    code = stage.invite(Role.coordinator, uses=1)
    with stage.database.transaction() as connection:
        first = invitations.redeem(connection, code, stage.now)
        second = invitations.redeem(connection, code, stage.now)
    assert first is not None
    assert first.role is Role.coordinator
    assert second is None


def test_outage__is_not_a_mistake_of_ours(database: Database) -> None:
    with pytest.raises(sa.exc.DBAPIError) as caught, database.transaction() as connection:
        connection.execute(sa.text("SELECT nothing FROM nowhere"))
    assert not Database.is_outage(caught.value)


def test_outage__is_a_database_that_cannot_be_opened(tmp_path: Path) -> None:
    gone = Database(sqlite_url(tmp_path / "no folder" / "x.db"))
    with pytest.raises(sa.exc.DBAPIError) as caught, gone.transaction():
        pass
    assert Database.is_outage(caught.value)
    away = Database("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(sa.exc.DBAPIError) as refused, away.transaction():
        pass
    assert Database.is_outage(refused.value)


def test_outage__is_a_file_that_another_process_keeps_locked(sqlite_path: Path) -> None:
    ours, theirs = Database(sqlite_url(sqlite_path)), Database(sqlite_url(sqlite_path))
    sa.event.listen(ours.engine, "connect", lambda one, _: one.execute("PRAGMA busy_timeout=50"))
    with theirs.transaction(), pytest.raises(sa.exc.DBAPIError) as caught, ours.transaction():
        pass
    assert Database.is_outage(caught.value)
    ours.close()
    theirs.close()


def test_disk__that_is_full_keeps_what_was_there(sqlite_path: Path) -> None:
    database = Database(sqlite_url(sqlite_path))
    with database.transaction() as connection:
        organisations.add(connection, "Was there", "nl", "Europe/Amsterdam", START)
        connection.exec_driver_sql("PRAGMA max_page_count=1")  # SQLite raises it to what is in use
    with pytest.raises(sa.exc.DBAPIError) as caught, database.transaction() as connection:
        for number in range(2000):
            organisations.add(connection, f"{number} " + "x" * 500, "nl", "Europe/Amsterdam", START)
    assert Database.is_outage(caught.value)
    with database.reading() as connection:
        assert [one.name for one in organisations.every(connection)] == ["Was there"]
    database.close()


def test_connection__to_a_server_that_vanished_is_not_waited_for_by_the_hour(database: Database) -> None:
    if database.is_sqlite:
        return
    with database.reading() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        assert int(driver.info.get_parameters()["tcp_user_timeout"]) <= 30_000


def test_scrub__waits_for_whoever_may_still_see_what_was_removed(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    if database.is_sqlite:
        pytest.skip("SQLite's answer is that of its checkpoint")
    monkeypatch.setattr(of_database, "_WAIT_FOR_READERS", 0.3)
    with database.engine.connect().execution_options(isolation_level="REPEATABLE READ") as reader:
        reader.execute(sa.text("SELECT 1 FROM members"))
        assert not database.scrub(whole=True)
    assert database.scrub(whole=True)
