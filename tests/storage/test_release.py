"""What is held is let through once, whoever looks; and what waits for one chat gives it rest."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import sqlalchemy as sa

from domain.delivery import Lane, Outcome
from domain.people import Address
from storage import deliveries, members, meters
from storage.database import Connection, Database
from storage.tables import deliveries as rows
from tests.storage.test_claims import NOW, people


def queue(connection: Connection, member_id: int, once: str, lane: Lane = Lane.broadcast) -> bool:
    return deliveries.queue(connection, member_id, payload={"texts": []}, once=once, lane=lane, now=NOW)


def states(connection: Connection) -> list[str]:
    return sorted(connection.execute(sa.select(rows.c.state)).scalars())


def test_release__in_two_processes_finds_room_for_one(database: Database) -> None:
    with database.transaction() as connection:
        everyone = people(connection, *(f"Persoon {number}" for number in range(30)))
        for member_id in everyone:
            queue(connection, member_id, f"a{member_id}")
            queue(connection, member_id, f"b{member_id}")

    def sweep(_number: int) -> None:
        for _ in range(20):
            with database.transaction() as connection:
                deliveries.release(connection, NOW, most=7)

    # On SQLite one process writes.
    with ThreadPoolExecutor(1 if database.is_sqlite else 4) as pool:
        list(pool.map(sweep, range(4)))
    with database.transaction() as connection:
        for _ in range(10):
            deliveries.release(connection, NOW)
        assert states(connection) == [Outcome.held] * 30 + [Outcome.waiting] * 30
        through = connection.execute(
            sa.select(rows.c.member_id).where(rows.c.state == Outcome.waiting.value)
        ).scalars()
        assert sorted(through) == sorted(everyone)


def test_release__takes_no_more_than_asked_and_only_for_these_channels(database: Database) -> None:
    with database.transaction() as connection:
        for member_id in people(connection, "Anna", "Bob", "Carla"):
            queue(connection, member_id, f"a{member_id}")
        assert deliveries.release(connection, NOW, ["web"]) == 0
        assert deliveries.release(connection, NOW, ["telegram"], most=2) == 2
        assert deliveries.ready(connection, ["telegram"], 10, NOW) == 2


def test_what_was_let_through__and_not_said_before_a_standstill_waits_for_the_morning(
    database: Database,
) -> None:
    here = ["telegram"]
    evening = NOW.replace(hour=16, minute=20)  # 17:20 in Amsterdam
    night = evening + timedelta(hours=9)
    with database.transaction() as connection:
        [anna] = people(connection, "Anna")
        queue(connection, anna, "a")
        assert deliveries.release(connection, evening, here) == 1
        assert deliveries.claim(connection, "new", here, 5, night) == []
        assert meters.reserve(connection, "telegram", 10, 5, night) is None
        assert deliveries.ready(connection, here, 10, night) == 0
        deliveries.release(connection, night, here)
        assert deliveries.claim(connection, "new", here, 5, night) == []
        morning = night + timedelta(hours=7)
        assert deliveries.release(connection, morning, here) == 1
        assert len(deliveries.claim(connection, "new", here, 5, morning)) == 1


def test_rest__of_a_chat_lets_the_next_wait_a_moment(database: Database) -> None:
    second = timedelta(seconds=1)
    with database.transaction() as connection:
        anna, bob = people(connection, "Anna", "Bob")
        for number in range(3):
            queue(connection, anna, f"a{number}", Lane.answer)
        queue(connection, bob, "b", Lane.answer)
        [first] = deliveries.claim(connection, "here", ["telegram"], 1, NOW)
        deliveries.mark_sent(connection, [(first.id, "7")], NOW)
        deliveries.rest(connection, "telegram", ["Anna"], NOW + second)
        assert [one.address for one in deliveries.claim(connection, "here", ["telegram"], 5, NOW)] == ["Bob"]
        later = deliveries.claim(connection, "here", ["telegram"], 5, NOW + second)
        assert [one.address for one in later] == ["Anna"]


def test_meter__is_shared_and_counts_what_was_booked(database: Database) -> None:
    with database.transaction() as connection:
        assert meters.reserve(connection, "telegram", 10, 5, NOW) is None
        for number, member_id in enumerate(people(connection, *"abcdef")):
            queue(connection, member_id, f"a{number}", Lane.answer)
        first = meters.reserve(connection, "telegram", 10, 2, NOW)
        assert first is not None
        assert (first.count, first.at) == (2, NOW)
        second = meters.reserve(connection, "telegram", 10, 2, NOW)
        assert second is not None
        assert second.at > NOW
        meters.book(connection, "telegram", 10, 20, NOW)
        assert meters.reserve(connection, "telegram", 10, 1, NOW) is None
        meters.pause(connection, "telegram", NOW + timedelta(seconds=9), NOW)
        assert meters.reserve(connection, "telegram", 10, 1, NOW + timedelta(seconds=8)) is None
        assert meters.reserve(connection, "telegram", 10, 1, NOW + timedelta(seconds=10)) is not None


def test_held__goes_where_somebody_is_reached_by_then(database: Database) -> None:
    with database.transaction() as connection:
        anna, bob = people(connection, "Anna", "Bob")
        queue(connection, anna, "a")
        queue(connection, bob, "b")
        member = members.by_id(connection, anna)
        assert member is not None
        members.add_address(connection, member, Address("web", "page", pull=True), NOW + timedelta(hours=1))
        members.change(connection, anna, language="en")
        members.mark_gone(connection, "telegram", "Bob", NOW)
        deliveries.release(connection, NOW)
        found = connection.execute(
            sa.select(rows.c.channel, rows.c.language, rows.c.state).order_by(rows.c.id)
        )
        assert [tuple(row) for row in found] == [("web", "en", "waiting"), ("telegram", "nl", "gone")]


def test_address__that_cannot_be_reached_is_not_tried_for_what_else_waits(database: Database) -> None:
    with database.transaction() as connection:
        anna, bob = people(connection, "Anna", "Bob")
        for member_id in (anna, bob):
            queue(connection, member_id, f"a{member_id}", Lane.answer)
            queue(connection, member_id, f"b{member_id}", Lane.answer)
        deliveries.claim(connection, "here", ["telegram"], 1, NOW)
        deliveries.give_up(connection, "telegram", "Anna", NOW)
        assert states(connection) == ["gone", "sending", "waiting", "waiting"]


def test_channel__that_was_taken_away_lets_go_of_what_waited_there(database: Database) -> None:
    with database.transaction() as connection:
        anna, bob = people(connection, "Anna", "Bob")
        member = members.by_id(connection, bob)
        assert member
        members.add_address(connection, member, Address("web", "bob's page", pull=True), NOW)
        members.mark_used(connection, "telegram", "Bob", NOW + timedelta(minutes=1))
        for member_id in (anna, bob):
            queue(connection, member_id, f"a{member_id}")
            queue(connection, member_id, f"b{member_id}", Lane.answer)

        def standing(member_id: int) -> list[tuple[str, str]]:
            query = sa.select(rows.c.channel, rows.c.state).where(rows.c.member_id == member_id)
            return [(row[0], row[1]) for row in connection.execute(query.order_by(rows.c.id))]

        assert deliveries.let_go(connection, ["telegram", "web"], NOW) == 0
        assert deliveries.let_go(connection, ["web"], NOW) == 2
        assert standing(bob) == [("web", Outcome.held), ("web", Outcome.waiting)]
        assert standing(anna) == [
            ("telegram", Outcome.held),
            ("telegram", Outcome.waiting),
        ]
        # It may come back.
        assert deliveries.let_go(connection, ["web"], NOW + timedelta(days=13)) == 0
        assert deliveries.let_go(connection, ["web"], NOW + timedelta(days=14, minutes=1)) == 2
        assert standing(anna) == [("telegram", Outcome.gone), ("telegram", Outcome.gone)]
