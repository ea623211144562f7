"""Thanks: stored for who got it, and taken back by who gave it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.kudos import SAME_AGAIN, Kudos, heard_once
from domain.people import Member
from domain.practices import Practice
from storage.database import Connection, new_public_id
from storage.tables import kudos, members

_GIVEN = sa.select(kudos, members.c.name).join(members, members.c.id == kudos.c.from_id)


def _kudos(row: sa.Row[Any]) -> Kudos:
    return Kudos(row.public_id, row.practice_id, row.words, row.named, row.name, row.at)


def give(
    connection: Connection, giver: Member, practice: Practice, words: str, *, named: bool, now: datetime
) -> str:
    """Keep thanks to the maker of a practice; return its public name."""
    made: str = connection.execute(
        sa.insert(kudos)
        .values(
            public_id=new_public_id(),
            organisation_id=giver.organisation_id,
            practice_id=practice.id,
            from_id=giver.id,
            to_id=practice.author_id,
            words=words,
            named=named,
            at=now,
        )
        .returning(kudos.c.public_id)
    ).scalar_one()
    return made


def given(connection: Connection, giver: Member, now: datetime) -> list[Kudos]:
    """Return what a member gave in the last month."""
    query = _GIVEN.where(kudos.c.from_id == giver.id, kudos.c.at > now - SAME_AGAIN)
    return [_kudos(row) for row in connection.execute(query)]


def received(connection: Connection, member: Member) -> list[Kudos]:
    """Return the thanks a member got, newest first."""
    query = _GIVEN.where(kudos.c.to_id == member.id).order_by(kudos.c.at.desc(), kudos.c.id.desc())
    return [_kudos(row) for row in connection.execute(query)]


def take_back(connection: Connection, giver: Member, public_id: str) -> bool:
    """Remove thanks that this member gave; False when there are none of that name."""
    removed = connection.execute(
        sa.delete(kudos)
        .where(kudos.c.public_id == public_id, kudos.c.from_id == giver.id)
        .returning(kudos.c.id)
    ).first()
    return removed is not None


def heard_names(connection: Connection, member_id: int) -> list[str]:
    """Return the names under which makers hear the thanks that a member gave, said already or not."""
    given_by = sa.select(kudos.c.public_id).where(kudos.c.from_id == member_id)
    return [heard_once(name) for name in connection.execute(given_by).scalars()]
