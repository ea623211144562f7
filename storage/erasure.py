"""Remove a person, and leave behind only what they chose to leave, without a name."""

from __future__ import annotations

import sqlalchemy as sa

from domain.people import Member
from domain.practices import Attribution
from storage import kudos
from storage import trials as told
from storage.database import Connection
from storage.deliveries import withdraw
from storage.moderation import part_all
from storage.practices import recount
from storage.tables import deliveries, members, practices, questions, trials, votes


def erase(connection: Connection, member: Member, *, keep_practices: bool) -> list[int]:
    """Remove a member with everything that is theirs; return the practices the index must look at.

    What they shared stays without their name, or goes along. Their questions, votes, pledges and trials go,
    and what the cards say of votes and trials is counted again.
    """
    parted: list[int] = []
    shared = list(
        connection.execute(sa.select(practices.c.id).where(practices.c.author_id == member.id)).scalars()
    )
    if keep_practices:
        connection.execute(
            sa.update(practices)
            .where(practices.c.author_id == member.id)
            .values(author_id=None, attribution=Attribution.nobody.value)
        )
    elif shared:
        # What others made and what gave way to one of these is not theirs to take along.
        parted = part_all(connection, shared)
        connection.execute(sa.delete(practices).where(practices.c.id.in_(shared)))
    connection.execute(sa.delete(deliveries).where(deliveries.c.member_id == member.id))
    for name in [*told.heard_names(connection, member.id), *kudos.heard_names(connection, member.id)]:
        withdraw(connection, name)
    connection.execute(sa.delete(questions).where(questions.c.member_id == member.id))
    voted, tried = (
        connection.execute(sa.select(table.c.practice_id).where(table.c.member_id == member.id))
        .scalars()
        .all()
        for table in (votes, trials)
    )
    connection.execute(sa.delete(members).where(members.c.id == member.id))
    for practice_id in voted:
        recount(connection, practice_id)
    for practice_id in tried:
        told.recount(connection, practice_id)
    return [] if keep_practices else [*shared, *parted]
