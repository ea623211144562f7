"""Messages to a group: as they were confirmed, how far they are, and who pressed the button below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from domain.broadcasts import OPEN, Ask, Stage, Tally, Voice, told_presses
from domain.delivery import Outcome
from domain.people import Member
from domain.retention import DEFAULTS
from storage import deliveries
from storage.database import Connection, add_once, new_public_id
from storage.tables import (
    attachments,
    broadcast_presses,
    broadcasts,
    members,
    organisations,
    practices,
    rounds,
)

KEPT = DEFAULTS.span("broadcasts")


@dataclass(frozen=True)
class Attached:
    """The picture or document that goes with it; `about` is what a picture shows."""

    public_id: str
    name: str
    mime: str
    about: str


@dataclass(frozen=True)
class Broadcast:
    """One message to a group."""

    id: int
    public_id: str
    organisation_id: int
    author_id: int | None
    words: str
    voice: Voice
    asks: Ask
    audience: str
    practice: str  # the public name of the practice it leads to; "" when there is none
    round: str  # the same for a round
    file: Attached | None
    stage: Stage
    recipients: int
    last_member_id: int
    made: int
    unreachable: int
    tally: Tally | None
    start_at: datetime
    ended: bool  # nothing more happens to its deliveries

    @property
    def expanded(self) -> bool:
        """Whether every recipient has a delivery."""
        return self.made >= self.recipients


def _broadcast(row: Any) -> Broadcast:
    return Broadcast(
        row.id,
        row.public_id,
        row.organisation_id,
        row.author_id,
        row.words,
        Voice(row.voice),
        Ask(row.asks),
        row.audience,
        row.practice or "",
        row.round or "",
        Attached(row.file, row.file_name, row.file_mime, row.about) if row.file else None,
        Stage(row.state),
        row.recipients,
        row.last_member_id,
        row.made,
        row.unreachable,
        Tally(**row.tally) if row.tally else None,
        row.start_at,
        row.ended_at is not None,
    )


_ALL = (
    sa.select(
        broadcasts,
        practices.c.public_id.label("practice"),
        rounds.c.public_id.label("round"),
        attachments.c.public_id.label("file"),
        attachments.c.name.label("file_name"),
        attachments.c.mime.label("file_mime"),
    )
    .outerjoin(practices, practices.c.id == broadcasts.c.practice_id)
    .outerjoin(rounds, rounds.c.id == broadcasts.c.round_id)
    .outerjoin(attachments, attachments.c.id == broadcasts.c.attachment_id)
)


def add(
    connection: Connection,
    author: Member,
    *,
    words: str,
    voice: Voice,
    asks: Ask,
    audience: str,
    recipients: int,
    start_at: datetime,
    now: datetime,
    practice_id: int | None = None,
    round_id: int | None = None,
    attachment_id: int | None = None,
    about: str = "",
) -> Broadcast:
    """Store a message to a group as it was confirmed; the clock sends it."""
    number = connection.execute(
        sa.insert(broadcasts)
        .values(
            public_id=new_public_id(),
            organisation_id=author.organisation_id,
            author_id=author.id,
            words=words,
            voice=voice.value,
            asks=asks.value,
            audience=audience,
            practice_id=practice_id,
            round_id=round_id,
            attachment_id=attachment_id,
            about=about,
            state=Stage.planned.value,
            recipients=recipients,
            created_at=now,
            start_at=start_at,
            look_at=start_at,
        )
        .returning(broadcasts.c.id)
    ).scalar_one()
    return _broadcast(connection.execute(_ALL.where(broadcasts.c.id == number)).one())


def by_public_id(connection: Connection, organisation_id: int, public_id: str) -> Broadcast | None:
    """Return a message to a group of that name, inside one organisation."""
    row = connection.execute(
        _ALL.where(broadcasts.c.organisation_id == organisation_id, broadcasts.c.public_id == public_id)
    ).first()
    return _broadcast(row) if row else None


def received(connection: Connection, reader: Member, public_id: str) -> Broadcast | None:
    """Return a message to a group that this member was sent."""
    found = by_public_id(connection, reader.organisation_id, public_id)
    return found if found and deliveries.was_sent(connection, found.id, reader.id) else None


def count(connection: Connection, organisation_id: int) -> int:
    """Count the messages to groups of an organisation."""
    query = sa.select(sa.func.count()).where(broadcasts.c.organisation_id == organisation_id)
    return int(connection.execute(query).scalar_one())


def page(connection: Connection, organisation_id: int, *, most: int, skip: int = 0) -> list[Broadcast]:
    """Return the messages to groups of an organisation, newest first."""
    query = _ALL.where(broadcasts.c.organisation_id == organisation_id)
    rows = connection.execute(query.order_by(broadcasts.c.id.desc()).limit(most).offset(skip))
    return [_broadcast(row) for row in rows]


def starts(connection: Connection, organisation_id: int, after: datetime) -> Sequence[datetime]:
    """Return when messages of an organisation go out since `after`, and let nobody else add one meanwhile."""
    # Two coordinators who confirm at the same moment must not both be the second of the hour. The lock leaves
    # everybody else of the organisation alone, whose rows refer to it.
    connection.execute(
        sa.select(organisations.c.id)
        .where(organisations.c.id == organisation_id)
        .with_for_update(key_share=True)
    )
    query = sa.select(broadcasts.c.start_at).where(
        broadcasts.c.organisation_id == organisation_id,
        broadcasts.c.start_at > after,
        broadcasts.c.state != Stage.withdrawn.value,
    )
    return connection.execute(query).scalars().all()


# --- on its way ---------------------------------------------------------------------------------------


def due(connection: Connection, now: datetime, most: int = 4) -> list[Broadcast]:
    """Return what the clock has something to do for, held against other processes."""
    rows = connection.execute(
        _ALL.where(broadcasts.c.look_at <= now)
        .order_by(broadcasts.c.look_at)
        .limit(most)
        .with_for_update(of=broadcasts, skip_locked=True)
    )
    return [_broadcast(row) for row in rows]


def begin(connection: Connection, one: Broadcast, recipients: int) -> None:
    """Note that it goes out now, to so many."""
    _change(connection, one, state=Stage.sending.value, recipients=recipients)


def made(connection: Connection, one: Broadcast, last_member_id: int, handled: int, reached: int) -> None:
    """Note that the next recipients have a delivery, and how many of them have an address."""
    _change(
        connection,
        one,
        last_member_id=last_member_id,
        made=one.made + handled,
        unreachable=one.unreachable + handled - reached,
    )


def told(connection: Connection, one: Broadcast, tally: Tally | None, look_at: datetime) -> None:
    """Note what was told about it last, and when to look again."""
    _change(connection, one, tally=asdict(tally) if tally else None, look_at=look_at)


def end(connection: Connection, one: Broadcast, tally: Tally, now: datetime) -> None:
    """Note that nothing more happens, and how it went: that stays, whoever leaves afterwards."""
    stage = Stage.done if one.stage is Stage.sending else one.stage
    _change(connection, one, state=stage.value, tally=asdict(tally), look_at=None, ended_at=now)


def stop(connection: Connection, one: Broadcast, now: datetime) -> Stage | None:
    """Stop it at once: withdrawn when nobody got it, stopped when some did; None when it is over."""
    # Decided by the row as it is by now: the clock may have begun since it was read.
    planned = broadcasts.c.state == Stage.planned.value
    state = connection.execute(
        sa.update(broadcasts)
        .where(broadcasts.c.id == one.id, broadcasts.c.state.in_([stage.value for stage in OPEN]))
        .values(
            state=sa.case((planned, Stage.withdrawn.value), else_=Stage.stopped.value),
            # The clock looks once more, when what was being said at this moment has arrived.
            look_at=sa.case((planned, sa.null()), else_=sa.literal(now, broadcasts.c.look_at.type)),
        )
        .returning(broadcasts.c.state)
    ).scalar()
    if state is None:
        return None
    deliveries.stop_broadcast(connection, one.id)
    return Stage(state)


def repeat(connection: Connection, one: Broadcast, now: datetime) -> int:
    """Say once more what nobody knows to have arrived; return to how many."""
    count = deliveries.repeat_uncertain(connection, one.id, now)
    if count:
        _change(connection, one, state=Stage.sending.value, look_at=now, ended_at=None)
    return count


_TO_COME = (Outcome.held, Outcome.waiting, Outcome.sending)


def tally(connection: Connection, one: Broadcast) -> Tally:
    """Count how its recipients stand; what is over stays as it was."""
    presses = connection.execute(
        sa.select(sa.func.count()).where(broadcast_presses.c.broadcast_id == one.id)
    ).scalar_one()
    pressed = told_presses(one.recipients, presses)
    if one.ended and one.tally:
        return replace(one.tally, pressed=pressed)
    if one.stage is Stage.planned:
        return Tally(waiting=one.recipients)
    if one.stage is Stage.withdrawn:
        return Tally(cancelled=one.recipients)
    found = deliveries.count_broadcast(connection, one.id)
    to_make = max(one.recipients - one.made, 0)
    halted = one.stage is Stage.stopped
    return Tally(
        waiting=sum(found.get(one, 0) for one in _TO_COME) + to_make * (not halted),
        sent=found.get(Outcome.sent, 0),
        gone=found.get(Outcome.gone, 0) + one.unreachable,
        failed=found.get(Outcome.failed, 0),
        uncertain=found.get(Outcome.uncertain, 0),
        cancelled=found.get(Outcome.cancelled, 0) + to_make * halted,
        pressed=pressed,
    )


def _change(connection: Connection, one: Broadcast, **values: Any) -> None:
    connection.execute(sa.update(broadcasts).where(broadcasts.c.id == one.id).values(**values))


# --- the button below ---------------------------------------------------------------------------------


def press(connection: Connection, one: Broadcast, reader: Member, now: datetime) -> bool:
    """Note that a member pressed; False when they did already."""
    return add_once(
        connection,
        broadcast_presses,
        broadcast_id=one.id,
        member_id=reader.id,
        organisation_id=one.organisation_id,
        at=now,
    )


def take_back(connection: Connection, one: Broadcast, reader: Member) -> None:
    """Forget that a member pressed."""
    connection.execute(sa.delete(broadcast_presses).where(*_press_of(one, reader)))


def has_pressed(connection: Connection, one: Broadcast, reader: Member) -> bool:
    """Tell whether a member pressed."""
    query = sa.select(broadcast_presses.c.member_id).where(*_press_of(one, reader))
    return connection.execute(query).first() is not None


def doers(connection: Connection, one: Broadcast) -> Sequence[str]:
    """Return the names of who said "I'll do it": they were told that coordinators see them."""
    query = (
        sa.select(members.c.name)
        .join(broadcast_presses, broadcast_presses.c.member_id == members.c.id)
        .where(broadcast_presses.c.broadcast_id == one.id)
        .order_by(members.c.name, members.c.id)
    )
    return connection.execute(query).scalars().all()


def _press_of(one: Broadcast, reader: Member) -> tuple[sa.ColumnElement[bool], ...]:
    return (broadcast_presses.c.broadcast_id == one.id, broadcast_presses.c.member_id == reader.id)


def forget_old(connection: Connection, now: datetime, kept: timedelta = KEPT) -> None:
    """Remove the messages of a year ago, and who pressed."""
    over = broadcasts.c.look_at.is_(None)
    connection.execute(sa.delete(broadcasts).where(over, broadcasts.c.start_at < now - kept))
