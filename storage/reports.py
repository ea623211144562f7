"""Reports of practices that hold personal data, are wrong or unsafe, and what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from domain.people import Member
from domain.practices import Practice, Reason, ReportState
from storage.database import Connection, new_public_id
from storage.tables import practices, reports


@dataclass(frozen=True)
class Reported:
    """A practice with open reports, as a coordinator sees it: never by whom."""

    practice_id: int
    practice: str  # its public name
    title: str
    reasons: tuple[Reason, ...]
    count: int
    since: datetime


def add(
    connection: Connection, practice: Practice, member: Member, reason: Reason, now: datetime
) -> str | None:
    """Store a report and return its public name; None when this member has an open one on it already."""
    known = sa.and_(
        reports.c.practice_id == practice.id,
        reports.c.member_id == member.id,
        reports.c.state == ReportState.open.value,
    )
    if connection.execute(sa.select(reports.c.id).where(known)).first():
        return None
    name = new_public_id()
    connection.execute(
        sa.insert(reports).values(
            public_id=name,
            organisation_id=practice.organisation_id,
            practice_id=practice.id,
            member_id=member.id,
            reason=reason.value,
            state=ReportState.open.value,
            at=now,
        )
    )
    return name


def open_of(connection: Connection, organisation_id: int, *, most: int = 50, skip: int = 0) -> list[Reported]:
    """Return the practices with open reports, the longest waiting first."""
    rows = connection.execute(
        sa.select(
            reports.c.practice_id,
            practices.c.public_id,
            practices.c.title,
            sa.func.count().label("many"),
            sa.func.min(reports.c.at).label("since"),
        )
        .join(practices, practices.c.id == reports.c.practice_id)
        .where(_open_in(organisation_id))
        .group_by(reports.c.practice_id, practices.c.public_id, practices.c.title)
        .order_by(sa.func.min(reports.c.at), reports.c.practice_id)
        .limit(most)
        .offset(skip)
    ).all()
    reasons = _reasons(connection, organisation_id, [row.practice_id for row in rows])
    return [
        Reported(row.practice_id, row.public_id, row.title, reasons[row.practice_id], row.many, row.since)
        for row in rows
    ]


def _open_in(organisation_id: int) -> sa.ColumnElement[bool]:
    return sa.and_(reports.c.organisation_id == organisation_id, reports.c.state == ReportState.open.value)


def _reasons(
    connection: Connection, organisation_id: int, ids: Sequence[int]
) -> dict[int, tuple[Reason, ...]]:
    rows = connection.execute(
        sa.select(reports.c.practice_id, reports.c.reason)
        .where(_open_in(organisation_id), reports.c.practice_id.in_(ids))
        .order_by(reports.c.id)
    ).all()
    return {
        number: tuple(dict.fromkeys(Reason(row.reason) for row in rows if row.practice_id == number))
        for number in ids
    }


def open_on(connection: Connection, practice_id: int) -> tuple[str, tuple[Reason, ...]] | None:
    """Return the name of the oldest open report on a practice, and the reasons of all; None without any."""
    rows = connection.execute(
        sa.select(reports.c.public_id, reports.c.reason)
        .where(reports.c.practice_id == practice_id, reports.c.state == ReportState.open.value)
        .order_by(reports.c.id)
    ).all()
    reasons = tuple(dict.fromkeys(Reason(row.reason) for row in rows))
    return (rows[0].public_id, reasons) if rows else None


def count_open(connection: Connection, organisation_id: int) -> int:
    """Count the practices with open reports."""
    query = sa.select(sa.func.count(sa.distinct(reports.c.practice_id))).where(_open_in(organisation_id))
    return int(connection.execute(query).scalar_one())


def settle(
    connection: Connection, organisation_id: int, practice_id: int, *, upheld: bool, now: datetime
) -> list[int]:
    """Settle every open report on a practice; return the members who made them, to hear what came of it."""
    rows = connection.execute(
        sa.update(reports)
        .where(_open_in(organisation_id), reports.c.practice_id == practice_id)
        .values(
            state=(ReportState.upheld if upheld else ReportState.dismissed).value,
            settled_at=now,
        )
        .returning(reports.c.member_id)
    )
    return sorted({row.member_id for row in rows if row.member_id is not None})


def forget_old(connection: Connection, before: datetime) -> None:
    """Remove reports that were settled before this moment."""
    connection.execute(sa.delete(reports).where(reports.c.settled_at < before))
