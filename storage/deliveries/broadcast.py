"""The messages of one broadcast: queued many at once, counted by how they stand, stopped, said again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.delivery import Lane, Outcome
from domain.people import RHYTHMS
from domain.rhythm import wants
from storage.database import Connection, insert_into
from storage.deliveries.queueing import UNSAID
from storage.tables import addresses, deliveries, members


def queue_broadcast(
    connection: Connection,
    broadcast_id: int,
    member_ids: Collection[int],
    *,
    payload: Mapping[str, Any],
    now: datetime,
    not_after: datetime,
) -> int:
    """Queue one message to many members in one statement, once each; return how many it may be sent to."""
    used_last = (
        sa.select(_LATER.c.id)
        .where(_LATER.c.member_id == members.c.id, _LATER.c.gone_at.is_(None))
        .order_by(_LATER.c.used_at.desc(), _LATER.c.id.desc())
        .limit(1)
    )
    fixed = {
        "lane": sa.literal(Lane.broadcast.value),
        "payload": sa.literal(dict(payload), sa.JSON),
        "state": sa.literal(Outcome.held.value),
        "not_before": sa.literal(now, deliveries.c.not_before.type),
        "not_after": sa.literal(not_after, deliveries.c.not_after.type),
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
            members.c.rhythm.in_([one for one in ("", *RHYTHMS) if wants(Lane.broadcast, one)]),
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
        .where(deliveries.c.broadcast_id == broadcast_id, deliveries.c.state.in_(UNSAID))
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
