"""Claims on deliveries: who holds one says the message, and nobody else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from domain.delivery import LEASE, Delivery
from domain.people import Address
from storage import deliveries, leases
from storage.database import Connection, Database

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def reply(connection: Connection, now: datetime = NOW) -> Delivery:
    """Anna gets a reply that "here" says."""
    made = deliveries.say(
        connection,
        member=None,
        address=Address("telegram", "1001", pull=False),
        language="nl",
        payload={"texts": [{"key": "flow-over"}]},
        owner="here",
        now=now,
    )
    assert made is not None
    return made


def test_renew__keeps_a_claim_from_being_taken_up_as_lost(database: Database) -> None:
    late = NOW + LEASE - timedelta(seconds=1)
    with database.transaction() as connection:
        kept, lost = reply(connection), reply(connection)
        assert deliveries.renew(connection, kept.id, "here", late)
        assert deliveries.recover(connection, "there", NOW + LEASE * 1.5, alone=False) == 1
        assert deliveries.renew(connection, kept.id, "here", late)
        assert not deliveries.renew(connection, lost.id, "here", late)


def test_renew__is_only_for_who_holds_the_claim(database: Database) -> None:
    with database.transaction() as connection:
        assert not deliveries.renew(connection, reply(connection).id, "there", NOW)


def test_reply__is_said_again_after_two_crashes_and_then_left_to_a_person(database: Database) -> None:
    with database.transaction() as connection:
        reply(connection)
        for crash in range(1, 4):
            assert deliveries.recover(connection, f"owner {crash}", NOW, alone=True) == 1
            claimed = deliveries.claim(connection, f"owner {crash}", ["telegram"], 5, NOW)
            assert [one.maybe_dup for one in claimed] == ([True] if crash < 3 else [])


def test_lease__belongs_to_one_until_it_runs_out_or_is_given_up(database: Database) -> None:
    span = timedelta(seconds=30)
    with database.transaction() as connection:
        assert leases.take(connection, "polling", "here", span, NOW)
        assert not leases.take(connection, "polling", "there", span, NOW + span / 2)
        assert leases.take(connection, "polling", "here", span, NOW + span / 2)
        assert not leases.take(connection, "polling", "there", span, NOW + span)
        assert leases.take(connection, "polling", "there", span, NOW + span * 2)
        leases.release(connection, "polling", "here")
        assert not leases.take(connection, "polling", "here", span, NOW + span * 2)
        leases.release(connection, "polling", "there")
        assert leases.take(connection, "polling", "here", span, NOW + span * 2)
        assert leases.take(connection, "other", "there", span, NOW)
