"""Let through what is held, when its reader works, is not in a conversation, and has room for one more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from domain.delivery import CAPPED, UNASKED, Lane, Outcome
from domain.people import CONSENT
from domain.rhythm import IDLE, WEEK, Habits, Late, Sent, when
from storage import habits, numbers
from storage.database import Connection
from storage.deliveries.claims import is_timely
from storage.tables import addresses, conversations, deliveries, members

STRANDED = timedelta(days=14)  # what waited so long on a channel that is gone, nobody expects any more
_CAPPED = [lane.value for lane in CAPPED]
# They take no room: the person did not get them.
_NOT_SENT = [Outcome.cancelled.value, Outcome.failed.value, Outcome.gone.value]


def ready(connection: Connection, channels: Collection[str], most: int, now: datetime) -> int:
    """Count what was let through for these channels and is not being said yet, up to `most`."""
    some = sa.select(deliveries.c.id).where(
        deliveries.c.state == Outcome.waiting.value, deliveries.c.channel.in_(channels), is_timely(now)
    )
    return connection.execute(
        sa.select(sa.func.count()).select_from(some.limit(most).subquery())
    ).scalar_one()


def release(
    connection: Connection, now: datetime, channels: Collection[str] | None = None, most: int = 200
) -> int:
    """Let through, move or drop up to `most` of what is held for these channels; return how many that were.

    Whoever decides for a member holds their row, so that two processes do not both find room for one more.
    """
    _hold_again(connection, now, channels)
    due = sa.and_(deliveries.c.state == Outcome.held.value, deliveries.c.not_before <= now)
    if channels is not None:
        due = sa.and_(due, deliveries.c.channel.in_(channels))
    first = sa.select(deliveries.c.id, deliveries.c.member_id).where(due)
    found = connection.execute(first.order_by(deliveries.c.lane, deliveries.c.id).limit(most)).all()
    if not found:
        return 0
    people = sorted({row.member_id for row in found})
    free = set(
        connection.execute(
            sa.select(members.c.id)
            .where(members.c.id.in_(people))
            .order_by(members.c.id)
            .with_for_update(skip_locked=True, key_share=True)
        ).scalars()
    )
    rows = connection.execute(
        sa.select(
            deliveries.c.id,
            deliveries.c.member_id,
            deliveries.c.organisation_id,
            deliveries.c.lane,
            deliveries.c.not_after,
            deliveries.c.channel,
            deliveries.c.address,
            deliveries.c.language,
        )
        .where(due, deliveries.c.id.in_([row.id for row in found if row.member_id in free]))
        .order_by(deliveries.c.lane, deliveries.c.id)
        .with_for_update(skip_locked=True)
    ).all()
    _decide(connection, rows, now)
    return len(rows)


def let_go(connection: Connection, channels: Collection[str], now: datetime) -> int:
    """Do something for what waits on a channel that is not there any more; return for how many.

    Who is reached elsewhere by now gets it there. The others' is dropped once it is too late for it, or
    nobody would expect it any more: a channel may also come back.
    """
    stranded = sa.and_(
        deliveries.c.state.in_([Outcome.held.value, Outcome.waiting.value]),
        deliveries.c.channel.not_in(channels),
    )
    elsewhere = sa.exists().where(
        addresses.c.member_id == deliveries.c.member_id,
        addresses.c.channel.in_(channels),
        addresses.c.gone_at.is_(None),
    )
    rows = connection.execute(
        sa.select(deliveries.c.id, deliveries.c.member_id)
        .where(stranded, elsewhere)
        .order_by(deliveries.c.id)
        .limit(200)
        .with_for_update(skip_locked=True)
    ).all()
    places = _places(connection, {row.member_id for row in rows}, channels)
    moved = [{"b_id": row.id, **dict(zip(_PLACE, places[row.member_id], strict=True))} for row in rows]
    if moved:
        connection.execute(_SEND_ELSEWHERE, moved)
    late = sa.or_(deliveries.c.created_at < now - STRANDED, deliveries.c.not_after < now)
    dropped = connection.execute(
        sa.update(deliveries)
        .where(stranded, sa.not_(elsewhere), late)
        .values(state=Outcome.gone.value, error="channel", sent_at=now)
        .returning(deliveries.c.id)
    )
    return len(moved) + len(dropped.all())


def _hold_again(connection: Connection, now: datetime, channels: Collection[str] | None) -> None:
    """Hold what was let through and not said for so long that it may have become the wrong moment."""
    late = sa.and_(deliveries.c.state == Outcome.waiting.value, sa.not_(is_timely(now)))
    if channels is not None:
        late = sa.and_(late, deliveries.c.channel.in_(channels))
    found = sa.select(deliveries.c.id).where(late).with_for_update(skip_locked=True)
    numbers = connection.execute(found).scalars().all()
    if numbers:
        _change(connection, numbers, state=Outcome.held.value, released_at=None)


def _decide(connection: Connection, rows: Sequence[Any], now: datetime) -> None:
    people = {row.member_id for row in rows}
    theirs = habits.of_all(connection, people)
    recent = _recent(connection, people, now)
    busy = _busy(connection, people, now)
    places = _places(connection, people)
    unagreed = _unagreed(connection, people)
    constants = {one: numbers.of(connection, one) for one in {row.organisation_id for row in rows}}
    through: list[int] = []
    sent_elsewhere: list[dict[str, Any]] = []
    gone: list[int] = []
    dropped: list[int] = []
    refused: list[int] = []
    moved: list[dict[str, Any]] = []
    for row in rows:
        lane = Lane(row.lane)
        moment = when(
            lane,
            theirs.get(row.member_id, Habits()),
            recent[row.member_id],
            busy_until=busy.get(row.member_id),
            not_after=row.not_after,
            now=now,
            constants=constants[row.organisation_id],
        )
        if lane in UNASKED and row.member_id in unagreed:
            refused.append(row.id)
        elif isinstance(moment, Late):
            dropped.append(row.id)
        elif moment > now:
            moved.append({"b_id": row.id, "b_moment": moment})
        elif (place := places.get(row.member_id)) is None:
            gone.append(row.id)
        else:
            if place != (row.channel, row.address, row.language):
                sent_elsewhere.append({"b_id": row.id, **dict(zip(_PLACE, place, strict=True))})
            through.append(row.id)
            recent[row.member_id].append(Sent(lane, now))
    if through:
        _change(connection, through, state=Outcome.waiting.value, released_at=now)
    if dropped:
        _change(connection, dropped, state=Outcome.cancelled.value, error="late", sent_at=now)
    if refused:
        _change(connection, refused, state=Outcome.cancelled.value, error="consent", sent_at=now)
    if gone:
        _change(connection, gone, state=Outcome.gone.value, error="gone", sent_at=now)
    if moved:
        connection.execute(_MOVE, moved)
    if sent_elsewhere:
        connection.execute(_SEND_ELSEWHERE, sent_elsewhere)


_MOVE = (
    sa.update(deliveries)
    .where(deliveries.c.id == sa.bindparam("b_id"))
    .values(not_before=sa.bindparam("b_moment"))
)


_PLACE = ("b_channel", "b_address", "b_language")
_SEND_ELSEWHERE = (
    sa.update(deliveries)
    .where(deliveries.c.id == sa.bindparam("b_id"))
    .values(
        channel=sa.bindparam("b_channel"),
        address=sa.bindparam("b_address"),
        language=sa.bindparam("b_language"),
    )
)


def _places(
    connection: Connection, people: Collection[int], channels: Collection[str] | None = None
) -> Mapping[int, tuple[str, str, str]]:
    """Return where each is reached by now, and in which language: it may have waited for days."""
    query = (
        sa.select(addresses.c.member_id, addresses.c.channel, addresses.c.address, members.c.language)
        .join(members, members.c.id == addresses.c.member_id)
        .where(addresses.c.member_id.in_(people), addresses.c.gone_at.is_(None))
        .order_by(addresses.c.used_at)
    )
    rows = connection.execute(query if channels is None else query.where(addresses.c.channel.in_(channels)))
    return {row.member_id: (row.channel, row.address, row.language) for row in rows}


def _unagreed(connection: Connection, people: Collection[int]) -> Collection[int]:
    """Return who has not said yes to the privacy text as it is by now: nothing unasked goes to them."""
    query = sa.select(members.c.id).where(members.c.id.in_(people), members.c.consent != CONSENT)
    return set(connection.execute(query).scalars())


def _change(connection: Connection, numbers: Collection[int], **values: object) -> None:
    connection.execute(sa.update(deliveries).where(deliveries.c.id.in_(numbers)).values(values))


def _recent(connection: Connection, people: Collection[int], now: datetime) -> dict[int, list[Sent]]:
    """Return what each was sent in the last week of what has caps."""
    rows = connection.execute(
        sa.select(deliveries.c.member_id, deliveries.c.lane, deliveries.c.released_at).where(
            deliveries.c.member_id.in_(people),
            deliveries.c.released_at > now - WEEK,
            deliveries.c.lane.in_(_CAPPED),
            deliveries.c.state.not_in(_NOT_SENT),
        )
    )
    found: dict[int, list[Sent]] = defaultdict(list)
    for row in rows:
        found[row.member_id].append(Sent(Lane(row.lane), row.released_at))
    return found


def _busy(connection: Connection, people: Collection[int], now: datetime) -> Mapping[int, datetime]:
    """Return who is in a conversation, and when it will have been idle for long enough."""
    rows = connection.execute(
        sa.select(conversations.c.member_id, sa.func.max(conversations.c.updated_at))
        .where(
            conversations.c.member_id.in_(people),
            conversations.c.open,
            conversations.c.updated_at > now - IDLE,
        )
        .group_by(conversations.c.member_id)
    )
    return {member_id: last + IDLE for member_id, last in rows}
