"""Which updates were handled, and which went wrong how often; never what was in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from domain.retention import DEFAULTS
from storage.database import Connection, add_once, insert_into
from storage.tables import failed_updates, updates

KEPT = DEFAULTS.span("updates")
FAILURES_KEPT = DEFAULTS.span("failures")
MOST_ATTEMPTS = 3


def remember(connection: Connection, keys: Sequence[str], now: datetime) -> tuple[str, ...]:
    """Note that these updates are being handled; return those that were not known yet."""
    return tuple(key for key in keys if add_once(connection, updates, key=key, at=now))


def count_failure(connection: Connection, key: str, code: str, reason: str, now: datetime) -> tuple[int, str]:
    """Note that a turn failed; return how often it has by now, and its code: the first one given."""
    statement = insert_into(connection, failed_updates).values(
        key=key, attempts=1, code=code, reason=reason, at=now
    )
    counted = statement.on_conflict_do_update(
        index_elements=[failed_updates.c.key],
        set_={"attempts": failed_updates.c.attempts + 1, "reason": reason, "at": now},
    ).returning(failed_updates.c.attempts, failed_updates.c.code)
    row = connection.execute(counted).one()
    return row.attempts, row.code


def park(connection: Connection, key: str, now: datetime) -> str:
    """Give up on an update that keeps failing and return the code the person gets."""
    parked = (
        sa.update(failed_updates)
        .where(failed_updates.c.key == key)
        .values(parked_at=now)
        .returning(failed_updates.c.code)
    )
    return str(connection.execute(parked).scalar_one())


def forget_old(connection: Connection, now: datetime, failures: timedelta = FAILURES_KEPT) -> None:
    """Forget update names after 48 hours, and failures after a while."""
    connection.execute(sa.delete(updates).where(updates.c.at < now - KEPT))
    connection.execute(sa.delete(failed_updates).where(failed_updates.c.at < now - failures))
