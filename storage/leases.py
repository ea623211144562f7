"""Leases: of several processes on one database, the one that may do a thing only one can do."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa

from storage.database import Connection, insert_into
from storage.tables import leases


def take(connection: Connection, name: str, owner: str, span: timedelta, now: datetime) -> bool:
    """Take the lease for `span`, or renew it; False while another owner's has not run out."""
    statement = insert_into(connection, leases).values(name=name, owner=owner, until=now + span)
    taken = statement.on_conflict_do_update(
        index_elements=[leases.c.name],
        set_={"owner": owner, "until": now + span},
        where=sa.or_(leases.c.owner == owner, leases.c.until <= now),
    ).returning(leases.c.name)
    return connection.execute(taken).first() is not None


def release(connection: Connection, name: str, owner: str) -> None:
    """Give the lease up, so that another need not wait until it runs out."""
    connection.execute(sa.delete(leases).where(leases.c.name == name, leases.c.owner == owner))
