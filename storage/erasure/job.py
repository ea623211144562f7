"""An erasure as a row: what it needs to go on after a stop, and its steps, each a few rows at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.erasure import without_name
from domain.matching import Analysis, Document
from domain.practices import WORDS, Attribution
from storage import departed, search
from storage.database import Connection
from storage.deliveries.outcomes import UNFINISHED
from storage.erasure.traces import ELSEWHERE, sign_off, take_out
from storage.moderation import part_all
from storage.tables import (
    deliveries,
    erasures,
    members,
    metadata,
    practice_translations,
    practice_vectors,
    practice_versions,
    practices,
    questions,
    trials,
    votes,
)


@dataclass(frozen=True)
class Tools:
    """What the steps need of the floors above: to analyse a practice, and to unlearn.

    `unlearn` goes over up to `most` practices after a number: (connection, organisation, member, after, most,
    now); it returns how far it is, or None when nothing was left.
    """

    analyse: Callable[[Document], Analysis]
    unlearn: Callable[[Connection, int, int, int, int, datetime], int | None]


@dataclass(frozen=True)
class Subject:
    """Who is being erased, as far as the steps need to know."""

    name: str
    public_id: str
    addresses: tuple[tuple[str, str], ...]
    marks: tuple[str, ...] | None  # None until they were made


@dataclass(frozen=True)
class Erasure:
    """One erasure as it stands."""

    id: int
    organisation_id: int
    member_id: int
    keep_practices: bool
    subject: Subject
    noted: bool
    step: int
    after: int
    asked_at: datetime


def open_erasures(connection: Connection) -> list[Erasure]:
    """Return who is still being erased, the oldest first."""
    query = sa.select(erasures).where(sa.not_(erasures.c.done)).order_by(erasures.c.id)
    return [_erasure(row) for row in connection.execute(query)]


def begin_at_the_first_step(connection: Connection) -> None:
    """Let erasures that a stop cut off begin anew: there may be other steps, and what is done is quick."""
    connection.execute(sa.update(erasures).where(sa.not_(erasures.c.done)).values(step=0, after=0))


def are_done(connection: Connection) -> list[int]:
    """Return the erasures of which the rows are gone and the files are still to be written anew."""
    return list(connection.execute(sa.select(erasures.c.id).where(erasures.c.done)).scalars())


def close(connection: Connection, done: Sequence[int]) -> None:
    """Forget erasures of which nothing is left in the files either."""
    connection.execute(sa.delete(erasures).where(erasures.c.id.in_(done)))


def note_marks(connection: Connection, erasure: Erasure, marks: Sequence[str]) -> None:
    """Keep by which hashes the texts are known, and that the list beside the database has this erasure."""
    subject = {**_packed(erasure.subject), "marks": list(marks)}
    connection.execute(
        sa.update(erasures).where(erasures.c.id == erasure.id).values(subject=subject, noted=True)
    )


def advance(connection: Connection, erasure_id: int, tools: Tools, most: int, now: datetime) -> int | None:
    """Do the next `most` rows of an erasure; return its step, None when it is over or another's."""
    row = connection.execute(
        sa.select(erasures)
        .where(erasures.c.id == erasure_id, sa.not_(erasures.c.done))
        .with_for_update(skip_locked=True)
    ).first()
    if row is None:
        return None
    erasure = _erasure(row)
    if erasure.step >= len(_STEPS):
        _finish(connection, erasure)
        return None
    after = _STEPS[erasure.step](connection, erasure, tools, most, now)
    moved = {"after": after} if after is not None else {"after": 0, "step": erasure.step + 1}
    connection.execute(sa.update(erasures).where(erasures.c.id == erasure.id).values(**moved))
    return erasure.step


# --- steps: each returns how far it is, or None when it is done ----------------------------------------

_Step = Callable[[Connection, Erasure, Tools, int, datetime], "int | None"]


def _unlearn(connection: Connection, erasure: Erasure, tools: Tools, most: int, now: datetime) -> int | None:
    some = max(1, most // 10)
    return tools.unlearn(connection, erasure.organisation_id, erasure.member_id, erasure.after, some, now)


def _sign_off(connection: Connection, erasure: Erasure, _tools: Tools, _most: int, _now: datetime) -> None:
    sign_off(connection, erasure.member_id, erasure.subject.name)


def _practices(
    connection: Connection, erasure: Erasure, tools: Tools, most: int, now: datetime
) -> int | None:
    """Let what was shared stay without a name in it, or go."""
    # One practice takes many rows of others along, so there are fewer of them in one step.
    some = max(1, most // 10)
    rows = connection.execute(
        sa.select(practices)
        .where(practices.c.author_id == erasure.member_id)
        .order_by(practices.c.id)
        .limit(some)
    ).all()
    numbers = [row.id for row in rows]
    if erasure.keep_practices:
        connection.execute(sa.delete(practice_versions).where(practice_versions.c.practice_id.in_(numbers)))
        for row in rows:
            if _unname(connection, row, erasure.subject.name):
                search.analyse_again(connection, erasure.organisation_id, row.id, tools.analyse, now)
        changed = numbers
    else:
        # What others made and what gave way to one of these is not theirs to take along.
        changed = [*part_all(connection, numbers), *numbers]
        connection.execute(sa.delete(practices).where(practices.c.id.in_(numbers)))
    for number in changed:
        search.log(connection, erasure.organisation_id, number, now)
    return 1 if len(rows) == some else None


def _unname(connection: Connection, row: sa.Row[Any], name: str) -> bool:
    """Leave a practice to nobody, without the name in its words either; True when it was there."""
    connection.execute(
        sa.update(practices)
        .where(practices.c.id == row.id)
        .values(author_id=None, attribution=Attribution.nobody.value)
    )
    found = _take_name(connection, practices, row, name, practices.c.id == row.id)
    of_this = practice_translations.c.practice_id == row.id
    for other in connection.execute(sa.select(practice_translations).where(of_this)).all():
        this = sa.and_(of_this, practice_translations.c.language == other.language)
        found = _take_name(connection, practice_translations, other, name, this) or found
    if found:
        connection.execute(sa.delete(practice_vectors).where(practice_vectors.c.practice_id == row.id))
    return found


def _take_name(
    connection: Connection, table: sa.Table, row: sa.Row[Any], name: str, this: sa.ColumnElement[bool]
) -> bool:
    before = {word: getattr(row, word) for word in WORDS}
    after = {word: without_name(text, name) for word, text in before.items()}
    if after == before:
        return False
    connection.execute(sa.update(table).where(this).values(**after))
    return True


def _told(connection: Connection, erasure: Erasure, _tools: Tools, most: int, _now: datetime) -> int | None:
    some = max(1, most // 5)
    return 1 if departed.count_trials(connection, erasure.member_id, some) == some else None


def _voted(connection: Connection, erasure: Erasure, _tools: Tools, most: int, _now: datetime) -> int | None:
    return 1 if departed.count_votes(connection, erasure.member_id, most) == most else None


def _rows_of(table: sa.Table, column: sa.Column[Any], *, away: bool) -> _Step:
    """Return the step that removes the rows that name a member in this column, or the name from them."""

    def step(
        connection: Connection, erasure: Erasure, _tools: Tools, most: int, _now: datetime
    ) -> int | None:
        key = list(table.primary_key.columns)
        some = sa.select(*key).where(column == erasure.member_id).limit(most)
        these = (sa.tuple_(*key) if len(key) > 1 else key[0]).in_(some)
        statement: Any = sa.delete(table) if away else sa.update(table).values({column.name: None})
        found = connection.execute(statement.where(column == erasure.member_id, these).returning(*key)).all()
        return 1 if len(found) == most else None

    return step


def _rows() -> tuple[_Step, ...]:
    """Return a step for every other column that names a member, whatever capability it is of."""
    special = {votes, trials, practices}
    return tuple(
        # A question is somebody's own words; what else outlives them says nothing of them without the name.
        _rows_of(table, column, away=key.ondelete == "CASCADE" or table is questions)
        for table in reversed(metadata.sorted_tables)
        if table not in special
        for column in table.c
        for key in column.foreign_keys
        if key.column is members.c.id
    )


def _member(connection: Connection, erasure: Erasure, _tools: Tools, _most: int, _now: datetime) -> None:
    connection.execute(sa.delete(members).where(members.c.id == erasure.member_id))


def _elsewhere(table: sa.Table, columns: Sequence[str]) -> _Step:
    def step(
        connection: Connection, erasure: Erasure, _tools: Tools, most: int, _now: datetime
    ) -> int | None:
        return take_out(
            connection,
            table,
            columns,
            erasure.organisation_id,
            marks=frozenset(erasure.subject.marks or ()),
            name=erasure.subject.name,
            after=erasure.after,
            most=most,
        )

    return step


# What others have on screen comes last: by then nothing can quote this person any more.
_STEPS: tuple[_Step, ...] = (
    _unlearn,
    _sign_off,
    _practices,
    _told,
    _voted,
    *_rows(),
    _member,
    *(_elsewhere(*one) for one in ELSEWHERE),
)


def _finish(connection: Connection, erasure: Erasure) -> None:
    """Forget what was said to the addresses as well, once it is out, and then whom it was about."""
    theirs = [
        sa.and_(deliveries.c.channel == channel, deliveries.c.address == address)
        for channel, address in erasure.subject.addresses
    ]
    if theirs:
        to_nobody = sa.and_(deliveries.c.member_id.is_(None), sa.or_(*theirs))
        under_way = sa.select(deliveries.c.id).where(to_nobody, deliveries.c.state.in_(UNFINISHED))
        connection.execute(sa.delete(deliveries).where(to_nobody, deliveries.c.state.not_in(UNFINISHED)))
        if connection.execute(under_way.limit(1)).first() is not None:
            return
    connection.execute(
        sa.update(erasures)
        .where(erasures.c.id == erasure.id)
        # The number of the row, so that nothing says which member it was.
        .values(done=True, subject={}, member_id=-erasure.id)
    )


def _erasure(row: sa.Row[Any]) -> Erasure:
    known = row.subject
    marks = None if known["marks"] is None else tuple(known["marks"])
    subject = Subject(
        known["name"], known["public_id"], tuple((one[0], one[1]) for one in known["addresses"]), marks
    )
    return Erasure(
        row.id,
        row.organisation_id,
        row.member_id,
        row.keep_practices,
        subject,
        row.noted,
        row.step,
        row.after,
        row.asked_at,
    )


def _packed(subject: Subject) -> dict[str, Any]:
    return {
        "name": subject.name,
        "public_id": subject.public_id,
        "addresses": [list(one) for one in subject.addresses],
    }
