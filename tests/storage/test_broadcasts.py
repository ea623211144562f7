"""A message to thousands: queued in slices, once for each, whatever breaks in the middle."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from domain.broadcasts import FRESH, SLICE, Ask, Stage, Tally, Voice
from domain.delivery import Lane, Outcome
from domain.people import Role
from storage import broadcasts, deliveries, members
from storage.broadcasts import Broadcast
from storage.database import Database
from storage.tables import addresses
from storage.tables import deliveries as delivery_rows
from storage.tables import members as member_rows
from tests.stage import Stage as Theatre

MANY = 5000


@pytest.fixture
def one(stage: Theatre) -> Broadcast:
    """Carla's message to five thousand."""
    carla = stage.person("Carla", Role.coordinator)
    with stage.database.transaction() as connection:
        author = members.by_id(connection, carla.member_id)
        assert author
        columns = [column.name for column in member_rows.columns if column.name not in ("id", "public_id")]
        crowd = sa.select(*(member_rows.c[name] for name in columns)).where(member_rows.c.id == author.id)
        row = dict(connection.execute(crowd).mappings().one())
        people = [{**row, "public_id": f"m{number}", "role": "member"} for number in range(MANY - 1)]
        connection.execute(sa.insert(member_rows), people)
        found = connection.execute(
            sa.select(member_rows.c.id).where(member_rows.c.role == "member")
        ).scalars()
        connection.execute(
            sa.insert(addresses),
            [
                {
                    "organisation_id": author.organisation_id,
                    "member_id": number,
                    "channel": "elders",
                    "address": str(number),
                    "pull": False,
                    "used_at": stage.now,
                }
                for number in found
            ],
        )
        return broadcasts.add(
            connection,
            author,
            words="Hoi *allemaal*.",
            voice=Voice.colleagues,
            asks=Ask.nothing,
            audience="everybody",
            recipients=MANY,
            start_at=stage.now,
            now=stage.now,
        )


def queued(database: Database) -> Counter[int]:
    """Return how many messages each member has."""
    query = sa.select(delivery_rows.c.member_id).where(delivery_rows.c.lane == Lane.broadcast.value)
    with database.reading() as connection:
        return Counter(connection.execute(query).scalars())


def said(stage: Theatre) -> dict[str, Any]:
    """Return a message without words, as it is queued now."""
    return {"payload": {"texts": []}, "now": stage.now, "not_after": stage.now + FRESH}


def stands(stage: Theatre, one: Broadcast) -> tuple[Broadcast, Tally]:
    with stage.database.reading() as connection:
        now = broadcasts.by_public_id(connection, one.organisation_id, one.public_id)
        assert now
        return now, broadcasts.tally(connection, now)


def test_expansion__goes_on_after_an_exception_in_the_middle(
    stage: Theatre, one: Broadcast, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.jobs()
    stage.jobs()
    assert sum(queued(stage.database).values()) == 2 * SLICE

    def broken(*_: object, **__: object) -> None:
        raise OSError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr(broadcasts, "made", broken)
        with pytest.raises(OSError, match="power"):
            stage.jobs()
    assert sum(queued(stage.database).values()) == 2 * SLICE
    for _ in range(MANY // SLICE - 2):
        stage.later(seconds=1)
        stage.jobs()
    found = queued(stage.database)
    assert len(found) == MANY
    assert set(found.values()) == {1}
    stage.later(seconds=10)
    stage.jobs()
    assert queued(stage.database) == found


def of(one: Broadcast) -> dict[str, Any]:
    return {"prefix": f"broadcast:{one.id}:", "lane": Lane.broadcast, "broadcast_id": one.id}


def test_slice__that_is_queued_twice_is_queued_once(stage: Theatre, one: Broadcast) -> None:
    people = list(range(1, 400))
    queued_as = said(stage)
    with stage.database.transaction() as connection:
        first = deliveries.queue_many(connection, people, **of(one), **queued_as)
        again = deliveries.queue_many(connection, people, **of(one), **queued_as)
    assert (first, again) == (399, 0)


def test_message__goes_to_the_address_used_last_that_still_works(stage: Theatre) -> None:
    anna = stage.person("Anna")
    with stage.database.transaction() as connection:
        member = members.by_id(connection, anna.member_id)
        assert member
        for minutes, channel in enumerate(("oud", "nieuw", "weg"), 1):
            stage.later(minutes=minutes)
            row = {"channel": channel, "address": channel, "pull": False, "used_at": stage.now}
            connection.execute(
                sa.insert(addresses).values(
                    organisation_id=member.organisation_id, member_id=member.id, **row
                )
            )
        members.mark_gone(connection, "weg", "weg", stage.now)
        one = broadcasts.add(
            connection,
            member,
            words="Hoi.",
            voice=Voice.policy,
            asks=Ask.nothing,
            audience="everybody",
            recipients=1,
            start_at=stage.now,
            now=stage.now,
        )
        deliveries.queue_many(connection, [member.id], **of(one), **said(stage))
        where = connection.execute(sa.select(delivery_rows.c.channel)).scalars().all()
    assert where == ["nieuw"]


def test_stop__leaves_nothing_waiting_at_once(stage: Theatre, one: Broadcast) -> None:
    for _ in range(4):
        stage.jobs()
        stage.later(seconds=1)
    with stage.database.transaction() as connection:
        assert deliveries.release(connection, stage.now)
        claimed = deliveries.claim(connection, "a", ["elders"], 3, stage.now)
        deliveries.mark_sent(connection, [(claimed[0].id, "1")], stage.now)
        now = broadcasts.by_public_id(connection, one.organisation_id, one.public_id)
        assert now
        assert broadcasts.stop(connection, now, stage.now) is Stage.stopped
        assert deliveries.claim(connection, "a", ["elders"], 3, stage.now) == []
    # What was being said at that moment still counts when it arrives; the rest is over.
    _, tally = stands(stage, one)
    assert (tally.sent, tally.waiting, tally.total) == (1, 2, MANY)
    with stage.database.transaction() as connection:
        deliveries.mark_sent(connection, [(one.id, "2") for one in claimed[1:]], stage.now)
    stage.later(seconds=1)
    stage.jobs()
    now, tally = stands(stage, one)
    assert now.ended
    assert tally == Tally(sent=3, cancelled=MANY - 3)


def test_stop__after_the_clock_began_is_halfway_also_for_who_read_it_before(
    stage: Theatre, one: Broadcast
) -> None:
    stage.jobs()
    with stage.database.transaction() as connection:
        assert one.stage is Stage.planned
        assert broadcasts.stop(connection, one, stage.now) is Stage.stopped


def test_stale_message__is_given_up_after_a_week(stage: Theatre, one: Broadcast) -> None:
    for _ in range(MANY // SLICE):
        stage.jobs()
        stage.later(seconds=1)
    stage.later(days=7)
    stage.jobs()
    now, tally = stands(stage, one)
    assert now.stage is Stage.done
    assert tally.cancelled == MANY


def test_amended_message__is_said_in_the_place_of_itself(stage: Theatre, one: Broadcast) -> None:
    carla_id = one.author_id
    assert carla_id
    with stage.database.transaction() as connection:
        stage_now = stage.now
        assert not deliveries.amend(connection, "p", payload={"texts": [1]}, now=stage_now)
        deliveries.queue(
            connection, carla_id, payload={"texts": []}, once="p", lane=Lane.answer, now=stage_now
        )
        assert deliveries.pull_waiting(connection, ["stage"], stage_now) == [carla_id]
        assert deliveries.amend(connection, "p", payload={"texts": [2]}, now=stage_now)
        row = connection.execute(sa.select(delivery_rows).where(delivery_rows.c.once == "p")).one()
        assert (row.state, row.payload, row.target) == (Outcome.waiting, {"texts": [2]}, row.message)
        claimed = deliveries.claim(connection, "a", ["stage"], 1, stage_now)
        assert [each.target for each in claimed] == [row.message]
        assert deliveries.is_being_said(connection, "p")
        assert not deliveries.amend(connection, "p", payload={"texts": [3]}, now=stage_now)


def test_start__waits_for_nobody_who_adds_something_to_the_organisation(
    stage: Theatre, one: Broadcast
) -> None:
    # Every turn adds rows that refer to the organisation. Only PostgreSQL lets two write at once.
    if stage.database.is_sqlite:
        return
    with stage.database.transaction() as anna:
        member = members.add(
            anna,
            organisation_id=one.organisation_id,
            role=Role.member,
            language="nl",
            name="Anna",
            now=stage.now,
        )
        with stage.database.transaction() as carla:
            carla.execute(sa.text("SET LOCAL lock_timeout = '200ms'"))
            assert broadcasts.starts(carla, one.organisation_id, stage.now - FRESH) == [stage.now]
        assert member


def uncertain(stage: Theatre, one: Broadcast, *names: str) -> list[int]:
    """Return members of whom nobody knows whether they got it."""
    numbers = [stage.person(name).member_id for name in names]
    with stage.database.transaction() as connection:
        deliveries.queue_many(connection, numbers, **of(one), **said(stage))
        connection.execute(
            sa.update(delivery_rows).values(state=Outcome.uncertain.value, released_at=stage.now)
        )
    return numbers


def test_repeat__leaves_out_who_asked_for_silence_and_waits_for_hours(stage: Theatre, one: Broadcast) -> None:
    anna, _bob = uncertain(stage, one, "Anna", "Bob")
    night = stage.now.replace(hour=23)
    with stage.database.transaction() as connection:
        members.change(connection, anna, silent=True)
        assert broadcasts.repeat(connection, one, night) == 1
        deliveries.release(connection, night)
        assert deliveries.count_broadcast(connection, one.id) == {Outcome.uncertain: 1, Outcome.held: 1}
        deliveries.release(connection, night + timedelta(hours=10))
        assert deliveries.count_broadcast(connection, one.id) == {Outcome.uncertain: 1, Outcome.waiting: 1}


def test_repeat__comes_too_late_when_its_words_are_forgotten(stage: Theatre, one: Broadcast) -> None:
    uncertain(stage, one, "Anna")
    with stage.database.transaction() as connection:
        assert broadcasts.repeat(connection, one, stage.now + FRESH) == 0
