"""Practices of which nobody told anything for long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from domain.practices import PracticeState
from storage.database import Connection
from storage.tables import (
    practices,
)

AT_ONCE = 200  # quiet practices that one sweep looks at


@dataclass(frozen=True)
class Quiet:
    """A practice that nobody told anything of for long."""

    id: int
    public_id: str
    author_id: int
    title: str


def quiet(connection: Connection, organisation_id: int, since: datetime) -> list[Quiet]:
    """Return practices on show of which nobody told anything, nor looked at it, since that long."""
    rows = connection.execute(
        sa.select(practices.c.id, practices.c.public_id, practices.c.author_id, practices.c.title)
        .where(
            practices.c.quiet_since <= since,
            practices.c.organisation_id == organisation_id,
            practices.c.state == PracticeState.published.value,
            practices.c.author_id.is_not(None),
            sa.not_(practices.c.illustrative),
        )
        .order_by(practices.c.quiet_since)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True, key_share=True)
    )
    return [Quiet(row.id, row.public_id, row.author_id, row.title) for row in rows]


def mark_looked_at(connection: Connection, practice_id: int, now: datetime) -> None:
    """Note that somebody was asked, or said, whether a practice is still right."""
    connection.execute(sa.update(practices).where(practices.c.id == practice_id).values(quiet_since=now))
