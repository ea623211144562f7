"""Send messages to groups by and by: a sweep over what is due, harmless when it runs twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain.audience import Audience, read_audience
from domain.broadcasts import FRESH, SLICE, Stage, Tally, look_again
from domain.delivery import Lane
from handlers.broadcasts.received import message
from handlers.broadcasts.report import report
from handlers.kit.say import to_payload
from storage import audiences, broadcasts, deliveries
from storage.broadcasts import Broadcast
from storage.database import Connection

SOON = timedelta(seconds=1)


def advance(connection: Connection, now: datetime) -> None:
    """Go one step further with every broadcast for which it is time."""
    for one in broadcasts.due(connection, now):
        _step(connection, one, now)


def _step(connection: Connection, one: Broadcast, now: datetime) -> None:
    if one.stage is Stage.planned:
        recipients = audiences.count(connection, one.organisation_id, _audience(one))
        broadcasts.begin(connection, one, recipients)
        one = replace(one, stage=Stage.sending, recipients=recipients)
    if one.stage is Stage.sending and not one.expanded:
        one = _expand(connection, one, now)
    if one.stage is Stage.sending and now - one.start_at >= FRESH:
        deliveries.stop_broadcast(connection, one.id)
    _tell(connection, one, now)


def _expand(connection: Connection, one: Broadcast, now: datetime) -> Broadcast:
    """Queue it for the next slice of recipients; the row remembers how far that is."""
    every = audiences.member_ids(connection, one.organisation_id, _audience(one))
    coming = [number for number in every if number > one.last_member_id][:SLICE]
    if not coming:  # somebody left since it began
        broadcasts.begin(connection, one, one.made)
        return replace(one, recipients=one.made)
    payload = to_payload(message(connection, one))
    reached = deliveries.queue_many(
        connection,
        coming,
        prefix=f"broadcast:{one.id}:",
        payload=payload,
        lane=Lane.broadcast,
        now=now,
        not_after=one.start_at + FRESH,
        broadcast_id=one.id,
    )
    broadcasts.made(connection, one, coming[-1], len(coming), reached)
    return replace(
        one,
        last_member_id=coming[-1],
        made=one.made + len(coming),
        unreachable=one.unreachable + len(coming) - reached,
    )


def _tell(connection: Connection, one: Broadcast, now: datetime) -> None:
    """Let the author see how it stands, in one message that changes; end it when nothing is left to do."""
    tally = broadcasts.tally(connection, one)
    if tally.waiting and (tally == one.tally or (one.tally and not one.expanded)):
        told, tally = True, one.tally or tally
    else:
        over = one.stage is Stage.sending and not tally.waiting
        told = _say(connection, replace(one, stage=Stage.done) if over else one, tally, now)
    if told and not tally.waiting:
        broadcasts.end(connection, one, tally, now)
        return
    broadcasts.told(connection, one, tally if told else one.tally, now + _pause(one, now, told=told))


def _pause(one: Broadcast, now: datetime, *, told: bool) -> timedelta:
    """Return how soon to look again: at the next tick when something of ours is left to do."""
    if one.stage is not Stage.sending or not told:
        return SOON
    return look_again(now - one.start_at) if one.expanded else timedelta(0)


def _say(connection: Connection, one: Broadcast, tally: Tally, now: datetime) -> bool:
    """Put the counts where the author follows them; False when that message is on its way right now."""
    once, payload = f"broadcast:{one.id}:progress", to_payload(report(one, tally))
    return (
        deliveries.amend(connection, once, payload=payload, now=now)
        or (
            one.author_id is not None
            and deliveries.queue(
                connection, one.author_id, payload=payload, once=once, lane=Lane.answer, now=now
            )
        )
        or not deliveries.is_being_said(connection, once)
    )


def _audience(one: Broadcast) -> Audience:
    found = read_audience(one.audience)
    assert found is not None, "only a confirmed conversation writes it"
    return found
