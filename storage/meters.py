"""The one meter per channel that all processes share: who reserves or books holds its row for a moment."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from domain import pace
from domain.delivery import Lane
from domain.pace import Grant, Meter
from storage.database import Connection, add_once
from storage.deliveries.claims import next_lanes
from storage.tables import meters

_ROW = sa.select(meters).where(meters.c.channel == sa.bindparam("channel")).with_for_update()


def reserve(
    connection: Connection, channel: str, per_second: float, most: int, now: datetime
) -> Grant | None:
    """Take room for up to `most` of the messages that wait; None when none does, or it is not yet time."""
    lanes = next_lanes(connection, channel, most, now)
    if not lanes:
        return None
    bulk = sum(lane is Lane.broadcast for lane in lanes)
    taken = pace.reserve(_held(connection, channel, now), per_second, len(lanes) - bulk, bulk, now)
    if taken is None:
        return None
    _note(connection, channel, taken[0])
    return taken[1]


def book(connection: Connection, channel: str, per_second: float, count: int, now: datetime) -> Meter:
    """Note that so many replies went out, and return how the meter stands."""
    meter = pace.book(_held(connection, channel, now), per_second, count, now)
    _note(connection, channel, meter)
    return meter


def pause(connection: Connection, channel: str, until: datetime, now: datetime) -> None:
    """Let every process be silent on a channel until then."""
    meter = _held(connection, channel, now)
    if meter.paused_until is None or meter.paused_until < until:
        connection.execute(sa.update(meters).where(meters.c.channel == channel).values(paused_until=until))


def read(connection: Connection, channel: str) -> Meter | None:
    """Return how the meter of a channel stands."""
    row = connection.execute(sa.select(meters).where(meters.c.channel == channel)).first()
    return Meter(row.spoken_until, row.bulk_until, row.paused_until) if row else None


def _held(connection: Connection, channel: str, now: datetime) -> Meter:
    row = connection.execute(_ROW, {"channel": channel}).first()
    if row is None:
        add_once(connection, meters, channel=channel, spoken_until=now, bulk_until=now)
        row = connection.execute(_ROW, {"channel": channel}).one()
    return Meter(row.spoken_until, row.bulk_until, row.paused_until).sane(now)


def _note(connection: Connection, channel: str, meter: Meter) -> None:
    values = {"spoken_until": meter.spoken_until, "bulk_until": meter.bulk_until}
    connection.execute(sa.update(meters).where(meters.c.channel == channel).values(values))
