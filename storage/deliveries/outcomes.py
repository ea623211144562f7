"""Note what came of a message: it arrived, it will not, or it is to be tried again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from domain.delivery import MOST_ATTEMPTS, OWN_DATA, Delivery, Outcome, pause_before
from domain.retention import DEFAULTS
from storage.database import Connection
from storage.tables import deliveries

PAYLOAD_KEPT = DEFAULTS.span("words")
UNFINISHED = (Outcome.held.value, Outcome.waiting.value, Outcome.sending.value)

_SENT = (
    sa.update(deliveries)
    .where(deliveries.c.id == sa.bindparam("b_id"))
    .values(
        state=Outcome.sent.value,
        message=sa.bindparam("b_message"),
        sent_at=sa.bindparam("b_now"),
        owner=None,
        lease_until=None,
    )
)


def mark_sent(connection: Connection, sent: Iterable[tuple[int, str]], now: datetime) -> None:
    """Note that these messages arrived, with what the channel calls each."""
    rows = [{"b_id": number, "b_message": message, "b_now": now} for number, message in sent]
    if rows:
        connection.execute(_SENT, rows)


def _held(delivery: Delivery) -> sa.ColumnElement[bool]:
    """Only who holds the claim may put a message back: each claim has a number of its own."""
    return sa.and_(
        deliveries.c.id == delivery.id,
        deliveries.c.state == Outcome.sending.value,
        deliveries.c.attempts == delivery.attempts,
    )


def mark_failed(
    connection: Connection, delivery: Delivery, outcome: Outcome, error: str, now: datetime
) -> None:
    """Note that a message will not arrive: gone, failed or cancelled. `error` names a kind, never words."""
    connection.execute(
        sa.update(deliveries)
        .where(_held(delivery))
        .values(state=outcome.value, error=error, sent_at=now, owner=None, lease_until=None)
    )


def retry(
    connection: Connection,
    delivery: Delivery,
    *,
    unknown: bool,
    wait: timedelta | None,
    error: str,
    now: datetime,
) -> Outcome:
    """Put a message back after a try that failed.

    Not sent for certain: it waits longer each time, and not less than the channel asks. Nobody knows: it is
    tried once more and flagged; the second time it becomes *uncertain* and is left to a person. Why:
    docs/decisions/0005.
    """
    if unknown and delivery.maybe_dup:
        outcome = Outcome.uncertain
    elif delivery.attempts >= MOST_ATTEMPTS:
        outcome = Outcome.failed
    else:
        outcome = Outcome.waiting
    connection.execute(
        sa.update(deliveries)
        .where(_held(delivery))
        .values(
            state=outcome.value,
            error=error,
            maybe_dup=delivery.maybe_dup or unknown,
            not_before=now + max(wait or timedelta(0), pause_before(delivery.attempts)),
            owner=None,
            lease_until=None,
        )
    )
    return outcome


def give_up(connection: Connection, channel: str, address: str, now: datetime) -> None:
    """Note that what still waits for an address will not arrive: it is not tried again."""
    connection.execute(
        sa.update(deliveries)
        .where(
            deliveries.c.channel == channel,
            deliveries.c.address == address,
            deliveries.c.state == Outcome.waiting.value,
        )
        .values(state=Outcome.gone.value, error="gone", sent_at=now)
    )


def readdress(connection: Connection, delivery: Delivery, new: str, now: datetime) -> None:
    """Put a message back for an address that was given another name."""
    connection.execute(
        sa.update(deliveries)
        .where(_held(delivery))
        .values(state=Outcome.waiting.value, address=new, not_before=now, owner=None, lease_until=None)
    )


_LAST = (
    sa.select(deliveries.c.payload)
    .where(deliveries.c.member_id == sa.bindparam("member"), deliveries.c.payload.is_not(None))
    .order_by(deliveries.c.id.desc())
    .limit(3)
)


def last_payloads(connection: Connection, member_id: int) -> list[Mapping[str, Any]]:
    """Return the last three messages said to a member, newest first."""
    return list(connection.execute(_LAST, {"member": member_id}).scalars())


def forget_copies(connection: Connection, before: datetime) -> None:
    """Empty copies of somebody's own data that were made for them before this moment."""
    copies = deliveries.c.payload["file"]["kind"].as_string() == OWN_DATA
    over = sa.and_(deliveries.c.created_at < before, deliveries.c.state.not_in(UNFINISHED))
    connection.execute(sa.update(deliveries).where(over, copies).values(payload=sa.null()))


def forget_payloads(
    connection: Connection,
    now: datetime,
    words: timedelta = PAYLOAD_KEPT,
    strangers: timedelta = PAYLOAD_KEPT,
) -> None:
    """Empty what was said after a week; that it was said stays, except to somebody who is no member."""
    over = deliveries.c.state.not_in(UNFINISHED)
    # "I keep nothing about you" was said to some of them, and an address is something.
    to_strangers = sa.and_(deliveries.c.created_at < now - strangers, deliveries.c.member_id.is_(None))
    connection.execute(sa.delete(deliveries).where(over, to_strangers))
    said = sa.and_(deliveries.c.created_at < now - words, deliveries.c.payload.is_not(None))
    connection.execute(sa.update(deliveries).where(over, said).values(payload=sa.null()))


def forget_old(connection: Connection, before: datetime, most: int = 5000) -> None:
    """Forget that something was said before this moment, so many at a time."""
    old = sa.select(deliveries.c.id).where(
        deliveries.c.created_at < before, deliveries.c.state.not_in(UNFINISHED)
    )
    connection.execute(sa.delete(deliveries).where(deliveries.c.id.in_(old.limit(most))))
