"""Who is in an audience: members of one organisation who take part.

Also who wants to be sent nothing: a size that left them out would tell that somebody stopped. What is queued
leaves them out by itself. Why: docs/decisions/0040.
"""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from domain.audience import EVERYBODY, Audience, By
from domain.people import CONSENT, State
from storage.database import Connection
from storage.tables import member_themes, members, teams


@dataclass(frozen=True)
class Choice:
    """An audience that one can choose: how many are in it and, of a team, its name."""

    audience: Audience
    count: int
    name: str = ""


def count(connection: Connection, organisation_id: int, audience: Audience) -> int:
    """Count the members of an audience."""
    query = sa.select(sa.func.count()).select_from(members)
    return int(connection.execute(query.where(*_within(organisation_id, audience))).scalar_one())


def member_ids(connection: Connection, organisation_id: int, audience: Audience) -> list[int]:
    """Return the numbers of the members of an audience."""
    query = sa.select(members.c.id).where(*_within(organisation_id, audience)).order_by(members.c.id)
    return list(connection.execute(query).scalars())


def team_name(connection: Connection, organisation_id: int, audience: Audience) -> str:
    """Return the name of the team that an audience is; nothing when it is none, or another organisation's."""
    if audience.by is not By.team:
        return ""
    query = sa.select(teams.c.name).where(
        teams.c.organisation_id == organisation_id, teams.c.public_id == audience.which
    )
    return connection.execute(query).scalar() or ""


def anybody_without_team(connection: Connection, organisation_id: int) -> bool:
    """Tell whether somebody who takes part is in no team."""
    someone = sa.select(members.c.id).where(
        members.c.organisation_id == organisation_id,
        members.c.state == State.active.value,
        members.c.team_id.is_(None),
    )
    return connection.execute(someone.limit(1)).first() is not None


def choices(connection: Connection, organisation_id: int, by: By) -> list[Choice]:
    """Return the audiences of one kind in which somebody is, the largest first."""
    if by is By.everybody:
        found = count(connection, organisation_id, EVERYBODY)
        return [Choice(EVERYBODY, found)] if found else []
    which, name = _WHICH[by], teams.c.name if by is By.team else sa.literal("")
    query = sa.select(which.label("which"), name.label("name"), sa.func.count().label("many"))
    match by:
        case By.theme:
            query = query.join_from(members, member_themes, member_themes.c.member_id == members.c.id)
        case By.team:
            query = query.join_from(members, teams, teams.c.id == members.c.team_id)
        case _:
            query = query.where(which != "")
    query = query.where(*_taking_part(organisation_id)).group_by(which, name)
    rows = connection.execute(query.order_by(sa.desc("many"), name, which))
    return [Choice(Audience(by, row.which), row.many, row.name) for row in rows]


_WHICH: dict[By, sa.Column[str]] = {
    By.theme: member_themes.c.theme,
    By.team: teams.c.public_id,
    By.job: members.c.job,
    By.role: members.c.role,
}


def _taking_part(organisation_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        members.c.organisation_id == organisation_id,
        members.c.state == State.active.value,
        members.c.consent == CONSENT,
    )


def _within(organisation_id: int, audience: Audience) -> tuple[sa.ColumnElement[bool], ...]:
    taking_part = _taking_part(organisation_id)
    match audience.by:
        case By.everybody:
            return taking_part
        case By.theme:
            following = sa.select(member_themes.c.member_id).where(member_themes.c.theme == audience.which)
            return (*taking_part, members.c.id.in_(following))
        case By.team:
            team = sa.select(teams.c.id).where(
                teams.c.organisation_id == organisation_id, teams.c.public_id == audience.which
            )
            return (*taking_part, members.c.team_id == team.scalar_subquery())
        case By.job:
            return (*taking_part, members.c.job == audience.which)
        case By.role:
            return (*taking_part, members.c.role == audience.which)
