"""Who stopped or asked for less, for as long as it is counted: whether what is sent does harm."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

import sqlalchemy as sa

from domain.people import Member
from storage.database import Connection, insert_into
from storage.tables import nudges, opt_outs

KEPT = timedelta(days=60)  # longer than any number of days it is counted over


class OptOut(StrEnum):
    """What somebody said."""

    stopped = "stopped"
    less = "less"


def note(connection: Connection, member: Member, kind: OptOut, now: datetime) -> None:
    """Note that somebody stopped, or asked for less: also an answer to what they were sent last."""
    connection.execute(
        insert_into(connection, opt_outs)
        .values(organisation_id=member.organisation_id, member_id=member.id, kind=kind.value, at=now)
        .on_conflict_do_update(index_elements=[opt_outs.c.member_id, opt_outs.c.kind], set_={"at": now})
    )
    connection.execute(
        sa.update(nudges)
        .where(nudges.c.member_id == member.id, nudges.c.tapped_at.is_(None), sa.not_(nudges.c.held))
        .values(tapped_at=now)
    )


def take_back(connection: Connection, member: Member) -> None:
    """Forget that somebody stopped: they want to hear something again."""
    connection.execute(
        sa.delete(opt_outs).where(opt_outs.c.member_id == member.id, opt_outs.c.kind == OptOut.stopped.value)
    )


def note_leaving(connection: Connection, member: Member, now: datetime) -> None:
    """Count somebody who leaves as one who stopped, without who it was; once, also when they had stopped."""
    mine = opt_outs.c.member_id == member.id
    stopped = sa.and_(mine, opt_outs.c.kind == OptOut.stopped.value)
    before = connection.execute(sa.select(opt_outs.c.at).where(stopped)).scalar()
    connection.execute(sa.delete(opt_outs).where(mine))
    connection.execute(
        sa.insert(opt_outs).values(
            organisation_id=member.organisation_id,
            member_id=None,
            kind=OptOut.stopped.value,
            at=before or now,
        )
    )


def count(
    connection: Connection,
    organisation_id: int,
    kind: OptOut,
    since: datetime,
    until: datetime | None = None,
) -> int:
    """Count who did so since then, perhaps only up to `until`."""
    query = sa.select(sa.func.count()).where(
        opt_outs.c.organisation_id == organisation_id, opt_outs.c.kind == kind.value, opt_outs.c.at > since
    )
    if until is not None:
        query = query.where(opt_outs.c.at < until)
    return int(connection.execute(query).scalar_one())


def of(kind: OptOut, organisation_id: int, since: datetime) -> sa.Select[tuple[int]]:
    """Select the members who did so since then; for counting, never for showing."""
    return sa.select(opt_outs.c.member_id).where(
        opt_outs.c.organisation_id == organisation_id,
        opt_outs.c.kind == kind.value,
        opt_outs.c.at > since,
        opt_outs.c.member_id.is_not(None),
    )


def forget_old(connection: Connection, now: datetime) -> None:
    """Remove what is counted no more."""
    connection.execute(sa.delete(opt_outs).where(opt_outs.c.at < now - KEPT))
