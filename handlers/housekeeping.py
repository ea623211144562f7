"""Forget what has been kept long enough. Every sweep is harmless when run twice."""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers.kit import Capability, Job
from storage import (
    audit,
    broadcasts,
    conversations,
    deliveries,
    imports,
    lines,
    members,
    nudges,
    questions,
    rounds,
    search,
    sessions,
    updates,
)
from storage.database import Connection

COPIES_KEPT = timedelta(days=1)
UNFINISHED = timedelta(hours=24)
CHANGES_KEPT = timedelta(days=2)


def forget(connection: Connection, now: datetime) -> None:
    """Remove drafts after a day, half-joined people too, update names after two, and old words."""
    conversations.forget_old(connection, now)
    questions.forget_held(connection, now)
    members.forget_unfinished(connection, now - UNFINISHED)
    updates.forget_old(connection, now)
    search.forget_old(connection, now - CHANGES_KEPT)
    deliveries.forget_payloads(connection, now)
    deliveries.forget_copies(connection, now - COPIES_KEPT)
    lines.forget_copies(connection, now - COPIES_KEPT)
    lines.forget_old(connection, now)
    sessions.forget_old(connection, now)
    imports.forget_old(connection, now)
    broadcasts.forget_old(connection, now)
    audit.forget_old(connection, now)
    rounds.forget_old(connection, now)
    nudges.forget_old(connection, now)


CAPABILITY = Capability(name="housekeeping", jobs=(Job("forget", timedelta(hours=1), forget),))
