"""The messages of one broadcast: queued many at once, counted by how they stand, stopped, said again."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from domain.delivery import Outcome
from storage.database import Connection
from storage.deliveries.queueing import UNSAID
from storage.tables import deliveries, members


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
    """Say once more, flagged, what of a broadcast nobody knows to have arrived; return how many.

    It waits for its reader's hours like the first time. Who asked for silence meanwhile is left out, and so
    is everybody once it is too late.
    """
    silent = sa.select(members.c.id).where(members.c.silent)
    again = connection.execute(
        sa.update(deliveries)
        .where(
            deliveries.c.broadcast_id == broadcast_id,
            deliveries.c.state == Outcome.uncertain.value,
            deliveries.c.not_after > now,
            deliveries.c.member_id.not_in(silent),
        )
        .values(state=Outcome.held.value, not_before=now, released_at=None)
        .returning(deliveries.c.id)
    )
    return len(again.all())


def was_sent(connection: Connection, broadcast_id: int, member_id: int) -> bool:
    """Tell whether a broadcast went to a member."""
    found = sa.select(deliveries.c.id).where(
        deliveries.c.broadcast_id == broadcast_id, deliveries.c.member_id == member_id
    )
    return connection.execute(found.limit(1)).first() is not None
