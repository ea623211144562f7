"""What the matching index reads: analysed practices, and the log of what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.matching import ANALYSER_VERSION, Analysis, Document, Scope, pack, unpack
from domain.practices import WORDS, PracticeState
from storage.aliases import of_practice, pulls_of
from storage.database import Connection, insert_into
from storage.tables import (
    index_log,
    index_readers,
    practice_analyses,
    practice_themes,
    practice_translations,
    practices,
)

LOCK = 7_205_312  # any number, as long as every process uses the same one, and for nothing else


@dataclass(frozen=True)
class Change:
    """What the index has to look at again: a practice, or (None) the synonyms of an organisation."""

    number: int
    organisation_id: int
    practice_id: int | None


@dataclass(frozen=True)
class Entry:
    """One practice as the index knows it; without analyses it is not to be found (any more)."""

    practice_id: int
    scope: Scope
    analyses: tuple[Analysis, ...]


def documents(connection: Connection, practice_id: int) -> list[Document]:
    """Return a practice's words per language, its own first, each with its aliases in that language."""
    rows = in_languages(connection, practice_id)
    if not rows:
        return []
    own = next(iter(rows))
    themes = tuple(
        connection.execute(
            sa.select(practice_themes.c.theme).where(practice_themes.c.practice_id == practice_id)
        ).scalars()
    )
    asked: dict[str, list[str]] = {language: [] for language in rows}
    for language, words in of_practice(connection, practice_id):
        asked[language if language in asked else own].append(words)
    pulls = tuple(pulls_of(connection, practice_id))
    return [
        Document(
            str(practice_id),
            **{name: getattr(row, name) for name in WORDS},
            themes=themes,
            aliases=tuple(asked[language]),
            pulls=pulls,
        )
        for language, row in rows.items()
    ]


def in_languages(connection: Connection, practice_id: int) -> dict[str, sa.Row[Any]]:
    """Return a practice's words per language, its own first; nothing when it is gone."""
    own = connection.execute(sa.select(practices).where(practices.c.id == practice_id)).first()
    if own is None:
        return {}
    others = connection.execute(
        sa.select(practice_translations).where(practice_translations.c.practice_id == practice_id)
    )
    return {row.language: row for row in (own, *others)}


def analyse_again(
    connection: Connection,
    organisation_id: int,
    practice_id: int,
    analyse: Callable[[Document], Analysis],
    now: datetime,
) -> None:
    """Analyse a practice whose words are new, store that, and log the change for every process to read.

    Of one that is gone by now only the change is logged.
    """
    analyses = [analyse(one) for one in documents(connection, practice_id)]
    if analyses:
        store(connection, organisation_id, practice_id, analyses, now)
    else:
        log(connection, organisation_id, practice_id, now)


def store(
    connection: Connection,
    organisation_id: int,
    practice_id: int,
    analyses: Sequence[Analysis],
    now: datetime,
) -> None:
    """Store what the matcher made of a practice, and log that it changed, for every process to read."""
    connection.execute(sa.delete(practice_analyses).where(practice_analyses.c.practice_id == practice_id))
    store_new(connection, organisation_id, {practice_id: analyses}, now)


def store_new(
    connection: Connection, organisation_id: int, analyses: Mapping[int, Sequence[Analysis]], now: datetime
) -> None:
    """Store in a few statements what the matcher made of practices that had no analyses yet, and log them."""
    if not analyses:
        return
    connection.execute(
        sa.insert(practice_analyses),
        [
            {
                "practice_id": practice_id,
                "organisation_id": organisation_id,
                "version": ANALYSER_VERSION,
                "analyses": pack(found),
            }
            for practice_id, found in analyses.items()
        ],
    )
    _log(connection, organisation_id, analyses, now)


def log(connection: Connection, organisation_id: int, practice_id: int, now: datetime) -> None:
    """Log that a practice changed in a way the index must know, such as being hidden."""
    _log(connection, organisation_id, [practice_id], now)


def log_synonyms(connection: Connection, organisation_id: int, now: datetime) -> None:
    """Log that the synonyms of an organisation changed, for every process to read."""
    _log(connection, organisation_id, [None], now)


def _log(connection: Connection, organisation_id: int, changed: Iterable[int | None], now: datetime) -> None:
    if connection.dialect.name == "postgresql":
        # Numbers are given out before the commit: who reads on from the highest would miss a lower one that
        # is committed later, and of an import hundreds. So whoever logs waits for who is logging already.
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
    rows = [{"organisation_id": organisation_id, "practice_id": one, "at": now} for one in changed]
    connection.execute(sa.insert(index_log), rows)


def newest_change(connection: Connection) -> int:
    """Return the number of the newest change, 0 when there is none."""
    return int(connection.execute(sa.select(sa.func.coalesce(sa.func.max(index_log.c.id), 0))).scalar_one())


def changes_after(connection: Connection, number: int, most: int = 5000) -> list[Change]:
    """Return the changes after `number`, oldest first."""
    rows = connection.execute(
        sa.select(index_log.c.id, index_log.c.organisation_id, index_log.c.practice_id)
        .where(index_log.c.id > number)
        .order_by(index_log.c.id)
        .limit(most)
    )
    return [Change(row.id, row.organisation_id, row.practice_id) for row in rows]


_ENTRIES = (
    sa.select(
        practices.c.id,
        practices.c.organisation_id,
        practices.c.state,
        practices.c.employer_id,
        practices.c.team_id,
        practice_analyses.c.version,
        practice_analyses.c.analyses,
    )
    .outerjoin(practice_analyses, practice_analyses.c.practice_id == practices.c.id)
    .order_by(practices.c.id)
)


def entries(connection: Connection, ids: Sequence[int] | None = None) -> Iterator[Entry]:
    """Yield what the index should hold: every published practice, or the state of these few."""
    if ids is None:
        query = _ENTRIES.where(practices.c.state == PracticeState.published.value)
    else:
        query = _ENTRIES.where(practices.c.id.in_(ids))
    for row in connection.execute(query):
        yield _entry(row)


def _entry(row: Any) -> Entry:
    shown = row.state == PracticeState.published.value and row.version == ANALYSER_VERSION
    analyses = unpack(row.analyses) if shown else ()
    return Entry(row.id, Scope(row.organisation_id, row.employer_id, row.team_id), analyses)


def outdated(connection: Connection, most: int = 200) -> list[tuple[int, int]]:
    """Return (organisation, practice) of practices an older matcher analysed, or none did."""
    query = (
        sa.select(practices.c.organisation_id, practices.c.id)
        .outerjoin(practice_analyses, practice_analyses.c.practice_id == practices.c.id)
        .where(sa.or_(practice_analyses.c.version.is_(None), practice_analyses.c.version != ANALYSER_VERSION))
        .limit(most)
    )
    return [(row.organisation_id, row.id) for row in connection.execute(query)]


def read_up_to(connection: Connection, reader: str) -> int:
    """Return how far `reader` has read the log, 0 when it never did."""
    query = sa.select(index_readers.c.number).where(index_readers.c.name == reader)
    return int(connection.execute(query).scalar() or 0)


def read_on(connection: Connection, reader: str, before: int, number: int) -> bool:
    """Note that `reader` has read up to `number`; False when another process did since `before` was read."""
    statement = insert_into(connection, index_readers).values(name=reader, number=number)
    moved = statement.on_conflict_do_update(
        index_elements=[index_readers.c.name],
        set_={"number": number},
        where=index_readers.c.number == before,
    ).returning(index_readers.c.name)
    return connection.execute(moved).first() is not None


def forget_old(connection: Connection, before: datetime) -> None:
    """Remove old changes; every process has read them long since."""
    connection.execute(sa.delete(index_log).where(index_log.c.at < before))
