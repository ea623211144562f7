"""The numbers of the peer model that an organisation changed; everything else is as it comes."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from domain.peers.constants import DEFAULTS, Constants, constants_with, described_as, moved, usable, value_of
from storage import audit
from storage.database import Connection
from storage.tables import numbers


def of(connection: Connection, organisation_id: int) -> Constants:
    """Return the numbers of an organisation: the defaults, with its own over them."""
    return constants_with(changed(connection, organisation_id))


def changed(connection: Connection, organisation_id: int) -> dict[str, float]:
    """Return what an organisation has otherwise than the defaults, by name."""
    rows = connection.execute(
        sa.select(numbers.c.name, numbers.c.value)
        .where(numbers.c.organisation_id == organisation_id)
        .order_by(numbers.c.name)
    )
    return usable({row.name: row.value for row in rows})


def change(
    connection: Connection,
    organisation_id: int,
    member_id: int | None,
    name: str,
    value: float,
    now: datetime,
) -> bool:
    """Give one number another value, and note who did; False when it had that value already.

    Weights that are 1 together move along. Raises KeyError for a name that does not exist, OutOfRange for
    a value that is not allowed; nothing is written then.
    """
    known = of(connection, organisation_id)
    values = moved(known, name, value)
    old = value_of(known, name)
    if old == value:
        return False
    for one, new in values.items():
        _keep(connection, organisation_id, one, new, now)
    known_as = described_as(name)
    said = {"number": name, "old": known_as.said(old), "new": known_as.said(value)}
    audit.note(connection, organisation_id, member_id, "number-changed", now=now, **said)
    return True


def back(
    connection: Connection, organisation_id: int, member_id: int | None, name: str, now: datetime
) -> bool:
    """Give one number its default again; False when it had that already."""
    return change(connection, organisation_id, member_id, name, value_of(DEFAULTS, name), now)


def _keep(connection: Connection, organisation_id: int, name: str, value: float, now: datetime) -> None:
    """Keep one value; the default is kept by keeping nothing."""
    mine = sa.and_(numbers.c.organisation_id == organisation_id, numbers.c.name == name)
    connection.execute(sa.delete(numbers).where(mine))
    if value != value_of(DEFAULTS, name):
        connection.execute(
            sa.insert(numbers).values(organisation_id=organisation_id, name=name, value=value, at=now)
        )
