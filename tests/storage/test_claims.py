"""Claims on deliveries: who holds one says the message, and nobody else."""

from __future__ import annotations

from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

from domain.delivery import LEASE, Delivery, Lane, Outcome
from domain.people import Address, Role
from storage import deliveries, leases, members, organisations
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


def waiting(connection: Connection, member_id: int, times: int, now: datetime = NOW) -> None:
    """Queue this many messages to a member."""
    for number in range(times):
        deliveries.queue(
            connection,
            member_id,
            payload={"texts": [{"key": "flow-over"}]},
            once=f"{member_id}:{number}",
            lane=Lane.answer,
            now=now,
        )


def people(connection: Connection, *names: str) -> list[int]:
    """Members who are reached on Telegram."""
    organisation = organisations.add(connection, "Proef", "nl", "Europe/Amsterdam", NOW)
    found = []
    for name in names:
        member = members.add(
            connection, organisation_id=organisation.id, role=Role.member, language="nl", name=name, now=NOW
        )
        members.add_address(connection, member, Address("telegram", name, pull=False), NOW)
        members.agree(connection, member.id, NOW)
        found.append(member.id)
    return found


def test_claim__of_what_waits_for_one_person_leaves_room_for_the_next(database: Database) -> None:
    with database.transaction() as connection:
        anna, bob, carla = people(connection, "Anna", "Bob", "Carla")
        for member_id, times in ((anna, 1000), (bob, 20), (carla, 1)):
            waiting(connection, member_id, times)
        claimed = deliveries.claim(connection, "here", ["telegram"], 3, NOW)
        assert [one.address for one in claimed] == ["Anna", "Bob", "Carla"]
        assert deliveries.claim(connection, "here", ["telegram"], 3, NOW) == []


def test_note__of_one_who_lost_the_claim_changes_nothing(database: Database) -> None:
    late = NOW + LEASE * 2
    with database.transaction() as connection:
        lost = reply(connection)
        deliveries.recover(connection, "there", late, alone=False)
        [taken] = deliveries.claim(connection, "there", ["telegram"], 1, late)
        deliveries.retry(connection, lost, unknown=True, wait=None, error="timeout", now=late)
        deliveries.mark_failed(connection, lost, Outcome.failed, "ours", late)
        deliveries.readdress(connection, lost, "1002", late)
        assert deliveries.claim(connection, "third", ["telegram"], 1, late + LEASE) == []
        deliveries.mark_sent(connection, [(taken.id, "7")], late)
        deliveries.retry(connection, lost, unknown=True, wait=None, error="timeout", now=late)
        assert deliveries.claim(connection, "third", ["telegram"], 1, late + LEASE) == []


def test_retry__is_not_given_up_sooner_because_the_channel_asks_for_short_waits(database: Database) -> None:
    """A token that is refused for a morning costs nobody an answer."""
    moment, minute = NOW, timedelta(minutes=1)
    with database.transaction() as connection:
        one = reply(connection)
        while moment < NOW + timedelta(hours=7):
            outcome = deliveries.retry(
                connection, one, unknown=False, wait=minute, error="unauthorised", now=moment
            )
            assert outcome is Outcome.waiting, moment - NOW
            while not (claimed := deliveries.claim(connection, "here", ["telegram"], 1, moment)):
                moment += minute
            one = claimed[0]


def test_claim__while_another_process_claims_takes_no_later_message_to_the_same_chat(
    database: Database,
) -> None:
    if database.is_sqlite:
        return  # one process claims at a time
    with database.transaction() as connection:
        anna, bob = people(connection, "Anna", "Bob")
        waiting(connection, anna, 3)
        waiting(connection, bob, 1)
    with database.transaction() as here:
        [first] = deliveries.claim(here, "here", ["telegram"], 1, NOW)
        with database.transaction() as there:  # sees nothing yet of what was claimed here
            claimed = deliveries.claim(there, "there", ["telegram"], 5, NOW)
        assert [one.address for one in claimed] == ["Bob"]
    with database.transaction() as connection:
        assert deliveries.claim(connection, "there", ["telegram"], 5, NOW) == []
        deliveries.mark_sent(connection, [(first.id, "7")], NOW)
        [second] = deliveries.claim(connection, "there", ["telegram"], 5, NOW)
    assert second.id > first.id


def test_claim__by_many_at_once_keeps_the_order_of_each_chat(database: Database) -> None:
    if database.is_sqlite:
        return
    with database.transaction() as connection:
        everyone = people(connection, *(f"Persoon {number}" for number in range(8)))
        for member_id in everyone:
            waiting(connection, member_id, 12)
    said: dict[str, list[int]] = defaultdict(list)

    def speak(owner: int) -> None:
        for _ in range(80):
            with database.transaction() as connection:
                claimed = deliveries.claim(connection, f"owner {owner}", ["telegram"], 3, NOW)
            for one in claimed:
                said[one.address].append(one.id)
            with database.transaction() as connection:
                deliveries.mark_sent(connection, [(one.id, "7") for one in claimed], NOW)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(speak, range(4)))
    assert sum(map(len, said.values())) == 8 * 12
    assert all(numbers == sorted(numbers) for numbers in said.values())
