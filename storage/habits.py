"""When each member works and wants to hear something, as they said."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, time
from typing import Any

import sqlalchemy as sa

from domain.rhythm import Habits
from storage.database import Connection
from storage.tables import members, organisations

_DEFAULT = Habits()
COLUMNS = (
    members.c.id.label("member_id"),
    members.c.rhythm,
    members.c.work_days,
    members.c.work_start,
    members.c.work_end,
    members.c.paused_until,
    members.c.timezone,
    organisations.c.timezone.label("organisation_zone"),
)
_HABITS = (
    sa.select(*COLUMNS)
    .join(organisations, organisations.c.id == members.c.organisation_id)
    .where(members.c.id.in_(sa.bindparam("members", expanding=True)))
)


def of(connection: Connection, member_id: int) -> Habits:
    """Return when a member works and wants to hear something."""
    return of_all(connection, [member_id]).get(member_id, _DEFAULT)


def of_all(connection: Connection, member_ids: Collection[int]) -> Mapping[int, Habits]:
    """Return the habits of these members, by number."""
    rows = connection.execute(_HABITS, {"members": list(member_ids)})
    return {row.member_id: of_row(row) for row in rows}


def change_hours(
    connection: Connection, member_id: int, days: Collection[int], start: time, end: time
) -> None:
    """Note on which days and between which times a member works."""
    values = {
        "work_days": "".join(map(str, sorted(days))),
        "work_start": _minutes(start),
        "work_end": _minutes(end),
    }
    connection.execute(sa.update(members).where(members.c.id == member_id).values(values))


def pause(connection: Connection, member_id: int, until: date | None) -> None:
    """Send a member nothing unasked until that day; None ends the pause."""
    connection.execute(sa.update(members).where(members.c.id == member_id).values(paused_until=until))


def of_row(row: Any) -> Habits:
    """Return the habits in a row that has `COLUMNS`."""
    return Habits(
        zone=row.timezone or row.organisation_zone,
        days=frozenset(map(int, row.work_days)) or _DEFAULT.days,
        start=_DEFAULT.start if row.work_start is None else _clock(row.work_start),
        end=_DEFAULT.end if row.work_end is None else _clock(row.work_end),
        paused_until=row.paused_until,
        rhythm=row.rhythm,
    )


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _clock(minutes: int) -> time:
    return time(minutes // 60, minutes % 60) if minutes < 24 * 60 else time.max
