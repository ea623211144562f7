"""What members think of a practice: useful, or not for them; and what it is worth by all that."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from domain.peers.constants import DEFAULTS
from domain.peers.fit import UNKNOWN
from domain.peers.manipulation import total
from domain.people import Member
from domain.practices import Practice, worth_of
from domain.trials import EPOCH
from storage.database import Connection, add_once, insert_into
from storage.practices.seeing import told_in
from storage.practices.weighing import ballot_of, hold_back
from storage.tables import dismissals, practices, votes


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
        recount(connection, practice.id, now)
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


_THIS = practices.c.id == sa.bindparam("practice")
_HOLD = sa.select(practices.c.id).where(_THIS).with_for_update(key_share=True)
_UNVOTE = sa.delete(votes).where(
    votes.c.practice_id == sa.bindparam("practice"), votes.c.member_id == sa.bindparam("member")
)


def recount(connection: Connection, practice_id: int, voted_at: datetime | None = None) -> None:
    """Count again how many found a practice useful, what that weighs, and what it is worth.

    When somebody just voted, votes that came too fast are held for a person to look at.
    """
    ballot = ballot_of(connection, practice_id)
    if ballot is not None and voted_at is not None and hold_back(connection, ballot, voted_at):
        ballot = ballot_of(connection, practice_id)
    found = ballot.weighed() if ballot else []
    # Of who left only numbers stay: how many, and what they weighed when they left.
    revalue(
        connection,
        practice_id,
        useful=len(found) + practices.c.gone_useful,
        weight=total(found) + practices.c.gone_weight,
    )


def weight_of(connection: Connection, practice_id: int, member_id: int) -> float:
    """Return what the vote of one member weighs now; without a vote it is nothing."""
    ballot = ballot_of(connection, practice_id)
    return sum(one.weight for one in ballot.weighed() if one.vote.voter == member_id) if ballot else 0.0


def revalue(connection: Connection, practice_id: int, **counted: Any) -> None:
    """Note what was counted of a practice, and what it is worth now, as of its newest report."""
    row = connection.execute(
        sa.update(practices).where(_THIS).values(**counted).returning(practices), {"practice": practice_id}
    ).first()
    if row is None:
        return
    told = told_in(row.told)
    worth = worth_of(
        useful=row.useful,
        weight=row.weight,
        told=told,
        illustrative=row.illustrative,
        reader=UNKNOWN,
        now=told.last_at or EPOCH,
    )
    connection.execute(sa.update(practices).where(_THIS).values(worth=worth), {"practice": practice_id})


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
