"""Pictures and documents that go with a message to a group: kept as long as anybody can still see them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from domain.attachments import Looked, Unfit
from domain.broadcasts import Stage
from domain.people import Member
from storage.conversations import KEPT as DRAFT_KEPT
from storage.database import Connection, new_public_id
from storage.lines import KEPT as LINES_KEPT
from storage.tables import attachments, broadcasts

RETRY = timedelta(seconds=10)  # after a channel could not give the file
GIVEN_UP = timedelta(minutes=30)


@dataclass(frozen=True)
class Attachment:
    """One file: how it is called after the guard, and whether it is here, still to be fetched, or unfit."""

    id: int
    public_id: str
    name: str
    mime: str
    unfit: Unfit | None
    here: bool


@dataclass(frozen=True)
class Wanted:
    """A file that a channel still has to give."""

    id: int
    channel: str
    reference: str
    at: datetime


def add(
    connection: Connection,
    member: Member,
    *,
    name: str,
    mime: str,
    now: datetime,
    data: bytes | None = None,
    channel: str = "",
    reference: str = "",
) -> str:
    """Keep a file of a member, or note where it is to be fetched; return its name here."""
    public_id = new_public_id()
    connection.execute(
        sa.insert(attachments).values(
            public_id=public_id,
            organisation_id=member.organisation_id,
            member_id=member.id,
            name=name,
            mime=mime,
            data=data,
            channel=channel,
            reference=None if data is not None else reference,
            at=now,
            look_at=None if data is not None else now,
        )
    )
    return public_id


def of_member(connection: Connection, member: Member, public_id: str) -> Attachment | None:
    """Return a file that this member handed over."""
    return _found(connection, attachments.c.public_id == public_id, attachments.c.member_id == member.id)


def take_over(connection: Connection, member: Member, public_id: str, now: datetime) -> bool:
    """Let a file be this member's from now on, who writes anew what was planned; False when it is gone."""
    taken = (
        sa.update(attachments)
        .where(attachments.c.public_id == public_id, attachments.c.organisation_id == member.organisation_id)
        .values(member_id=member.id, at=now)
        .returning(attachments.c.id)
    )
    return connection.execute(taken).first() is not None


def _found(connection: Connection, *which: sa.ColumnElement[bool]) -> Attachment | None:
    row = connection.execute(
        sa.select(
            attachments.c.id,
            attachments.c.public_id,
            attachments.c.name,
            attachments.c.mime,
            attachments.c.unfit,
            attachments.c.data.is_not(None).label("here"),
        ).where(*which)
    ).first()
    if row is None:
        return None
    why = Unfit(row.unfit) if row.unfit else None
    return Attachment(row.id, row.public_id, row.name, row.mime, why, row.here)


def content(connection: Connection, public_id: str) -> tuple[str, str, bytes] | None:
    """Return the name, kind and bytes of a file; whoever asks has checked that its reader may see it."""
    row = connection.execute(
        sa.select(attachments.c.name, attachments.c.mime, attachments.c.data).where(
            attachments.c.public_id == public_id, attachments.c.data.is_not(None)
        )
    ).first()
    return (row.name, row.mime, row.data) if row else None


# --- fetching it from where it was sent ---------------------------------------------------------------


def wanted(connection: Connection, channels: Collection[str], now: datetime) -> Wanted | None:
    """Return the next file to fetch from these channels, and leave it alone for a while."""
    first = (
        sa.select(attachments.c.id)
        .where(attachments.c.look_at <= now, attachments.c.channel.in_(list(channels)))
        .order_by(attachments.c.look_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = connection.execute(
        sa.update(attachments)
        .where(attachments.c.id == first.scalar_subquery())
        .values(look_at=now + RETRY)
        .returning(attachments)
    ).first()
    return Wanted(row.id, row.channel, row.reference, row.at) if row else None


def fetched(connection: Connection, number: int, looked: Looked) -> None:
    """Keep what came, if it is still wanted."""
    _settle(connection, number, data=looked.data, mime=looked.mime)


def refused(connection: Connection, number: int, why: Unfit) -> None:
    """Note that a file cannot go along."""
    _settle(connection, number, unfit=why.value)


def _settle(connection: Connection, number: int, **values: Any) -> None:
    connection.execute(
        sa.update(attachments)
        .where(attachments.c.id == number, attachments.c.look_at.is_not(None))
        .values(look_at=None, reference=None, **values)
    )


def forget_unused(connection: Connection, member_id: int) -> None:
    """Remove the files of a member that go with no message."""
    sent = sa.select(broadcasts.c.attachment_id).where(broadcasts.c.attachment_id.is_not(None))
    connection.execute(
        sa.delete(attachments).where(attachments.c.member_id == member_id, attachments.c.id.not_in(sent))
    )


def forget_old(connection: Connection, now: datetime) -> None:
    """Remove files that nobody can see any more: of drafts, of what was withdrawn, as old as the lines."""
    seen = sa.select(broadcasts.c.attachment_id).where(
        broadcasts.c.attachment_id.is_not(None), broadcasts.c.state != Stage.withdrawn.value
    )
    unused = sa.and_(attachments.c.at < now - DRAFT_KEPT, attachments.c.id.not_in(seen))
    last_line = sa.select(broadcasts.c.attachment_id).where(
        broadcasts.c.attachment_id.is_not(None), broadcasts.c.start_at > now - LINES_KEPT
    )
    old = sa.and_(attachments.c.at < now - LINES_KEPT, attachments.c.id.not_in(last_line))
    connection.execute(sa.delete(attachments).where(sa.or_(unused, old)))
