"""Claim what waits: who holds a claim says the message, and nobody else; what a crash left is put back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.delivery import LEASE, MOST_COPIES, TIMELY, Delivery, Lane, Outcome
from storage import lines
from storage.database import Connection
from storage.deliveries.outcomes import mark_sent
from storage.tables import deliveries, members


def _delivery(row: sa.Row[Any]) -> Delivery:
    return Delivery(
        row.id,
        row.member_id,
        row.organisation_id,
        row.channel,
        row.address,
        row.language,
        row.lane,
        row.payload,
        row.target,
        row.attempts,
        row.maybe_dup,
    )


def claim(
    connection: Connection, owner: str, channels: Iterable[str], most: int, now: datetime
) -> list[Delivery]:
    """Claim up to `most` waiting messages for these channels: lowest lane first, one per address."""
    names = list(channels)
    busy = {tuple(row) for row in connection.execute(_BUSY)}
    chosen: dict[int, tuple[str, str]] = {}
    passed: set[str] = set()
    while len(chosen) < most:
        # A thousand for one person hold up nobody: who is busy or has one already is left out further on.
        page = 2 * (most - len(chosen)) + 1
        rows = connection.execute(_due(names, now, page, passed)).all()
        for row in rows:
            where = (row.channel, row.address)
            if where in busy:
                passed.add(row.address)
            elif len(chosen) < most:
                chosen[row.id] = where
                busy.add(where)
                passed.add(row.address)
        if len(rows) < page:
            break
    ours = _chats_alone(connection, chosen, now)
    if not ours:
        return []
    claimed = connection.execute(
        sa.update(deliveries)
        .where(deliveries.c.id.in_(ours), deliveries.c.state == Outcome.waiting.value)
        .values(
            state=Outcome.sending.value,
            owner=owner,
            lease_until=now + LEASE,
            attempts=deliveries.c.attempts + 1,
        )
        .returning(deliveries)
    )
    return sorted(map(_delivery, claimed), key=lambda one: (one.lane, one.id))


def _chats_alone(
    connection: Connection, chosen: Mapping[int, tuple[str, str]], now: datetime
) -> Collection[int]:
    """Return those that are the next of their chat, of which nobody else is claiming or saying a message.

    Another process that looks at the first of two messages to a chat has its row locked, so that here the
    second looks like the first. A lock on the chat until the commit, and a look at what is before, keep
    their order. On SQLite one process claims at a time.
    """
    if not chosen or connection.dialect.name == "sqlite":
        return chosen.keys()
    names = {f"{channel}:{address}": number for number, (channel, address) in chosen.items()}
    held = connection.execute(_HOLD_CHATS, {"chats": list(names)}).scalars().all()
    ours = {names[name] for name in held}
    theirs = deliveries.c.address.in_([chosen[number][1] for number in ours])
    # Whoever claimed before this lock has committed by now: this looks again.
    busy = {tuple(row) for row in connection.execute(_BUSY.where(theirs))}
    before = deliveries.alias()
    overtaken = sa.exists().where(
        before.c.channel == deliveries.c.channel,
        before.c.address == deliveries.c.address,
        before.c.state == Outcome.waiting.value,
        before.c.not_before <= now,
        sa.tuple_(before.c.lane, before.c.id) < sa.tuple_(deliveries.c.lane, deliveries.c.id),
    )
    first = connection.execute(sa.select(deliveries.c.id).where(deliveries.c.id.in_(ours), ~overtaken))
    return {number for number in first.scalars() if chosen[number] not in busy}


_HOLD_CHATS = sa.text(
    "SELECT chat FROM unnest(CAST(:chats AS text[])) AS chat"
    " WHERE pg_try_advisory_xact_lock(hashtextextended(chat, 0))"
)
_BUSY = sa.select(deliveries.c.channel, deliveries.c.address).where(
    deliveries.c.state == Outcome.sending.value
)


def is_timely(now: datetime) -> sa.ColumnElement[bool]:
    """Select what was let through a short while ago, or needed no letting through."""
    return sa.or_(deliveries.c.released_at.is_(None), deliveries.c.released_at > now - TIMELY)


def _due(channels: Collection[str], now: datetime, most: int, passed: Collection[str]) -> sa.Select[Any]:
    query = (
        sa.select(deliveries.c.id, deliveries.c.channel, deliveries.c.address, deliveries.c.lane)
        .where(
            deliveries.c.state == Outcome.waiting.value,
            deliveries.c.not_before <= now,
            deliveries.c.channel.in_(channels),
            is_timely(now),
        )
        .order_by(deliveries.c.lane, deliveries.c.id)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    return query.where(deliveries.c.address.not_in(passed)) if passed else query


def next_lanes(connection: Connection, channel: str, most: int, now: datetime) -> tuple[Lane, ...]:
    """Return the lanes of the next messages that wait for a channel, in their order."""
    rows = connection.execute(
        sa.select(deliveries.c.lane)
        .where(
            deliveries.c.state == Outcome.waiting.value,
            deliveries.c.not_before <= now,
            deliveries.c.channel == channel,
            is_timely(now),
        )
        .order_by(deliveries.c.lane, deliveries.c.id)
        .limit(most)
    )
    return tuple(map(Lane, rows.scalars()))


def rest(connection: Connection, channel: str, addresses: Collection[str], until: datetime) -> None:
    """Let what waits for these addresses wait until then: one chat is not written to so soon again."""
    connection.execute(
        sa.update(deliveries)
        .where(
            deliveries.c.state == Outcome.waiting.value,
            deliveries.c.channel == channel,
            deliveries.c.address.in_(addresses),
            deliveries.c.not_before < until,
        )
        .values(not_before=until)
    )


_RENEW = (
    sa.update(deliveries)
    .where(
        deliveries.c.id == sa.bindparam("b_id"),
        deliveries.c.owner == sa.bindparam("b_owner"),
        deliveries.c.state == Outcome.sending.value,
    )
    .values(lease_until=sa.bindparam("b_until"))
)


def renew(connection: Connection, delivery_id: int, owner: str, now: datetime) -> bool:
    """Keep a claim that waited long; False when it ran out and another has taken it."""
    given = {"b_id": delivery_id, "b_owner": owner, "b_until": now + LEASE}
    return connection.execute(_RENEW.returning(deliveries.c.id), given).first() is not None


def pull_waiting(connection: Connection, channels: Iterable[str], now: datetime) -> list[int]:
    """Write what waits for pull addresses into their lines; return the members who have something new.

    A page resumes after the highest number it saw, so a member's numbers must become visible in their order:
    whoever writes lines holds that member's row, here as in a turn. A member who is in a turn waits for the
    next look; taking members before deliveries, as turns do, cannot end in a deadlock.
    """
    due = sa.and_(
        deliveries.c.state == Outcome.waiting.value,
        deliveries.c.not_before <= now,
        deliveries.c.channel.in_(list(channels)),
        is_timely(now),
    )
    free = (
        connection.execute(
            sa.select(members.c.id)
            .where(members.c.id.in_(sa.select(deliveries.c.member_id).where(due)))
            .order_by(members.c.id)
            .limit(200)
            .with_for_update(skip_locked=True, key_share=True)
        )
        .scalars()
        .all()
    )
    if not free:
        return []
    rows = connection.execute(
        sa.select(deliveries)
        .where(due, deliveries.c.member_id.in_(free))
        .order_by(deliveries.c.lane, deliveries.c.id)
        .limit(200)
        .with_for_update(skip_locked=True)
    ).all()
    said = []
    for row in rows:
        number = lines.add_for(
            connection,
            row.organisation_id,
            row.member_id,
            payload=row.payload,
            target=row.target,
            now=now,
        )
        said.append((row.id, row.target or str(number)))
    mark_sent(connection, said, now)
    return [row.member_id for row in rows]


def recover(
    connection: Connection, owner: str, now: datetime, *, alone: bool, held: Collection[int] = ()
) -> int:
    """Put back what was being sent when its sender died, flagged as perhaps sent twice.

    When it died so before, it is left to a person; but a reply is said once more, because somebody waits
    for it, and most claims that a crash cuts off had not left yet.

    `owner` is this process, and `held` is what it is sending: that is alive, and its leases are renewed.
    Another claim of its own was dropped on the way, such as by a commit whose answer got lost, and runs out
    like that of a dead process. `alone` tells that no other process sends (SQLite): then what anybody else
    was sending died with them.
    """
    if held:
        connection.execute(_RENEW, [{"b_id": one, "b_owner": owner, "b_until": now + LEASE} for one in held])
    lost = deliveries.c.lease_until < now
    if alone:
        lost = sa.or_(lost, deliveries.c.owner != owner)
    dead = sa.and_(deliveries.c.state == Outcome.sending.value, lost)
    over = {"owner": None, "lease_until": None}
    uncertain = connection.execute(
        sa.update(deliveries)
        .where(
            dead,
            deliveries.c.maybe_dup,
            sa.or_(deliveries.c.lane != Lane.reply.value, deliveries.c.attempts >= MOST_COPIES),
        )
        .values(state=Outcome.uncertain.value, **over)
        .returning(deliveries.c.id)
    ).all()
    waiting = connection.execute(
        sa.update(deliveries)
        .where(dead)
        .values(state=Outcome.waiting.value, maybe_dup=True, not_before=now, **over)
        .returning(deliveries.c.id)
    ).all()
    return len(uncertain) + len(waiting)
