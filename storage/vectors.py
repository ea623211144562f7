"""Vectors of practices, as an optional service made them from their words; one per language and model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from domain.matching import Scope
from domain.practices import PracticeState
from storage import search
from storage.database import Connection
from storage.tables import practice_vectors, practices


@dataclass(frozen=True)
class Placed:
    """The vectors of a practice that is on show, and who may see it."""

    practice_id: int
    scope: Scope
    vectors: tuple[bytes, ...]


@dataclass(frozen=True)
class Wanted:
    """The words of a practice that has no vectors yet, by language, and when they last changed."""

    practice_id: int
    organisation_id: int
    changed_at: datetime
    words: Mapping[str, str]


_SHOWN = practices.c.state == PracticeState.published.value


def placed(connection: Connection, model: str, ids: Sequence[int] | None = None) -> Iterator[Placed]:
    """Yield the vectors of this model, of every practice on show or of these few."""
    query = (
        sa.select(
            practices.c.id,
            practices.c.organisation_id,
            practices.c.employer_id,
            practices.c.team_id,
            practice_vectors.c.vector,
        )
        .join(practice_vectors, practice_vectors.c.practice_id == practices.c.id)
        .where(practice_vectors.c.model == model, _SHOWN)
        .order_by(practices.c.id, practice_vectors.c.language)
    )
    if ids is not None:
        query = query.where(practices.c.id.in_(ids))
    held: Placed | None = None
    for row in connection.execute(query):
        if held is not None and held.practice_id == row.id:
            held = Placed(held.practice_id, held.scope, (*held.vectors, row.vector))
            continue
        if held is not None:
            yield held
        held = Placed(row.id, Scope(row.organisation_id, row.employer_id, row.team_id), (row.vector,))
    if held is not None:
        yield held


def missing(connection: Connection, model: str, ids: Sequence[int] | None = None) -> list[int]:
    """Return the practices on show without vectors of this model, among all or among these."""
    has = sa.exists().where(
        practice_vectors.c.practice_id == practices.c.id, practice_vectors.c.model == model
    )
    query = sa.select(practices.c.id).where(_SHOWN, ~has).order_by(practices.c.id)
    if ids is not None:
        query = query.where(practices.c.id.in_(ids))
    return list(connection.execute(query).scalars())


def wanted(connection: Connection, practice_id: int) -> Wanted | None:
    """Return what a practice says in each language; None when it is gone."""
    row = connection.execute(
        sa.select(practices.c.organisation_id, practices.c.changed_at, practices.c.language).where(
            practices.c.id == practice_id
        )
    ).first()
    if row is None:
        return None
    words = {
        language: "\n".join(filter(None, (one.title, one.situation, one.approach, one.result)))
        for language, one in search.in_languages(connection, practice_id).items()
    }
    return Wanted(practice_id, row.organisation_id, row.changed_at, words)


def store(
    connection: Connection, wanted: Wanted, model: str, vectors: Mapping[str, bytes], now: datetime
) -> bool:
    """Store the vectors of a practice and tell every process; False when its words changed meanwhile."""
    same = sa.and_(practices.c.id == wanted.practice_id, practices.c.changed_at == wanted.changed_at)
    if connection.execute(sa.select(practices.c.id).where(same).with_for_update()).first() is None:
        return False
    forget(connection, wanted.practice_id)
    connection.execute(
        sa.insert(practice_vectors),
        [
            {
                "practice_id": wanted.practice_id,
                "language": language,
                "organisation_id": wanted.organisation_id,
                "model": model,
                "vector": vector,
                "at": now,
            }
            for language, vector in vectors.items()
        ],
    )
    search.log(connection, wanted.organisation_id, wanted.practice_id, now)
    return True


def forget(connection: Connection, practice_id: int) -> None:
    """Remove the vectors of a practice whose words are about to change."""
    connection.execute(sa.delete(practice_vectors).where(practice_vectors.c.practice_id == practice_id))
