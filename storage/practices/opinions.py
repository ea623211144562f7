"""What members think of a practice: useful, or not for them; and what it is worth by all that."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa

from domain.peers.constants import DEFAULTS
from domain.peers.fit import UNKNOWN
from domain.people import Member
from domain.practices import Practice, worth_of
from domain.trials import EPOCH, Told
from storage.database import Connection, add_once, insert_into
from storage.practices.seeing import told_in
from storage.tables import (
    dismissals,
    practices,
    votes,
)


def vote(connection: Connection, practice: Practice, member: Member, now: datetime) -> bool:
    """Count "useful" once, however often and from however many places it is said; True when it was new."""
    hold(connection, practice.id)
    added = add_once(
        connection,
        votes,
        practice_id=practice.id,
        member_id=member.id,
        organisation_id=member.organisation_id,
        at=now,
    )
    if added:
        recount(connection, practice.id)
    return added


def unvote(connection: Connection, practice: Practice, member: Member) -> None:
    """Take "useful" back."""
    hold(connection, practice.id)
    connection.execute(_UNVOTE, {"practice": practice.id, "member": member.id})
    recount(connection, practice.id)


def hold(connection: Connection, practice_id: int) -> None:
    """Let others who vote or tell wait: two that count at one moment would each miss the other.

    The lock is the weaker kind (FOR NO KEY UPDATE), which does not wait for rows that only refer to this one.
    """
    connection.execute(_HOLD, {"practice": practice_id})


_HOLD = (
    sa.select(practices.c.id)
    .where(practices.c.id == sa.bindparam("practice"))
    .with_for_update(key_share=True)
)
_WEIGH = sa.update(practices).where(practices.c.id == sa.bindparam("practice"))
_RECOUNT = (
    sa.update(practices)
    .where(practices.c.id == sa.bindparam("practice"))
    .values(
        useful=sa.select(sa.func.count())
        .where(votes.c.practice_id == sa.bindparam("practice"))
        .scalar_subquery()
    )
    .returning(practices)
)
_UNVOTE = sa.delete(votes).where(
    votes.c.practice_id == sa.bindparam("practice"), votes.c.member_id == sa.bindparam("member")
)


def recount(connection: Connection, practice_id: int) -> None:
    """Count again how many found a practice useful, and what it is worth in the order of browsing."""
    row = connection.execute(_RECOUNT, {"practice": practice_id}).first()
    if row is not None:
        told = told_in(row.told)
        weigh(connection, practice_id, row.useful, told, illustrative=row.illustrative)


def weigh(connection: Connection, practice_id: int, useful: int, told: Told, *, illustrative: bool) -> None:
    """Note what a practice is worth, as of its newest report."""
    worth = worth_of(
        useful=useful, told=told, illustrative=illustrative, reader=UNKNOWN, now=told.last_at or EPOCH
    )
    connection.execute(_WEIGH.values(worth=worth), {"practice": practice_id})


def dismiss(connection: Connection, practice: Practice, member: Member, now: datetime) -> None:
    """Note that a practice is not for this member; only they know.

    Said again after it had passed, it counts as the second time.
    """
    passed = now - timedelta(days=DEFAULTS.offers.dismissed_days)
    connection.execute(
        insert_into(connection, dismissals)
        .values(practice_id=practice.id, member_id=member.id, organisation_id=member.organisation_id, at=now)
        .on_conflict_do_update(
            index_elements=[dismissals.c.practice_id, dismissals.c.member_id],
            set_={"times": dismissals.c.times + 1, "at": now},
            where=dismissals.c.at <= passed,
        )
    )


def undismiss(connection: Connection, practice: Practice, member: Member) -> None:
    """Take "not for me" back."""
    connection.execute(
        sa.delete(dismissals).where(
            dismissals.c.practice_id == practice.id, dismissals.c.member_id == member.id
        )
    )
