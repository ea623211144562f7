"""What was said is forgotten in time, and of a stranger nothing is left at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from domain.people import Address, Member, Role
from storage import deliveries, members, organisations, search
from storage.database import Connection, Database
from storage.tables import deliveries as said
from tests.stage import Stage

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
WORDS = {"texts": [{"key": "join-declined"}]}


def anna(connection: Connection) -> Member:
    """Anna is a member."""
    inside = organisations.add(connection, "Proef", "nl", "Europe/Amsterdam", NOW)
    return members.add(
        connection, organisation_id=inside.id, role=Role.member, language="nl", name="Anna", now=NOW
    )


def say_to(connection: Connection, member: Member | None, *, done: bool = True) -> None:
    """Something is said on Telegram, and has arrived when it is `done`."""
    made = deliveries.say(
        connection,
        member=member,
        address=Address("telegram", "1001", pull=False),
        language="nl",
        payload=WORDS,
        owner="here",
        now=NOW,
    )
    if done and made is not None:
        deliveries.mark_sent(connection, [(made.id, "1")], NOW)


def left(database: Database) -> list[tuple[bool, bool]]:
    """Return (has a member, has words) of what is kept."""
    with database.reading() as connection:
        rows = connection.execute(sa.select(said.c.member_id, said.c.payload).order_by(said.c.id))
        return [(row.member_id is not None, row.payload is not None) for row in rows]


def test_words__go_after_a_week_and_that_something_was_said_stays(database: Database) -> None:
    with database.transaction() as connection:
        say_to(connection, anna(connection))
        deliveries.forget_payloads(connection, NOW + timedelta(days=6))
    assert left(database) == [(True, True)]
    with database.transaction() as connection:
        deliveries.forget_payloads(connection, NOW + timedelta(days=8))
    assert left(database) == [(True, False)]


def test_stranger__leaves_nothing_behind_after_a_week(database: Database) -> None:
    with database.transaction() as connection:
        say_to(connection, None)
        deliveries.forget_payloads(connection, NOW + timedelta(days=8))
    assert left(database) == []


def test_message__that_is_not_out_yet_is_kept(database: Database) -> None:
    with database.transaction() as connection:
        say_to(connection, None, done=False)
        deliveries.forget_payloads(connection, NOW + timedelta(days=8))
    assert left(database) == [(False, True)]


def test_change_log__gives_no_number_out_twice(stage: Stage) -> None:
    bob = stage.person("Bob")
    stage.practice(bob, "Post samen openmaken")
    with stage.database.transaction() as connection:
        before = search.newest_change(connection)
        search.forget_old(connection, stage.now + timedelta(days=3))
    stage.practice(bob, "Post sorteren")
    with stage.database.transaction() as connection:
        assert search.newest_change(connection) > before
