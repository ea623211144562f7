"""An organisation in which practices may be offered: made straight in the database, for both channels."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import count

import sqlalchemy as sa

from domain.peers.holdout import is_held
from domain.practices import Attribution, Parts, Visibility
from storage import members, nudging, practices
from storage.database import Connection
from storage.nudging import Said, Speaker
from storage.practices import NewPractice
from storage.tables import members as member_rows
from storage.tables import organisations

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 24, 10, 31, tzinfo=UTC)
AFTERNOON = datetime(2026, 11, 24, 15, 20, tzinfo=UTC)  # after everybody's moment, and in working hours
TITLE = "Drie stapels post"


def settle(connection: Connection, maker: int, now: datetime) -> None:
    """Let everybody follow a theme for long, one of them share something, and chance leave out nobody."""
    people = connection.execute(sa.select(member_rows)).all()
    organisation = people[0].organisation_id
    longer = now - timedelta(days=30)
    connection.execute(sa.update(member_rows).values(joined_at=longer, job="debt", rhythm="twice"))
    for row in people:
        member = members.by_id(connection, row.id)
        assert member is not None
        members.follow(connection, member, "debt")
    nudging.say_told(connection, organisation, None, None, Said(now.date(), Speaker.lead), now)
    parts = Parts(TITLE, "Post ligt dicht.", "Drie stapels.", "Er kwam rust.", "Niet bij haast.")
    new = NewPractice(parts, "nl", ("debt",), Attribution.name, Visibility.organisation, author_id=maker)
    practices.add(connection, organisation, new, now)
    connection.execute(sa.update(organisations).values(secret=nobody_left_out(people, now)))


def nobody_left_out(people: Sequence[sa.Row[tuple[object, ...]]], now: datetime) -> str:
    """Return a secret by which chance leaves out nobody for now."""
    return next(
        str(number)
        for number in count()
        if not any(is_held(one.public_id, str(number), now) for one in people)
    )
