"""Whom colleagues name: kept until that person has answered, and never by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from domain.people import Member, State
from domain.portraits import ANSWER_WITHIN, ASKED_AGAIN, MOST_TOLD, NAMED_DAYS, Kind, Told
from domain.text import fold
from storage.database import Connection
from storage.tables import deliveries, members, nominations, nominators, portraits

ASKED = "nomination:"  # how the names begin under which people are asked
AT_ONCE = 100  # people that one sweep looks at


@dataclass(frozen=True)
class Named:
    """Somebody who was named and not asked yet."""

    member_id: int
    public_id: str
    name: str
    told: tuple[Told, ...]


def days_of(connection: Connection, by: Member) -> Sequence[date]:
    """Return the days on which a member named somebody, as long as they count."""
    query = sa.select(nominators.c.day).where(nominators.c.member_id == by.id)
    return connection.execute(query).scalars().all()


def add(
    connection: Connection,
    by: Member,
    told: Told,
    day: date,
    *,
    member_id: int | None = None,
    called: str = "",
) -> None:
    """Keep that `by` named somebody, and, apart from it, what they told of whom.

    Who is `called` so is looked up by the clock: what is done here is the same whether anybody is.
    """
    connection.execute(
        sa.insert(nominators).values(organisation_id=by.organisation_id, member_id=by.id, day=day)
    )
    connection.execute(
        sa.insert(nominations).values(
            organisation_id=by.organisation_id,
            member_id=member_id,
            called=called,
            near_team_id=by.team_id if called else None,
            kind=told.kind.value if told.kind else None,
            empathy=told.empathy,
            enterprise=told.enterprise,
            day=day,
        )
    )


def look_up(connection: Connection) -> None:
    """Find out who is meant by a name; what is told of nobody, or of one of several, is removed."""
    rows = connection.execute(
        sa.select(
            nominations.c.id, nominations.c.organisation_id, nominations.c.called, nominations.c.near_team_id
        )
        .where(nominations.c.member_id.is_(None))
        .order_by(nominations.c.id)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()
    for row in rows:
        member_id = _called(connection, row.organisation_id, row.called, row.near_team_id)
        this = nominations.c.id == row.id
        if member_id is None:
            connection.execute(sa.delete(nominations).where(this))
        else:
            found = {"member_id": member_id, "called": "", "near_team_id": None}
            connection.execute(sa.update(nominations).where(this).values(found))


def _called(connection: Connection, organisation_id: int, name: str, team_id: int | None) -> int | None:
    """Return who has exactly this name; of several the one in this team, if it is one."""
    people = connection.execute(
        sa.select(members.c.id, members.c.name, members.c.team_id).where(
            members.c.organisation_id == organisation_id, members.c.state == State.active.value
        )
    )
    found = [one for one in people if one.name and fold(one.name) == fold(name)]
    near = [one for one in found if team_id is not None and one.team_id == team_id]
    only = found if len(found) == 1 else near
    return int(only[0].id) if len(only) == 1 else None


def to_ask(connection: Connection) -> list[Named]:
    """Return people who were named and are to be asked, with what was told of them."""
    waiting = sa.select(nominations.c.member_id).where(
        sa.not_(nominations.c.asked), nominations.c.member_id.is_not(None)
    )
    rows = connection.execute(
        sa.select(members.c.id, members.c.public_id, members.c.name)
        .where(members.c.id.in_(waiting))
        .order_by(members.c.id)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True, key_share=True)
    )
    return [Named(row.id, row.public_id, row.name, tuple(_told(connection, row.id))) for row in rows.all()]


def may_ask(connection: Connection, member_id: int, now: datetime) -> bool:
    """Tell whether somebody was not asked in the last year and shows no portrait.

    That they were asked is known from the message itself, as of every message: what they said is not.
    """
    before = sa.select(deliveries.c.id).where(
        deliveries.c.member_id == member_id,
        deliveries.c.once.startswith(ASKED, autoescape=True),
        deliveries.c.created_at > now - ASKED_AGAIN,
    )
    shows = sa.select(portraits.c.id).where(portraits.c.member_id == member_id)
    return not any(connection.execute(query.limit(1)).first() for query in (before, shows))


def mark_asked(connection: Connection, member_id: int) -> None:
    """Note that somebody is asked about all that was told of them."""
    connection.execute(sa.update(nominations).where(nominations.c.member_id == member_id).values(asked=True))


def drop_unasked(connection: Connection, member_id: int) -> None:
    """Remove what was told of somebody who is not to be asked now."""
    connection.execute(
        sa.delete(nominations).where(nominations.c.member_id == member_id, sa.not_(nominations.c.asked))
    )


def open_of(connection: Connection, member_id: int) -> Told | None:
    """Return what the first colleague told of somebody who was asked and has not answered."""
    return next(iter(_told(connection, member_id, nominations.c.asked)), None)


def _told(connection: Connection, member_id: int, *only: sa.ColumnElement[bool]) -> list[Told]:
    rows = connection.execute(
        sa.select(nominations.c.kind, nominations.c.empathy, nominations.c.enterprise)
        .where(nominations.c.member_id == member_id, *only)
        .order_by(nominations.c.id)
        .limit(MOST_TOLD)
    )
    return [Told(Kind(row.kind) if row.kind else None, row.empathy, row.enterprise) for row in rows]


def remove(connection: Connection, member_id: int) -> None:
    """Remove everything that was told of somebody, whatever they answered."""
    connection.execute(sa.delete(nominations).where(nominations.c.member_id == member_id))


def forget_old(connection: Connection, today: date) -> None:
    """Remove what nobody answered in four weeks, and that somebody named a colleague a month ago."""
    connection.execute(sa.delete(nominations).where(nominations.c.day <= today - ANSWER_WITHIN))
    connection.execute(sa.delete(nominators).where(nominators.c.day <= today - NAMED_DAYS))
