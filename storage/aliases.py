"""Aliases: questions that a practice answered, by which it is found from now on. Nobody's name is on them.

Beside them stand the pulls: questions for which a practice should come sooner, or later, than it did.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from domain.learning import MOST_ALIASES, bounded
from domain.questions import bare
from storage.database import Connection, insert_into
from storage.tables import aliases, practices

_IS_NAME = aliases.c.confirmed > 0
_BEST = (aliases.c.confirmed.desc(), aliases.c.at.desc(), aliases.c.id.desc())


def of_practice(connection: Connection, practice_id: int) -> list[tuple[str, str]]:
    """Return (language, words) of the aliases of a practice, the most confirmed and newest first."""
    rows = connection.execute(
        sa.select(aliases.c.language, aliases.c.words)
        .where(aliases.c.practice_id == practice_id, _IS_NAME)
        .order_by(*_BEST)
        .limit(MOST_ALIASES)
    )
    return [(row.language, row.words) for row in rows]


def pulls_of(connection: Connection, practice_id: int) -> list[tuple[str, int]]:
    """Return the words that pull at a practice and by how many steps, in whatever language they are."""
    rows = connection.execute(
        sa.select(aliases.c.words, aliases.c.pull)
        .where(aliases.c.practice_id == practice_id, aliases.c.pull != 0)
        .order_by(*_BEST)
    )
    return [(row.words, row.pull) for row in rows]


def confirm(
    connection: Connection,
    organisation_id: int,
    practice_id: int,
    words: str,
    language: str,
    now: datetime,
) -> bool:
    """Count once more that a practice answered these words; True when it goes by them from now on."""
    _hold(connection, [practice_id])
    statement = insert_into(connection, aliases).values(
        practice_id=practice_id,
        organisation_id=organisation_id,
        words=words,
        bare=bare(words),
        language=language,
        confirmed=1,
        pull=0,
        at=now,
    )
    confirmed = connection.execute(
        statement.on_conflict_do_update(
            index_elements=[aliases.c.practice_id, aliases.c.bare],
            set_={"confirmed": aliases.c.confirmed + 1, "at": now},
        ).returning(aliases.c.confirmed)
    ).scalar_one()
    if confirmed > 1:
        return False
    _cut(connection, practice_id)
    return True


def doubt(connection: Connection, ids: Sequence[int], words: str) -> list[int]:
    """Count once less that these practices answered these words; return those that no longer go by them.

    What one of them answered before it was merged is looked for where it moved to.
    """
    if not ids:
        return []
    kept = _kept(connection, ids)
    _hold(connection, [*ids, *kept])
    moved = sa.and_(aliases.c.practice_id.in_(kept), aliases.c.moved_from_id.is_not(None))
    same = sa.and_(sa.or_(aliases.c.practice_id.in_(ids), moved), aliases.c.bare == bare(words), _IS_NAME)
    doubted = connection.execute(
        sa.update(aliases)
        .where(same)
        .values(confirmed=aliases.c.confirmed - 1)
        .returning(aliases.c.id, aliases.c.practice_id, aliases.c.confirmed)
    )
    gone = {row.id: row.practice_id for row in doubted if row.confirmed < 1}
    # What pushes a practice away stays, though it is no name of it.
    connection.execute(sa.delete(aliases).where(aliases.c.id.in_(gone), aliases.c.pull >= 0))
    return sorted(gone.values())


def pull(
    connection: Connection,
    organisation_id: int,
    steps: Mapping[int, int],
    words: str,
    language: str,
    now: datetime,
) -> list[int]:
    """Pull practices so many steps to these words, or away from them, as far as one question may.

    Return those that are pulled otherwise from now on.
    """
    steps = {practice_id: more for practice_id, more in steps.items() if more}
    if not steps:
        return []
    _hold(connection, list(steps))
    same = sa.and_(aliases.c.practice_id.in_(steps), aliases.c.bare == bare(words))
    query = sa.select(aliases.c.practice_id, aliases.c.pull).where(same)
    before = {row.practice_id: row.pull for row in connection.execute(query)}
    for practice_id, more in steps.items():
        statement = insert_into(connection, aliases).values(
            practice_id=practice_id,
            organisation_id=organisation_id,
            words=words,
            bare=bare(words),
            language=language,
            confirmed=0,
            pull=bounded(before.get(practice_id, 0) + more),
            at=now,
        )
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=[aliases.c.practice_id, aliases.c.bare], set_={"pull": statement.excluded.pull}
            )
        )
        _cut(connection, practice_id)
    connection.execute(sa.delete(aliases).where(same, ~_IS_NAME, aliases.c.pull >= 0))
    return sorted(steps)


def forget_unnamed(connection: Connection, organisation_id: int, words: str) -> list[int]:
    """Remove these words everywhere once no practice goes by them; return those that they pushed away.

    Whoever takes a question back takes it back from everywhere.
    """
    same = sa.and_(aliases.c.organisation_id == organisation_id, aliases.c.bare == bare(words))
    if connection.execute(sa.select(aliases.c.id).where(same, _IS_NAME).limit(1)).first():
        return []
    gone = sa.delete(aliases).where(same).returning(aliases.c.practice_id)
    return sorted(connection.execute(gone).scalars())


def forget(connection: Connection, practice_id: int) -> None:
    """Remove every alias of a practice."""
    connection.execute(sa.delete(aliases).where(aliases.c.practice_id == practice_id))


def _kept(connection: Connection, ids: Sequence[int]) -> list[int]:
    """Return what these practices were merged into, and what that was merged into, and so on."""
    found: list[int] = []
    while ids:
        query = sa.select(practices.c.merged_into_id).where(practices.c.id.in_(ids))
        merged = connection.execute(query.where(practices.c.merged_into_id.is_not(None))).scalars()
        ids = sorted(set(merged).difference(found))
        found.extend(ids)
    return found


def _hold(connection: Connection, ids: Sequence[int]) -> None:
    """Let others who teach these practices wait: each stores what it found, and would miss the other's."""
    query = sa.select(practices.c.id).where(practices.c.id.in_(ids)).order_by(practices.c.id)
    connection.execute(query.with_for_update(key_share=True))


def _cut(connection: Connection, practice_id: int) -> None:
    """Keep the most confirmed and newest, and remove what is beyond the most that are kept.

    Names and what is none are kept apart, so that neither drives out the other.
    """
    for kind in (_IS_NAME, ~_IS_NAME):
        mine = sa.and_(aliases.c.practice_id == practice_id, kind)
        kept = sa.select(aliases.c.id).where(mine).order_by(*_BEST).limit(MOST_ALIASES)
        connection.execute(sa.delete(aliases).where(mine, aliases.c.id.not_in(kept)))
