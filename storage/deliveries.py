"""What the program says: every message a row, stored before it is said, claimed before it is sent."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from domain.delivery import LEASE, MOST_ATTEMPTS, MOST_COPIES, Delivery, Lane, Outcome, pause_before
from domain.people import Address, Member
from storage import lines
from storage.database import Connection, insert_into
from storage.tables import addresses, deliveries, members

PAYLOAD_KEPT = timedelta(days=7)


def _delivery(row: sa.Row[Any]) -> Delivery:
    return Delivery(
        row.id,
        row.member_id,
        row.organisation_id,
        row.channel,
        row.address,
        row.language,
        row.lane,
        row.payload,
        row.target,
        row.attempts,
        row.maybe_dup,
    )


_SAY = sa.insert(deliveries).returning(deliveries.c.id)


def say(
    connection: Connection,
    *,
    member: Member | None,
    address: Address,
    language: str,
    payload: Mapping[str, Any],
    owner: str,
    now: datetime,
    target: str | None = None,
) -> Delivery | None:
    """Store a reply, already claimed by `owner`, who says it after the commit.

    A pull address has read it as soon as it is committed: it is written to its lines, and None comes back.
    Somebody who is no member (any more) has no lines: the delivery comes back, for the page to show at once.
    """
    row: dict[str, Any] = {
        "organisation_id": member.organisation_id if member else None,
        "member_id": member.id if member else None,
        "channel": address.channel,
        "address": address.address,
        "language": language,
        "lane": Lane.reply.value,
        "payload": payload,
        "target": target,
        "state": (Outcome.sent if address.pull else Outcome.sending).value,
        "attempts": 1,
        "owner": owner,
        "not_before": now,
        "lease_until": None if address.pull else now + LEASE,
        "created_at": now,
        "sent_at": now if address.pull else None,
    }
    number = connection.execute(_SAY, row).scalar_one()
    if not address.pull or member is None:
        return Delivery(
            number,
            row["member_id"],
            row["organisation_id"],
            address.channel,
            address.address,
            language,
            Lane.reply.value,
            payload,
            target,
            attempts=1,
            maybe_dup=False,
        )
    lines.add(connection, member, payload=payload, target=target, now=now)
    return None


def queue(
    connection: Connection,
    member_id: int,
    *,
    payload: Mapping[str, Any],
    once: str,
    lane: Lane,
    now: datetime,
    not_before: datetime | None = None,
) -> bool:
    """Queue a message to a member, at most once per `once`; False when it was queued before or may not be.

    It goes to the address the member used last. Somebody who asked for silence is not sent anything.
    """
    where = connection.execute(_WHERE, {"member": member_id}).first()
    if where is None:
        return False
    statement = (
        insert_into(connection, deliveries)
        .values(
            organisation_id=where.organisation_id,
            member_id=member_id,
            channel=where.channel,
            address=where.address,
            language=where.language,
            once=once,
            lane=lane.value,
            payload=dict(payload),
            state=Outcome.waiting.value,
            not_before=not_before or now,
            created_at=now,
        )
        .on_conflict_do_nothing(index_elements=[deliveries.c.once])
        .returning(deliveries.c.id)
    )
    return connection.execute(statement).first() is not None


def queue_broadcast(
    connection: Connection,
    broadcast_id: int,
    member_ids: Collection[int],
    *,
    payload: Mapping[str, Any],
    now: datetime,
) -> int:
    """Queue one message to many members in one statement, once each; return how many can be reached."""
    used_last = (
        sa.select(_LATER.c.id)
        .where(_LATER.c.member_id == members.c.id, _LATER.c.gone_at.is_(None))
        .order_by(_LATER.c.used_at.desc(), _LATER.c.id.desc())
        .limit(1)
    )
    fixed = {
        "lane": sa.literal(Lane.broadcast.value),
        "payload": sa.literal(dict(payload), sa.JSON),
        "state": sa.literal(Outcome.waiting.value),
        "not_before": sa.literal(now, deliveries.c.not_before.type),
        "created_at": sa.literal(now, deliveries.c.created_at.type),
        "broadcast_id": sa.literal(broadcast_id),
    }
    recipients = (
        sa.select(
            members.c.organisation_id,
            members.c.id,
            members.c.language,
            addresses.c.channel,
            addresses.c.address,
            sa.literal(f"broadcast:{broadcast_id}:") + sa.cast(members.c.id, sa.String),
            *fixed.values(),
        )
        .join(addresses, addresses.c.member_id == members.c.id)
        .where(
            members.c.id.in_(member_ids),
            addresses.c.id == used_last.scalar_subquery(),
            sa.not_(members.c.silent),
        )
    )
    names = ["organisation_id", "member_id", "language", "channel", "address", "once", *fixed]
    statement = (
        insert_into(connection, deliveries)
        .from_select(names, recipients)
        .on_conflict_do_nothing(index_elements=[deliveries.c.once])
        .returning(deliveries.c.id)
    )
    return len(connection.execute(statement).all())


_LATER = addresses.alias("later")

_WHERE = (
    sa.select(members.c.organisation_id, members.c.language, addresses.c.channel, addresses.c.address)
    .join(addresses, addresses.c.member_id == members.c.id)
    .where(
        members.c.id == sa.bindparam("member"),
        addresses.c.gone_at.is_(None),
        sa.not_(members.c.silent),
    )
    .order_by(addresses.c.used_at.desc())
    .limit(1)
)


def claim(
    connection: Connection, owner: str, channels: Iterable[str], most: int, now: datetime
) -> list[Delivery]:
    """Claim up to `most` waiting messages for these channels: lowest lane first, one per address."""
    busy = (
        sa.select(sa.literal(1))
        .select_from(_OTHER)
        .where(
            _OTHER.c.state == Outcome.sending.value,
            _OTHER.c.channel == deliveries.c.channel,
            _OTHER.c.address == deliveries.c.address,
        )
        .exists()
    )
    first = (
        sa.select(deliveries.c.id)
        .where(
            deliveries.c.state == Outcome.waiting.value,
            deliveries.c.not_before <= now,
            deliveries.c.channel.in_(list(channels)),
            sa.not_(busy),
        )
        .order_by(deliveries.c.lane, deliveries.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    claimed: list[Delivery] = []
    # One at a time: the address of each is busy for the next, so a thousand for one person hold up nobody.
    while len(claimed) < most:
        row = connection.execute(
            sa.update(deliveries)
            .where(deliveries.c.id == first.scalar_subquery(), deliveries.c.state == Outcome.waiting.value)
            .values(
                state=Outcome.sending.value,
                owner=owner,
                lease_until=now + LEASE,
                attempts=deliveries.c.attempts + 1,
            )
            .returning(deliveries)
        ).first()
        if row is None:
            break
        claimed.append(_delivery(row))
    return claimed


_OTHER = deliveries.alias("other")


_RENEW = (
    sa.update(deliveries)
    .where(
        deliveries.c.id == sa.bindparam("b_id"),
        deliveries.c.owner == sa.bindparam("b_owner"),
        deliveries.c.state == Outcome.sending.value,
    )
    .values(lease_until=sa.bindparam("b_until"))
)


def renew(connection: Connection, delivery_id: int, owner: str, now: datetime) -> bool:
    """Keep a claim that waited long; False when it ran out and another has taken it."""
    given = {"b_id": delivery_id, "b_owner": owner, "b_until": now + LEASE}
    return connection.execute(_RENEW.returning(deliveries.c.id), given).first() is not None


def pull_waiting(connection: Connection, channels: Iterable[str], now: datetime) -> list[int]:
    """Write what waits for pull addresses into their lines; return the members who have something new.

    A page resumes after the highest number it saw, so a member's numbers must become visible in their order:
    whoever writes lines holds that member's row, here as in a turn. A member who is in a turn waits for the
    next look; taking members before deliveries, as turns do, cannot end in a deadlock.
    """
    due = sa.and_(
        deliveries.c.state == Outcome.waiting.value,
        deliveries.c.not_before <= now,
        deliveries.c.channel.in_(list(channels)),
    )
    free = connection.execute(
        sa.select(members.c.id)
        .where(members.c.id.in_(sa.select(deliveries.c.member_id).where(due)))
        .order_by(members.c.id)
        .limit(200)
        .with_for_update(skip_locked=True, key_share=True)
    ).scalars()
    rows = connection.execute(
        sa.select(deliveries)
        .where(due, deliveries.c.member_id.in_(list(free)))
        .order_by(deliveries.c.lane, deliveries.c.id)
        .limit(200)
        .with_for_update(skip_locked=True)
    ).all()
    said = []
    for row in rows:
        number = lines.add_for(
            connection,
            row.organisation_id,
            row.member_id,
            payload=row.payload,
            target=row.target,
            now=now,
        )
        said.append((row.id, row.target or str(number)))
    mark_sent(connection, said, now)
    return [row.member_id for row in rows]


_SENT = (
    sa.update(deliveries)
    .where(deliveries.c.id == sa.bindparam("b_id"))
    .values(
        state=Outcome.sent.value,
        message=sa.bindparam("b_message"),
        sent_at=sa.bindparam("b_now"),
        owner=None,
        lease_until=None,
    )
)


def mark_sent(connection: Connection, sent: Iterable[tuple[int, str]], now: datetime) -> None:
    """Note that these messages arrived, with what the channel calls each."""
    rows = [{"b_id": number, "b_message": message, "b_now": now} for number, message in sent]
    if rows:
        connection.execute(_SENT, rows)


def _held(delivery: Delivery) -> sa.ColumnElement[bool]:
    """Only who holds the claim may put a message back: each claim has a number of its own."""
    return sa.and_(
        deliveries.c.id == delivery.id,
        deliveries.c.state == Outcome.sending.value,
        deliveries.c.attempts == delivery.attempts,
    )


def mark_failed(
    connection: Connection, delivery: Delivery, outcome: Outcome, error: str, now: datetime
) -> None:
    """Note that a message will not arrive: gone, failed or cancelled. `error` names a kind, never words."""
    connection.execute(
        sa.update(deliveries)
        .where(_held(delivery))
        .values(state=outcome.value, error=error, sent_at=now, owner=None, lease_until=None)
    )


def retry(
    connection: Connection,
    delivery: Delivery,
    *,
    unknown: bool,
    wait: timedelta | None,
    error: str,
    now: datetime,
) -> Outcome:
    """Put a message back after a try that failed.

    Not sent for certain: it waits longer each time, and not less than the channel asks. Nobody knows: it is
    tried once more and flagged; the second time it becomes *uncertain* and is left to a person. Why:
    docs/decisions/0005.
    """
    if unknown and delivery.maybe_dup:
        outcome = Outcome.uncertain
    elif delivery.attempts >= MOST_ATTEMPTS:
        outcome = Outcome.failed
    else:
        outcome = Outcome.waiting
    connection.execute(
        sa.update(deliveries)
        .where(_held(delivery))
        .values(
            state=outcome.value,
            error=error,
            maybe_dup=delivery.maybe_dup or unknown,
            not_before=now + max(wait or timedelta(0), pause_before(delivery.attempts)),
            owner=None,
            lease_until=None,
        )
    )
    return outcome


def readdress(connection: Connection, delivery: Delivery, new: str, now: datetime) -> None:
    """Put a message back for an address that was given another name."""
    connection.execute(
        sa.update(deliveries)
        .where(_held(delivery))
        .values(state=Outcome.waiting.value, address=new, not_before=now, owner=None, lease_until=None)
    )


def recover(
    connection: Connection, owner: str, now: datetime, *, alone: bool, held: Collection[int] = ()
) -> int:
    """Put back what was being sent when its sender died, flagged as perhaps sent twice.

    When it died so before, it is left to a person; but a reply is said once more, because somebody waits
    for it, and most claims that a crash cuts off had not left yet.

    `owner` is this process, and `held` is what it is sending: that is alive, and its leases are renewed.
    Another claim of its own was dropped on the way, such as by a commit whose answer got lost, and runs out
    like that of a dead process. `alone` tells that no other process sends (SQLite): then what anybody else
    was sending died with them.
    """
    if held:
        connection.execute(_RENEW, [{"b_id": one, "b_owner": owner, "b_until": now + LEASE} for one in held])
    lost = deliveries.c.lease_until < now
    if alone:
        lost = sa.or_(lost, deliveries.c.owner != owner)
    dead = sa.and_(deliveries.c.state == Outcome.sending.value, lost)
    over = {"owner": None, "lease_until": None}
    uncertain = connection.execute(
        sa.update(deliveries)
        .where(
            dead,
            deliveries.c.maybe_dup,
            sa.or_(deliveries.c.lane != Lane.reply.value, deliveries.c.attempts >= MOST_COPIES),
        )
        .values(state=Outcome.uncertain.value, **over)
        .returning(deliveries.c.id)
    ).all()
    waiting = connection.execute(
        sa.update(deliveries)
        .where(dead)
        .values(state=Outcome.waiting.value, maybe_dup=True, not_before=now, **over)
        .returning(deliveries.c.id)
    ).all()
    return len(uncertain) + len(waiting)


def withdraw(connection: Connection, once: str) -> None:
    """Take back what was queued under this name, if nobody has begun to say it."""
    connection.execute(
        sa.delete(deliveries).where(deliveries.c.once == once, deliveries.c.state == Outcome.waiting.value)
    )


def amend(connection: Connection, once: str, *, payload: Mapping[str, Any], now: datetime) -> bool:
    """Put other words in the place of a message, where it stands; False when it is being said right now."""
    free = deliveries.c.state.in_([Outcome.waiting.value, Outcome.sent.value])
    return (
        connection.execute(
            sa.update(deliveries)
            .where(deliveries.c.once == once, free)
            .values(
                state=Outcome.waiting.value,
                payload=dict(payload),
                target=deliveries.c.message,
                not_before=now,
                attempts=0,
                maybe_dup=False,
            )
            .returning(deliveries.c.id)
        ).first()
        is not None
    )


def is_being_said(connection: Connection, once: str) -> bool:
    """Tell whether somebody is saying this message right now."""
    saying = sa.select(deliveries.c.id).where(
        deliveries.c.once == once, deliveries.c.state == Outcome.sending.value
    )
    return connection.execute(saying).first() is not None


def count_broadcast(connection: Connection, broadcast_id: int) -> dict[Outcome, int]:
    """Count the messages of a broadcast by how they stand."""
    rows = connection.execute(
        sa.select(deliveries.c.state, sa.func.count())
        .where(deliveries.c.broadcast_id == broadcast_id)
        .group_by(deliveries.c.state)
    )
    return {Outcome(state): count for state, count in rows}


def stop_broadcast(connection: Connection, broadcast_id: int) -> None:
    """Cancel what nobody has begun to say of a broadcast."""
    connection.execute(
        sa.update(deliveries)
        .where(deliveries.c.broadcast_id == broadcast_id, deliveries.c.state == Outcome.waiting.value)
        .values(state=Outcome.cancelled.value)
    )


def repeat_uncertain(connection: Connection, broadcast_id: int, now: datetime) -> int:
    """Say once more, flagged, what of a broadcast nobody knows to have arrived; return how many."""
    again = connection.execute(
        sa.update(deliveries)
        .where(deliveries.c.broadcast_id == broadcast_id, deliveries.c.state == Outcome.uncertain.value)
        .values(state=Outcome.waiting.value, attempts=0, not_before=now)
        .returning(deliveries.c.id)
    )
    return len(again.all())


def was_sent(connection: Connection, broadcast_id: int, member_id: int) -> bool:
    """Tell whether a broadcast went to a member."""
    found = sa.select(deliveries.c.id).where(
        deliveries.c.broadcast_id == broadcast_id, deliveries.c.member_id == member_id
    )
    return connection.execute(found.limit(1)).first() is not None


def silence(connection: Connection, member_id: int) -> None:
    """Cancel everything that still waits for a member."""
    connection.execute(
        sa.update(deliveries)
        .where(deliveries.c.member_id == member_id, deliveries.c.state == Outcome.waiting.value)
        .values(state=Outcome.cancelled.value)
    )


_LAST = (
    sa.select(deliveries.c.payload)
    .where(deliveries.c.member_id == sa.bindparam("member"), deliveries.c.payload.is_not(None))
    .order_by(deliveries.c.id.desc())
    .limit(3)
)


def last_payloads(connection: Connection, member_id: int) -> list[Mapping[str, Any]]:
    """Return the last three messages said to a member, newest first."""
    return list(connection.execute(_LAST, {"member": member_id}).scalars())


def forget_payloads(connection: Connection, now: datetime) -> None:
    """Empty what was said after a week; that it was said stays, except to somebody who is no member."""
    over = sa.and_(
        deliveries.c.created_at < now - PAYLOAD_KEPT,
        deliveries.c.state.not_in([Outcome.waiting.value, Outcome.sending.value]),
    )
    # "I keep nothing about you" was said to some of them, and an address is something.
    connection.execute(sa.delete(deliveries).where(over, deliveries.c.member_id.is_(None)))
    connection.execute(
        sa.update(deliveries).where(over, deliveries.c.payload.is_not(None)).values(payload=sa.null())
    )
