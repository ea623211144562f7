"""Whether practices may be offered unasked: the switch of an organisation, its teams, its crisis weeks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa

from domain.delivery import Lane, Outcome
from domain.peers.stopping import Reason
from storage import audit
from storage.database import Connection
from storage.tables import deliveries, nudging, teams, teams_told

NO_TEAM = None  # everybody who is in no team: they are told as a team is


class Speaker(StrEnum):
    """Who said it in a team: a function, never a name. Nobody else's word counts."""

    lead = "lead"
    higher = "higher"


@dataclass(frozen=True)
class Said:
    """On which day it was said in a team, and by whom."""

    on: date
    by: Speaker


@dataclass(frozen=True)
class Switch:
    """How it stands in an organisation: stopped since when and why, and the end of a crisis week."""

    stopped_at: datetime | None = None
    reason: Reason | None = None  # None when a person stopped it
    crisis_until: datetime | None = None

    def crisis(self, now: datetime) -> bool:
        """Whether this is a week in which nothing unasked is sent."""
        return self.crisis_until is not None and now < self.crisis_until

    def on(self, now: datetime) -> bool:
        """Whether it goes on now, in teams that were told."""
        return self.stopped_at is None and not self.crisis(now)


def may_nudge(connection: Connection, organisation_id: int, team_id: int | None, now: datetime) -> bool:
    """Tell whether practices may be offered unasked to a team now; None is everybody without a team."""
    return team_id in ready(connection, organisation_id, now)


def ready(connection: Connection, organisation_id: int, now: datetime) -> frozenset[int | None]:
    """Return the teams to which practices may be offered unasked now; none when it is switched off.

    For a pass over everybody: one look per organisation. None stands for everybody without a team.
    """
    if not switch(connection, organisation_id).on(now):
        return frozenset()
    return frozenset(told(connection, organisation_id))


def in_crisis(connection: Connection, organisation_id: int, now: datetime) -> bool:
    """Tell whether an organisation has a week in which nothing unasked is sent."""
    return switch(connection, organisation_id).crisis(now)


def switch(connection: Connection, organisation_id: int) -> Switch:
    """Return how it stands in an organisation."""
    row = connection.execute(sa.select(nudging).where(nudging.c.organisation_id == organisation_id)).first()
    if row is None:
        return Switch()
    return Switch(row.stopped_at, Reason(row.reason) if row.reason else None, row.crisis_until)


def told(connection: Connection, organisation_id: int) -> Mapping[int | None, Said]:
    """Return in which teams it was said that this measures nobody, when and by whom."""
    rows = connection.execute(sa.select(teams_told).where(teams_told.c.organisation_id == organisation_id))
    return {row.team_id: Said(row.said_on, Speaker(row.said_by)) for row in rows}


# --- switching --------------------------------------------------------------------------------------


def stop(connection: Connection, organisation_id: int, member_id: int | None, now: datetime) -> bool:
    """Stop it at once, until somebody starts it again; False when it was stopped already."""
    if not _stop(connection, organisation_id, "", now):
        return False
    _call_off(connection, organisation_id, now)
    audit.note(connection, organisation_id, member_id, "nudging-stopped", now=now)
    return True


def end(connection: Connection, organisation_id: int, reason: Reason, now: datetime) -> bool:
    """Let it end by itself because it does harm; only a person starts it again. False when it had ended."""
    if not _stop(connection, organisation_id, reason.value, now):
        return False
    _call_off(connection, organisation_id, now)
    audit.note(connection, organisation_id, None, "nudging-ended", now=now, reason=reason.value)
    return True


def start(connection: Connection, organisation_id: int, member_id: int | None, now: datetime) -> bool:
    """Start it again, in the teams that were told; False when it was going on."""
    if switch(connection, organisation_id).stopped_at is None:
        return False
    _set(connection, organisation_id, stopped_at=None, reason="")
    audit.note(connection, organisation_id, member_id, "nudging-started", now=now)
    return True


def call_crisis(
    connection: Connection, organisation_id: int, member_id: int | None, until: datetime, now: datetime
) -> bool:
    """Send nothing unasked until then; False when that was so already."""
    before = switch(connection, organisation_id).crisis_until
    if before is not None and before >= until:
        return False
    _set(connection, organisation_id, crisis_until=until)
    _call_off(connection, organisation_id, now)
    audit.note(connection, organisation_id, member_id, "crisis-called", now=now, until=until.isoformat())
    return True


def end_crisis(connection: Connection, organisation_id: int, member_id: int | None, now: datetime) -> bool:
    """End a crisis week before its time; False when there is none."""
    if not in_crisis(connection, organisation_id, now):
        return False
    _set(connection, organisation_id, crisis_until=None)
    audit.note(connection, organisation_id, member_id, "crisis-ended", now=now)
    return True


def say_told(
    connection: Connection,
    organisation_id: int,
    member_id: int | None,
    team_id: int | None,
    said: Said,
    now: datetime,
) -> None:
    """Note that it was said in a team, when and by whom; the last word counts."""
    connection.execute(sa.delete(teams_told).where(_of(organisation_id, team_id)))
    connection.execute(
        sa.insert(teams_told).values(
            organisation_id=organisation_id, team_id=team_id, said_on=said.on, said_by=said.by.value, at=now
        )
    )
    details = {"team": _name(connection, team_id), "on": said.on.isoformat()}
    audit.note(connection, organisation_id, member_id, "team-told", now=now, **details)


def take_back(
    connection: Connection, organisation_id: int, member_id: int | None, team_id: int | None, now: datetime
) -> bool:
    """Take it back that it was said in a team; False when it was not."""
    gone = sa.delete(teams_told).where(_of(organisation_id, team_id)).returning(teams_told.c.id)
    if connection.execute(gone).first() is None:
        return False
    name = _name(connection, team_id)
    audit.note(connection, organisation_id, member_id, "team-untold", now=now, team=name)
    return True


def _of(organisation_id: int, team_id: int | None) -> sa.ColumnElement[bool]:
    return sa.and_(
        teams_told.c.organisation_id == organisation_id, teams_told.c.team_id.is_not_distinct_from(team_id)
    )


def _call_off(connection: Connection, organisation_id: int, now: datetime) -> None:
    """Let nothing go out any more that was ready: whoever stops it means at once."""
    connection.execute(
        sa.update(deliveries)
        .where(
            deliveries.c.organisation_id == organisation_id,
            deliveries.c.lane.in_([Lane.nudge.value, Lane.digest.value]),
            deliveries.c.state.in_([Outcome.held.value, Outcome.waiting.value]),
        )
        .values(state=Outcome.cancelled.value, error="stopped", sent_at=now)
    )


def _name(connection: Connection, team_id: int | None) -> str:
    return connection.execute(sa.select(teams.c.name).where(teams.c.id == team_id)).scalar() or ""


def _stop(connection: Connection, organisation_id: int, reason: str, now: datetime) -> bool:
    if switch(connection, organisation_id).stopped_at is not None:
        return False
    _set(connection, organisation_id, stopped_at=now, reason=reason)
    return True


def _set(connection: Connection, organisation_id: int, **values: datetime | str | None) -> None:
    mine = nudging.c.organisation_id == organisation_id
    changed = sa.update(nudging).where(mine).values(**values).returning(nudging.c.organisation_id)
    if connection.execute(changed).first() is None:
        connection.execute(sa.insert(nudging).values(organisation_id=organisation_id, **values))
