"""Keep practices: what is shared, imported, changed, shown or withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.people import Member
from domain.practices import UNTRIED, WORDS, Attribution, Parts, Practice, PracticeState, Visibility
from storage.database import Connection, new_public_id
from storage.practices.seeing import parts_in
from storage.tables import (
    practice_themes,
    practice_translations,
    practice_vectors,
    practice_versions,
    practices,
)


@dataclass(frozen=True)
class NewPractice:
    """What is stored of a practice when it is shared or imported."""

    parts: Parts
    language: str
    themes: tuple[str, ...]
    attribution: Attribution
    visibility: Visibility
    author_id: int | None = None
    employer_id: int | None = None
    team_id: int | None = None
    illustrative: bool = False
    import_key: str | None = None
    translations: Mapping[str, Parts] | None = None
    parent_id: int | None = None


def _columns(parts: Parts) -> dict[str, str]:
    return {name: getattr(parts, name) for name in WORDS}


def add(connection: Connection, organisation_id: int, new: NewPractice, now: datetime) -> tuple[int, str]:
    """Store a practice; return its number and its public name. The index is told separately."""
    return add_many(connection, organisation_id, [new], now)[0]


def add_many(
    connection: Connection, organisation_id: int, new: Sequence[NewPractice], now: datetime
) -> list[tuple[int, str]]:
    """Store practices in a few statements; return the number and the public name of each, in order."""
    if not new:
        return []
    made = connection.execute(
        sa.insert(practices).returning(practices.c.id, practices.c.public_id, sort_by_parameter_order=True),
        [_row(organisation_id, one, now) for one in new],
    ).all()
    pairs = list(zip(made, new, strict=True))
    _add_themes(connection, organisation_id, {row.id: one.themes for row, one in pairs})
    translations = [
        {"practice_id": row.id, "organisation_id": organisation_id, "language": language, **_columns(parts)}
        for row, one in pairs
        for language, parts in (one.translations or {}).items()
    ]
    if translations:
        connection.execute(sa.insert(practice_translations), translations)
    return [(row.id, row.public_id) for row in made]


def _add_themes(connection: Connection, organisation_id: int, themes: Mapping[int, Sequence[str]]) -> None:
    rows = [
        {"practice_id": practice_id, "theme": theme, "organisation_id": organisation_id}
        for practice_id, several in themes.items()
        for theme in dict.fromkeys(several)
    ]
    if rows:
        connection.execute(sa.insert(practice_themes), rows)


def _row(organisation_id: int, new: NewPractice, now: datetime) -> dict[str, Any]:
    return {
        "public_id": new_public_id(),
        "organisation_id": organisation_id,
        "author_id": new.author_id,
        "language": new.language,
        **_columns(new.parts),
        "attribution": new.attribution.value,
        "visibility": new.visibility.value,
        "employer_id": new.employer_id if new.visibility is Visibility.employer else None,
        "team_id": new.team_id if new.visibility is Visibility.team else None,
        "state": PracticeState.published.value,
        "illustrative": new.illustrative,
        "import_key": new.import_key,
        "parent_id": new.parent_id,
        "worth": UNTRIED,
        "quiet_since": now,
        "shared_at": now,
        "changed_at": now,
    }


def import_keys(connection: Connection, organisation_id: int) -> set[str]:
    """Return what was imported before, so that the same file adds nothing the second time."""
    query = sa.select(practices.c.import_key).where(
        practices.c.organisation_id == organisation_id, practices.c.import_key.is_not(None)
    )
    return set(connection.execute(query).scalars())


def remove_imported(connection: Connection, organisation_id: int, prefix: str) -> list[int]:
    """Remove what was imported under keys that start with `prefix`; return the numbers."""
    statement = (
        sa.delete(practices)
        .where(
            practices.c.organisation_id == organisation_id,
            practices.c.import_key.startswith(prefix, autoescape=True),
        )
        .returning(practices.c.id)
    )
    return list(connection.execute(statement).scalars())


def rewrite(connection: Connection, practice: Practice, parts: Parts, now: datetime) -> None:
    """Put new words in place of the old ones, which are kept; translations of the old words go."""
    old = connection.execute(sa.select(practices).where(practices.c.id == practice.id)).one()
    connection.execute(
        sa.insert(practice_versions).values(
            practice_id=practice.id,
            organisation_id=practice.organisation_id,
            **_columns(parts_in(old)),
            replaced_at=now,
        )
    )
    connection.execute(
        sa.delete(practice_translations).where(practice_translations.c.practice_id == practice.id)
    )
    # A vector of the old words would find what is no longer said.
    connection.execute(sa.delete(practice_vectors).where(practice_vectors.c.practice_id == practice.id))
    connection.execute(
        sa.update(practices)
        .where(practices.c.id == practice.id)
        .values(**_columns(parts), changed_at=now, quiet_since=now)
    )


def set_state(connection: Connection, practice: Practice, state: PracticeState, now: datetime) -> None:
    """Show, hide or withdraw a practice."""
    connection.execute(
        sa.update(practices).where(practices.c.id == practice.id).values(state=state.value, changed_at=now)
    )


def set_themes(connection: Connection, practice: Practice, themes: Sequence[str], now: datetime) -> None:
    """Say what a practice is about."""
    connection.execute(sa.delete(practice_themes).where(practice_themes.c.practice_id == practice.id))
    _add_themes(connection, practice.organisation_id, {practice.id: themes})
    connection.execute(sa.update(practices).where(practices.c.id == practice.id).values(changed_at=now))


def attribute(connection: Connection, practice: Practice, attribution: Attribution, now: datetime) -> None:
    """Change how the maker is named on one practice."""
    connection.execute(
        sa.update(practices)
        .where(practices.c.id == practice.id)
        .values(attribution=attribution.value, changed_at=now)
    )


def show_to(
    connection: Connection, practice: Practice, visibility: Visibility, author: Member, now: datetime
) -> None:
    """Change who may read a practice: the team or employer its maker has now, or everyone."""
    connection.execute(
        sa.update(practices)
        .where(practices.c.id == practice.id)
        .values(
            visibility=visibility.value,
            employer_id=author.employer_id if visibility is Visibility.employer else None,
            team_id=author.team_id if visibility is Visibility.team else None,
            changed_at=now,
        )
    )


def set_attribution(connection: Connection, author_id: int, attribution: Attribution) -> None:
    """Change how a member is named on everything they shared."""
    connection.execute(
        sa.update(practices).where(practices.c.author_id == author_id).values(attribution=attribution.value)
    )
