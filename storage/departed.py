"""What people who left thought and told: counts on the practice, and nothing that says whose they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any

import sqlalchemy as sa

from domain.peers.evidence import Outcome
from domain.practices import PracticeState
from domain.trials import of_gone, told_by_gone
from storage import trials as told
from storage.database import Connection
from storage.practices import weight_of
from storage.tables import practices, trials, votes


def count_votes(connection: Connection, member_id: int, most: int) -> int:
    """Let up to `most` votes of a member become part of a number; return how many."""
    rows = connection.execute(
        sa.select(votes.c.practice_id, votes.c.moved_from_id)
        .where(votes.c.member_id == member_id)
        .order_by(votes.c.practice_id)
        .limit(most)
    ).all()
    here = [row.practice_id for row in rows]
    counted = _standing(connection, [*here, *(row.moved_from_id for row in rows if row.moved_from_id)], rows)
    for row in rows:
        weight = weight_of(connection, row.practice_id, member_id)
        connection.execute(
            sa.update(practices)
            .where(practices.c.id.in_({row.practice_id, row.moved_from_id} & counted))
            .values(gone_useful=practices.c.gone_useful + 1, gone_weight=practices.c.gone_weight + weight)
        )
    connection.execute(sa.delete(votes).where(votes.c.member_id == member_id, votes.c.practice_id.in_(here)))
    return len(rows)


def count_trials(connection: Connection, member_id: int, most: int) -> int:
    """Let what up to `most` reports of a member say become part of a number, their words left out."""
    rows = connection.execute(
        sa.select(trials.c.practice_id, trials.c.moved_from_id, trials.c.outcome, trials.c.at)
        .where(trials.c.member_id == member_id)
        .order_by(trials.c.practice_id)
        .limit(most)
    ).all()
    here = [row.practice_id for row in rows]
    counted = _standing(connection, [*here, *(row.moved_from_id for row in rows if row.moved_from_id)], rows)
    connection.execute(
        sa.delete(trials).where(trials.c.member_id == member_id, trials.c.practice_id.in_(here))
    )
    for row in rows:
        for number in {row.practice_id, row.moved_from_id} & counted:
            before = connection.execute(
                sa.select(practices.c.gone_told).where(practices.c.id == number)
            ).scalar()
            after = told_by_gone(before, Outcome(row.outcome), row.at)
            connection.execute(sa.update(practices).where(practices.c.id == number).values(gone_told=after))
        told.recount(connection, row.practice_id)
    return len(rows)


def _standing(connection: Connection, numbers: Collection[int], rows: Iterable[Any]) -> set[int]:
    """Hold these practices, the lowest number first, and return on which of them it counts.

    What somebody said of a double and of what it gave way to stays at the double and is not counted.
    """
    found = connection.execute(
        sa.select(practices.c.id, practices.c.state)
        .where(practices.c.id.in_(numbers))
        .order_by(practices.c.id)
        .with_for_update(key_share=True)
    )
    merged = {row.id for row in found if row.state == PracticeState.merged.value}
    moved = {row.moved_from_id for row in rows}
    return {number for number in numbers if number not in merged or number in moved}


def move(connection: Connection, double_id: int, kept_id: int, *, back: bool = False) -> None:
    """Let the counts of a double count where it was merged into, or take them back from there."""
    found = {
        row.id: row
        for row in connection.execute(
            sa.select(
                practices.c.id, practices.c.gone_useful, practices.c.gone_weight, practices.c.gone_told
            ).where(practices.c.id.in_([double_id, kept_id]))
        )
    }
    double, kept = found[double_id], found[kept_id]
    if not double.gone_useful and not double.gone_told:
        return
    sign = -1 if back else 1
    theirs, ours = Counter(of_gone(double.gone_told)), Counter(of_gone(kept.gone_told))
    for outcome, count in theirs.items():
        ours[outcome] = max(0, ours[outcome] + sign * count)
    at = max(one["at"] for one in (double.gone_told, kept.gone_told) if one) if (+ours) else None
    connection.execute(
        sa.update(practices)
        .where(practices.c.id == kept_id)
        .values(
            gone_useful=max(0, kept.gone_useful + sign * double.gone_useful),
            gone_weight=max(0.0, kept.gone_weight + sign * double.gone_weight),
            gone_told={**{one.value: count for one, count in (+ours).items()}, "at": at} if at else None,
        )
    )
