"""Queue what is to be said: a reply already claimed, or a message that waits for its moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.delivery import LEASE, PATIENT, UNASKED, Delivery, Lane, Outcome
from domain.people import CONSENT, RHYTHMS, Address, Member
from domain.rhythm import last_moment, wants
from storage import lines
from storage.database import Connection, insert_into
from storage.tables import addresses, deliveries, members

AT_ONCE = 500  # rows in one statement
# What has not been said, and may still be taken back.
UNSAID = (Outcome.held.value, Outcome.waiting.value)

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


def _begins(lane: Lane) -> Outcome:
    return Outcome.held if lane in PATIENT else Outcome.waiting


def queue(
    connection: Connection,
    member_id: int,
    *,
    payload: Mapping[str, Any],
    once: str,
    lane: Lane,
    now: datetime,
    not_before: datetime | None = None,
    not_after: datetime | None = None,
) -> bool:
    """Queue a message to a member, at most once per `once`; False when it was queued before or may not be.

    It goes to the address the member used last. Somebody who asked for silence is not sent anything, and
    nothing unasked goes to somebody who chose so. What has not been sent by `not_after` is dropped.
    """
    where = connection.execute(_WHERE, {"member": member_id}).first()
    if where is None or not wants(lane, where.rhythm):
        return False
    if lane in UNASKED and where.consent != CONSENT:
        return False
    soonest = not_before or now
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
            state=_begins(lane).value,
            not_before=soonest,
            not_after=last_moment(lane, soonest, not_after),
            created_at=now,
        )
        .on_conflict_do_nothing(index_elements=[deliveries.c.once])
        .returning(deliveries.c.id)
    )
    return connection.execute(statement).first() is not None


_WHERE = (
    sa.select(
        members.c.organisation_id,
        members.c.language,
        members.c.rhythm,
        members.c.consent,
        addresses.c.channel,
        addresses.c.address,
    )
    .join(addresses, addresses.c.member_id == members.c.id)
    .where(
        members.c.id == sa.bindparam("member"),
        addresses.c.gone_at.is_(None),
        sa.not_(members.c.silent),
    )
    .order_by(addresses.c.used_at.desc())
    .limit(1)
)


def move(connection: Connection, member_id: int, to: Address) -> None:
    """Let what waits for a member go to this address of theirs."""
    waits = deliveries.c.state.in_([Outcome.held.value, Outcome.waiting.value])
    connection.execute(
        sa.update(deliveries)
        .where(deliveries.c.member_id == member_id, waits)
        .values(channel=to.channel, address=to.address, target=None)
    )


def queue_many(
    connection: Connection,
    member_ids: Sequence[int],
    *,
    prefix: str,
    payload: Mapping[str, Any],
    lane: Lane,
    now: datetime,
    not_after: datetime | None = None,
    broadcast_id: int | None = None,
) -> int:
    """Queue one message to many members, once each by `prefix` and their number; return to how many."""
    return sum(
        _queue_some(
            connection,
            member_ids[start : start + AT_ONCE],
            prefix,
            lane=lane.value,
            payload=dict(payload),
            state=_begins(lane).value,
            not_before=now,
            not_after=last_moment(lane, now, not_after),
            created_at=now,
            broadcast_id=broadcast_id,
        )
        for start in range(0, len(member_ids), AT_ONCE)
    )


def _queue_some(connection: Connection, member_ids: Sequence[int], prefix: str, **fixed: Any) -> int:
    used_last = (
        sa.select(_LATER.c.id)
        .where(_LATER.c.member_id == members.c.id, _LATER.c.gone_at.is_(None))
        .order_by(_LATER.c.used_at.desc(), _LATER.c.id.desc())
        .limit(1)
    )
    given = {name: sa.literal(value, deliveries.c[name].type) for name, value in fixed.items()}
    wanted = [one for one in ("", *RHYTHMS) if wants(Lane(fixed["lane"]), one)]
    recipients = (
        sa.select(
            members.c.organisation_id,
            members.c.id,
            members.c.language,
            addresses.c.channel,
            addresses.c.address,
            sa.literal(prefix) + sa.cast(members.c.id, sa.String),
            *given.values(),
        )
        .join(addresses, addresses.c.member_id == members.c.id)
        .where(
            members.c.id.in_(member_ids),
            addresses.c.id == used_last.scalar_subquery(),
            sa.not_(members.c.silent),
            members.c.rhythm.in_(wanted),
            *([members.c.consent == CONSENT] if Lane(fixed["lane"]) in UNASKED else []),
        )
    )
    names = ["organisation_id", "member_id", "language", "channel", "address", "once", *given]
    statement = (
        insert_into(connection, deliveries)
        .from_select(names, recipients)
        .on_conflict_do_nothing(index_elements=[deliveries.c.once])
        .returning(deliveries.c.id)
    )
    return len(connection.execute(statement).all())


_LATER = addresses.alias("later")


def withdraw(connection: Connection, *once: str) -> None:
    """Take back what was queued under these names, if nobody has begun to say it."""
    for start in range(0, len(once), AT_ONCE):
        these = deliveries.c.once.in_(once[start : start + AT_ONCE])
        connection.execute(sa.delete(deliveries).where(these, deliveries.c.state.in_(UNSAID)))


def amend(connection: Connection, once: str, *, payload: Mapping[str, Any], now: datetime) -> bool:
    """Put other words in the place of a message, where it stands; False when it is being said right now."""
    free = deliveries.c.state.in_([*UNSAID, Outcome.sent.value])
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


def queued_at(connection: Connection, once: str) -> datetime | None:
    """Return when a message was queued under this name; None when it never was."""
    found: datetime | None = connection.execute(
        sa.select(deliveries.c.created_at).where(deliveries.c.once == once)
    ).scalar()
    return found


def is_being_said(connection: Connection, once: str) -> bool:
    """Tell whether somebody is saying this message right now."""
    saying = sa.select(deliveries.c.id).where(
        deliveries.c.once == once, deliveries.c.state == Outcome.sending.value
    )
    return connection.execute(saying).first() is not None


def silence(connection: Connection, member_id: int) -> None:
    """Cancel everything that still waits for a member."""
    connection.execute(
        sa.update(deliveries)
        .where(deliveries.c.member_id == member_id, deliveries.c.state.in_(UNSAID))
        .values(state=Outcome.cancelled.value)
    )
