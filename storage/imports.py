"""Files that coordinators hand over: whose, where the channel has it, what came of it; not what is in it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from domain.importing import DUE, ImportState
from domain.people import Member
from domain.retention import DEFAULTS
from storage.database import Connection, new_public_id
from storage.tables import imports

LEASE = timedelta(minutes=2)  # far more than reading the largest file takes
HOLDER_FIRST = timedelta(minutes=1)  # a file in the memory of one process is left to that one for so long
PLAN_KEPT = timedelta(hours=24)
KEPT = DEFAULTS.span("imports")


@dataclass(frozen=True)
class Import:
    """One file of one member."""

    id: int
    public_id: str
    organisation_id: int
    member_id: int
    channel: str
    reference: str  # what the channel calls the file; "" once it is over
    name: str
    state: ImportState
    digest: str  # of the file as its plan was made, "" before that
    attempts: int  # times it was claimed in this state; the number of the claim


def _import(row: sa.Row[Any]) -> Import:
    return Import(
        row.id,
        row.public_id,
        row.organisation_id,
        row.member_id,
        row.channel,
        row.reference or "",
        row.name,
        ImportState(row.state),
        row.digest or "",
        row.attempts,
    )


# --- what its member does -----------------------------------------------------------------------------


def add(
    connection: Connection, member: Member, *, channel: str, reference: str, name: str, now: datetime
) -> None:
    """Note that a file waits to be read."""
    connection.execute(
        sa.insert(imports).values(
            public_id=new_public_id(),
            organisation_id=member.organisation_id,
            member_id=member.id,
            channel=channel,
            reference=reference,
            name=name,
            state=ImportState.unread.value,
            at=now,
            changed_at=now,
        )
    )


def is_busy(connection: Connection, member: Member) -> bool:
    """Tell whether a file of this member is waiting to be read or put in."""
    return connection.execute(sa.select(imports.c.id).where(_of(member), _DUE).limit(1)).first() is not None


def by_public_id(connection: Connection, member: Member, public_id: str) -> Import | None:
    """Return a file of this member's own."""
    row = connection.execute(sa.select(imports).where(_of(member), imports.c.public_id == public_id)).first()
    return _import(row) if row else None


def choose(connection: Connection, member: Member, public_id: str, state: ImportState, now: datetime) -> bool:
    """Agree to a plan, or drop it; False when there is no plan of this member to choose about."""
    over = {} if state in DUE else {"reference": None, "digest": None}
    chosen = (
        sa.update(imports)
        .where(_of(member), imports.c.public_id == public_id, imports.c.state == ImportState.planned.value)
        .values(state=state.value, changed_at=now, **over)
        .returning(imports.c.id)
    )
    return connection.execute(chosen).first() is not None


def _of(member: Member) -> sa.ColumnElement[bool]:
    return sa.and_(imports.c.organisation_id == member.organisation_id, imports.c.member_id == member.id)


_DUE = imports.c.state.in_([state.value for state in DUE])


# --- what is done with it -----------------------------------------------------------------------------


def claim(
    connection: Connection,
    owner: str,
    *,
    channels: Collection[str],
    references: Collection[str],
    alone: bool,
    now: datetime,
) -> Import | None:
    """Claim the file that waits longest to be read or put in, or None.

    Whoever claims works on one at a time, so a claim of its own is one that broke off. `alone` tells that no
    other process works (SQLite): then every claim is. A file that is not on one of `channels`, where
    everybody can fetch it, is for who holds it (`references`); when nobody did for a while, it is for
    anybody, to say that it is gone.
    """
    free = sa.or_(
        imports.c.lease_until.is_(None),
        imports.c.lease_until <= now,
        imports.c.owner.is_not(None) if alone else imports.c.owner == owner,
    )
    within_reach = sa.or_(
        imports.c.channel.in_(list(channels)),
        imports.c.reference.in_(list(references)),
        imports.c.changed_at < now - HOLDER_FIRST,
        sa.literal(alone),
    )
    first = (
        sa.select(imports.c.id)
        .where(_DUE, free, within_reach)
        .order_by(imports.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = connection.execute(
        sa.update(imports)
        .where(imports.c.id == first.scalar_subquery(), _DUE)
        .values(owner=owner, lease_until=now + LEASE, attempts=imports.c.attempts + 1)
        .returning(imports)
    ).first()
    return _import(row) if row else None


def hold(connection: Connection, claimed: Import) -> bool:
    """Make sure of a claim for the rest of the transaction; False when it ran out and another has it."""
    query = sa.select(imports.c.id).where(_held(claimed)).with_for_update()
    return connection.execute(query).first() is not None


def propose(connection: Connection, claimed: Import, digest: str, now: datetime) -> bool:
    """Note that the plan for a file is made, and waits for its member; False when the claim is lost."""
    return _settle(connection, claimed, ImportState.planned, now, digest=digest, attempts=0)


def finish(
    connection: Connection,
    claimed: Import,
    state: ImportState,
    now: datetime,
    *,
    added: int = 0,
    already: int = 0,
    refused: int = 0,
) -> bool:
    """Note what came of a file, and forget where it is; False when the claim is lost."""
    counts = {"added": added, "already": already, "refused": refused}
    return _settle(connection, claimed, state, now, reference=None, digest=None, **counts)


def put_back(connection: Connection, claimed: Import, wait: timedelta, now: datetime) -> None:
    """Let a file wait for another try."""
    connection.execute(sa.update(imports).where(_held(claimed)).values(owner=None, lease_until=now + wait))


def _settle(
    connection: Connection, claimed: Import, state: ImportState, now: datetime, **values: str | int | None
) -> bool:
    settled = (
        sa.update(imports)
        .where(_held(claimed))
        .values(state=state.value, owner=None, lease_until=None, changed_at=now, **values)
        .returning(imports.c.id)
    )
    return connection.execute(settled).first() is not None


def _held(claimed: Import) -> sa.ColumnElement[bool]:
    """Each claim has a number of its own, so one that ran out writes nothing."""
    return sa.and_(
        imports.c.id == claimed.id,
        imports.c.state == claimed.state.value,
        imports.c.attempts == claimed.attempts,
        imports.c.owner.is_not(None),
    )


def forget_old(connection: Connection, now: datetime) -> None:
    """Drop plans that nobody chose about for a day, and forget after two weeks that there was a file."""
    connection.execute(
        sa.update(imports)
        .where(imports.c.state == ImportState.planned.value, imports.c.changed_at < now - PLAN_KEPT)
        .values(state=ImportState.dropped.value, reference=None, digest=None, changed_at=now)
    )
    connection.execute(sa.delete(imports).where(imports.c.at < now - KEPT))
