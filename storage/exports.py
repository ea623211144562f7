"""What leaves an organisation in a file, and what an import compares with. For operators: no viewer asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.practices import WORDS, Attribution, Parts, PracticeState, Visibility
from domain.trials import NOTHING_TOLD, Told
from storage.database import Connection
from storage.practices import parts_in, themes_of, told_in
from storage.tables import employers, members, practices, teams

BATCH = 500


@dataclass(frozen=True)
class Exported:
    """A practice as it leaves: its maker named as they chose, and never who voted."""

    public_id: str
    parts: Parts
    language: str
    themes: tuple[str, ...]
    visibility: Visibility
    team: str
    employer: str
    illustrative: bool
    state: PracticeState
    useful: int
    shared_at: datetime
    author_name: str
    author_job: str
    told: Told = NOTHING_TOLD


_EVERY = (
    sa.select(
        practices,
        members.c.name.label("author_name"),
        members.c.job.label("author_job"),
        teams.c.name.label("team"),
        employers.c.name.label("employer"),
    )
    .outerjoin(members, members.c.id == practices.c.author_id)
    .outerjoin(teams, teams.c.id == practices.c.team_id)
    .outerjoin(employers, employers.c.id == practices.c.employer_id)
    .order_by(practices.c.id)
    .limit(BATCH)
)


def every(connection: Connection, organisation_id: int, *, hidden: bool = False) -> Iterator[Exported]:
    """Yield the practices on show, oldest first, and the hidden ones when asked for.

    What its maker took back stays back.
    """
    states = [PracticeState.published.value, *([PracticeState.hidden.value] if hidden else [])]
    query = _EVERY.where(practices.c.organisation_id == organisation_id, practices.c.state.in_(states))
    after = 0
    while rows := connection.execute(query.where(practices.c.id > after)).all():
        themes = themes_of(connection, [row.id for row in rows])
        for row in rows:
            yield _exported(row, themes.get(row.id, ()))
        after = rows[-1].id


def _exported(row: Any, themes: tuple[str, ...]) -> Exported:
    attribution = Attribution(row.attribution)
    return Exported(
        public_id=row.public_id,
        parts=parts_in(row),
        language=row.language,
        themes=themes,
        visibility=Visibility(row.visibility),
        team=row.team or "",
        employer=row.employer or "",
        illustrative=row.illustrative,
        state=PracticeState(row.state),
        useful=row.useful,
        shared_at=row.shared_at,
        author_name=(row.author_name or "") if attribution is Attribution.name else "",
        author_job=(row.author_job or "") if attribution is not Attribution.nobody else "",
        told=told_in(row.told),
    )


def count(connection: Connection, organisation_id: int) -> int:
    """Count the practices on show."""
    query = sa.select(sa.func.count()).where(
        practices.c.organisation_id == organisation_id, practices.c.state == PracticeState.published.value
    )
    return int(connection.execute(query).scalar_one())


def texts(connection: Connection, organisation_id: int) -> Iterator[tuple[str, Parts]]:
    """Yield the public name and the own words of every practice, whatever its state."""
    columns = [practices.c[name] for name in WORDS]
    query = sa.select(practices.c.public_id, *columns).where(practices.c.organisation_id == organisation_id)
    for row in connection.execute(query):
        yield row.public_id, parts_in(row)


def titles(connection: Connection, organisation_id: int, ids: Sequence[int]) -> dict[int, str]:
    """Return the titles of these practices of one organisation."""
    query = sa.select(practices.c.id, practices.c.title).where(
        practices.c.organisation_id == organisation_id, practices.c.id.in_(ids)
    )
    return {row.id: row.title for row in connection.execute(query)}
