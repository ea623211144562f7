"""Trials: what members told of trying a practice, and what a practice knows of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.peers.evidence import Outcome
from domain.people import Member
from domain.practices import Practice, PracticeState
from domain.trials import Degree, Obstacle, Side, Told, Trial, heard_once, told_of, trials_of_gone
from storage import contexts
from storage.database import Connection, insert_into, new_public_id
from storage.practices import hold, revalue
from storage.tables import employers, members, practices, trials

_TOLD = (
    sa.select(
        trials,
        members.c.name.label("member_name"),
        *contexts.COLUMNS,
    )
    .join(members, members.c.id == trials.c.member_id)
    .outerjoin(employers, employers.c.id == members.c.employer_id)
)


def _trial(row: sa.Row[Any]) -> Trial:
    return Trial(
        public_id=row.public_id,
        practice_id=row.practice_id,
        member_id=row.member_id,
        outcome=Outcome(row.outcome),
        line=row.line,
        named=row.named,
        obstacle=Obstacle(row.obstacle) if row.obstacle else None,
        name=row.member_name,
        at=row.at,
        context=contexts.of_row(row),
        sides={side: Degree(given) for side in Side if (given := getattr(row, side.value))},
    )


def tell(connection: Connection, practice: Practice, member: Member, outcome: Outcome, now: datetime) -> bool:
    """Keep what came of trying; False when the same was told before. A new outcome has no line yet."""
    hold(connection, practice.id)
    before = of(connection, practice.id, member.id)
    if before is not None and before.outcome is outcome:
        return False
    told = {"outcome": outcome.value, "line": "", "named": False, "obstacle": None, "at": now}
    connection.execute(
        insert_into(connection, trials)
        .values(
            public_id=new_public_id(),
            organisation_id=member.organisation_id,
            practice_id=practice.id,
            member_id=member.id,
            **told,
        )
        .on_conflict_do_update(index_elements=[trials.c.practice_id, trials.c.member_id], set_=told)
    )
    connection.execute(sa.update(practices).where(practices.c.id == practice.id).values(quiet_since=now))
    recount(connection, practice.id)
    return True


def of(connection: Connection, practice_id: int, member_id: int) -> Trial | None:
    """Return what this member told of this practice last."""
    row = connection.execute(
        _TOLD.where(trials.c.practice_id == practice_id, trials.c.member_id == member_id)
    ).first()
    return _trial(row) if row else None


def add_line(
    connection: Connection,
    practice_id: int,
    member_id: int,
    *,
    line: str,
    named: bool,
    obstacle: Obstacle | None,
) -> None:
    """Put a sentence for the next colleague with what was told."""
    hold(connection, practice_id)
    _change(
        connection,
        practice_id,
        member_id,
        line=line,
        named=named,
        obstacle=obstacle.value if obstacle else None,
    )
    recount(connection, practice_id)


def set_side(connection: Connection, practice_id: int, member_id: int, side: Side, degree: Degree) -> None:
    """Keep what a member says of one side of a success."""
    hold(connection, practice_id)
    _change(connection, practice_id, member_id, **{side.value: degree.value})
    recount(connection, practice_id)


def _change(connection: Connection, practice_id: int, member_id: int, **values: Any) -> None:
    connection.execute(
        sa.update(trials)
        .where(trials.c.practice_id == practice_id, trials.c.member_id == member_id)
        .values(**values)
    )


def withdraw(connection: Connection, practice_id: int, member_id: int) -> None:
    """Take back what was told: nothing of it is kept."""
    hold(connection, practice_id)
    connection.execute(
        sa.delete(trials).where(trials.c.practice_id == practice_id, trials.c.member_id == member_id)
    )
    recount(connection, practice_id)


def lines(connection: Connection, practice: Practice, *, most: int, skip: int = 0) -> list[Trial]:
    """Return what was told with a sentence, newest first; ask only for a practice one may see."""
    rows = connection.execute(
        _TOLD.where(trials.c.practice_id == practice.id, trials.c.line != "")
        .order_by(trials.c.at.desc(), trials.c.id.desc())
        .limit(most)
        .offset(skip)
    )
    return [_trial(row) for row in rows]


def of_member(connection: Connection, member: Member) -> list[tuple[str, Trial]]:
    """Return what a member told, with the title of each practice on show, newest first."""
    rows = connection.execute(
        _TOLD.add_columns(practices.c.title)
        .join(practices, practices.c.id == trials.c.practice_id)
        .where(trials.c.member_id == member.id, practices.c.state == PracticeState.published.value)
        .order_by(trials.c.at.desc(), trials.c.id.desc())
    )
    return [(row.title, _trial(row)) for row in rows]


def recount(connection: Connection, practice_id: int) -> None:
    """Count again what was told of one practice, so that reading a card reads one row."""
    rows: Iterable[sa.Row[Any]] = connection.execute(_TOLD.where(trials.c.practice_id == practice_id))
    gone = connection.execute(sa.select(practices.c.gone_told).where(practices.c.id == practice_id)).scalar()
    found = [*map(_trial, rows), *trials_of_gone(gone)]
    told = told_of(found)
    revalue(connection, practice_id, told=_stored(told) if found else None)


def _stored(told: Told) -> dict[str, Any]:
    return {**asdict(told), "last_at": told.last_at.isoformat() if told.last_at else None}


def heard_names(connection: Connection, member_id: int) -> list[str]:
    """Return the names under which makers hear what a member told, said already or not."""
    rows = connection.execute(
        sa.select(trials.c.public_id, trials.c.outcome).where(trials.c.member_id == member_id)
    )
    return [heard_once(row.public_id, Outcome(row.outcome)) for row in rows]
