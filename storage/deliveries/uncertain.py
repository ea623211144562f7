"""What twice nobody knew to have arrived, outside of broadcasts: counted for coordinators, and said again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import sqlalchemy as sa

from domain.delivery import PATIENT, Outcome
from storage.database import Connection
from storage.deliveries.outcomes import PAYLOAD_KEPT
from storage.tables import deliveries, members

SOON = timedelta(hours=1)  # before its words are emptied it is too late to say it again


def count_uncertain(connection: Connection, now: datetime) -> Mapping[int, int]:
    """Count by organisation what may be said again, but for broadcasts, which count their own."""
    rows = connection.execute(
        sa.select(deliveries.c.organisation_id, sa.func.count())
        .where(_which(now))
        .group_by(deliveries.c.organisation_id)
    )
    return {row[0]: row[1] for row in rows}


def say_again(connection: Connection, organisation_id: int, now: datetime) -> int:
    """Say it once more, flagged, when its reader works; return how many."""
    patient = deliveries.c.lane.in_([lane.value for lane in PATIENT])
    again = connection.execute(
        sa.update(deliveries)
        .where(_which(now), deliveries.c.organisation_id == organisation_id)
        .values(
            state=sa.case((patient, Outcome.held.value), else_=Outcome.waiting.value),
            not_before=now,
            released_at=None,
        )
        .returning(deliveries.c.id)
    )
    return len(again.all())


def _which(now: datetime) -> sa.ColumnElement[bool]:
    """Not what has become too late, and not what is for somebody who asked for silence meanwhile."""
    silent = sa.select(members.c.id).where(members.c.silent)
    return sa.and_(
        deliveries.c.state == Outcome.uncertain.value,
        deliveries.c.broadcast_id.is_(None),
        deliveries.c.member_id.is_not(None),
        deliveries.c.member_id.not_in(silent),
        deliveries.c.created_at > now - PAYLOAD_KEPT + SOON,
        sa.or_(deliveries.c.not_after.is_(None), deliveries.c.not_after > now),
    )
