"""Practices that their makers changed, and who does them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from domain.peers.evidence import Outcome
from domain.practices import Parts, PracticeState
from domain.trials import PledgeState
from storage.database import Connection
from storage.practices.seeing import parts_in
from storage.tables import members, pledges, practice_versions, practices, trials

SETTLES = timedelta(minutes=30)  # whoever corrects something often corrects it once more
AGAIN = timedelta(days=7)  # between two times that people hear of one practice
AT_ONCE = 20  # practices that one sweep looks at
_DONE = [Outcome.worked.value, Outcome.partly.value]
_PLANNED = [PledgeState.open.value, PledgeState.asked.value]


@dataclass(frozen=True)
class Changed:
    """A practice that reads otherwise than when people were last told."""

    practice_id: int
    organisation_id: int
    public_id: str
    author_id: int | None
    on_show: bool
    before: Parts
    after: Parts
    versions: tuple[int, ...]  # numbers, the oldest first


def changed(connection: Connection, now: datetime) -> list[Changed]:
    """Return practices that changed since people heard of it, and lately not any more."""
    lately = sa.select(practice_versions.c.practice_id).where(
        sa.or_(
            practice_versions.c.replaced_at > now - SETTLES, practice_versions.c.announced_at > now - AGAIN
        )
    )
    unheard = practice_versions.c.announced_at.is_(None)
    waiting = sa.and_(unheard, practice_versions.c.practice_id.not_in(lately))
    which = sa.select(practice_versions.c.practice_id).where(waiting).distinct().limit(AT_ONCE)
    some = connection.execute(which).scalars().all()
    rows = connection.execute(
        sa.select(practice_versions)
        .where(waiting, practice_versions.c.practice_id.in_(some))
        .order_by(practice_versions.c.id)
    ).all()
    now_there = {
        row.id: row
        for row in connection.execute(
            sa.select(practices).where(practices.c.id.in_({row.practice_id for row in rows}))
        )
    }
    found = []
    for number, practice in now_there.items():
        versions = [row for row in rows if row.practice_id == number]
        found.append(
            Changed(
                number,
                practice.organisation_id,
                practice.public_id,
                practice.author_id,
                practice.state == PracticeState.published.value,
                parts_in(versions[0]),
                parts_in(practice),
                tuple(row.id for row in versions),
            )
        )
    return found


def mark_announced(connection: Connection, versions: Sequence[int], now: datetime) -> None:
    """Note that people heard of these changes, or need not."""
    connection.execute(
        sa.update(practice_versions).where(practice_versions.c.id.in_(versions)).values(announced_at=now)
    )


def who_does(connection: Connection, practice_id: int) -> list[int]:
    """Return who told that it worked, also partly, or plans to try it; who wants nothing sent is left out."""
    did = sa.select(trials.c.member_id).where(
        trials.c.practice_id == practice_id, trials.c.outcome.in_(_DONE)
    )
    plan = sa.select(pledges.c.member_id).where(
        pledges.c.practice_id == practice_id, pledges.c.state.in_(_PLANNED)
    )
    rows = connection.execute(
        sa.select(members.c.id)
        .where(members.c.id.in_(sa.union(did, plan)), members.c.rhythm != "nothing")
        .order_by(members.c.id)
    )
    return list(rows.scalars())
