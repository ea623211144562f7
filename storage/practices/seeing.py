"""Practices, as one viewer may see them. Nothing reads around `_visible`: it is the seal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.peers.evidence import Outcome, Status
from domain.people import MODERATORS, Member
from domain.portraits import PortraitState
from domain.practices import WORDS, Attribution, Parts, Practice, PracticeState, Visibility
from domain.trials import NOTHING_TOLD, PledgeState, Told, Weights
from storage import contexts
from storage.database import Connection
from storage.tables import (
    dismissals,
    employers,
    members,
    pledges,
    portraits,
    practice_themes,
    practice_translations,
    practices,
    trials,
    votes,
)

MOST_FAMILY = 8
MOST_MERGES = 8  # steps from a merged practice to the one that was kept in the end


# Made once: putting these together anew for every reader took longer than running them. Who reads is given
# as parameters, by `_as`.
_MEANT_FOR_THEM = sa.or_(
    practices.c.visibility == Visibility.organisation.value,
    sa.and_(
        practices.c.visibility == Visibility.employer.value,
        practices.c.employer_id == sa.bindparam("viewer_employer"),
    ),
    sa.and_(
        practices.c.visibility == Visibility.team.value, practices.c.team_id == sa.bindparam("viewer_team")
    ),
)
_THEIR_ORGANISATION = practices.c.organisation_id == sa.bindparam("viewer_organisation")


def _visible_to(*, moderator: bool) -> sa.ColumnElement[bool]:
    """Tell what somebody may read: on show, in the own organisation, and meant for them; or their own."""
    own = practices.c.author_id == sa.bindparam("viewer")
    on_show = sa.and_(practices.c.state == PracticeState.published.value, _MEANT_FOR_THEM)
    shown = sa.or_(on_show, sa.and_(own, practices.c.state != PracticeState.merged.value))
    if moderator:
        shown = sa.or_(shown, practices.c.state == PracticeState.hidden.value)
    return sa.and_(_THEIR_ORGANISATION, shown)


_VISIBLE = {moderator: _visible_to(moderator=moderator) for moderator in (False, True)}
_CHILD = practices.alias("child")
_JOINED = sa.select(
    practices,
    members.c.name.label("author_name"),
    *contexts.COLUMNS,
    sa.exists()
    .where(votes.c.practice_id == practices.c.id, votes.c.member_id == sa.bindparam("viewer"))
    .label("voted"),
    sa.exists()
    .where(dismissals.c.practice_id == practices.c.id, dismissals.c.member_id == sa.bindparam("viewer"))
    .label("dismissed"),
    sa.exists()
    .where(
        pledges.c.practice_id == practices.c.id,
        pledges.c.member_id == sa.bindparam("viewer"),
        pledges.c.state.in_([PledgeState.open.value, PledgeState.asked.value]),
    )
    .label("pledged"),
    sa.select(trials.c.outcome)
    .where(trials.c.practice_id == practices.c.id, trials.c.member_id == sa.bindparam("viewer"))
    .scalar_subquery()
    .label("own_outcome"),
    sa.or_(
        practices.c.parent_id.is_not(None),
        sa.exists().where(
            _CHILD.c.parent_id == practices.c.id, _CHILD.c.state == PracticeState.published.value
        ),
    ).label("has_family"),
    sa.and_(
        practices.c.attribution == Attribution.name.value,
        sa.exists().where(
            portraits.c.member_id == practices.c.author_id,
            portraits.c.named,
            portraits.c.state == PortraitState.published.value,
        ),
    ).label("portrayed"),
).select_from(
    practices.outerjoin(members, members.c.id == practices.c.author_id).outerjoin(
        employers, employers.c.id == members.c.employer_id
    )
)
_SEEN = {moderator: _JOINED.where(visible) for moderator, visible in _VISIBLE.items()}
_THIS = practices.c.public_id == sa.bindparam("practice")
_THESE = practices.c.id.in_(sa.bindparam("practices", expanding=True))
_BY_PUBLIC_ID = {moderator: seen.where(_THIS) for moderator, seen in _SEEN.items()}
_BY_IDS = {moderator: seen.where(_THESE) for moderator, seen in _SEEN.items()}
_HIDDEN = _JOINED.where(
    _THEIR_ORGANISATION, _THIS, practices.c.state == PracticeState.hidden.value, _MEANT_FOR_THEM
)


def _visible(viewer: Member) -> sa.ColumnElement[bool]:
    return _VISIBLE[viewer.role in MODERATORS]


def _seen_by(viewer: Member) -> sa.Select[Any]:
    return _SEEN[viewer.role in MODERATORS]


def _as(viewer: Member) -> dict[str, Any]:
    return {
        "viewer": viewer.id,
        "viewer_organisation": viewer.organisation_id,
        "viewer_employer": viewer.employer_id,
        "viewer_team": viewer.team_id,
    }


def by_public_id(connection: Connection, viewer: Member, public_id: str) -> Practice | None:
    """Return the practice of that name when `viewer` may see it; absent and not yours look the same.

    One that was merged is answered by the one that was kept.
    """
    query = _BY_PUBLIC_ID[viewer.role in MODERATORS]
    for _ in range(MOST_MERGES):
        found = next(iter(_practices(connection, viewer, query, practice=public_id)), None)
        kept = None if found else _kept_instead(connection, viewer, public_id)
        if kept is None:
            return found
        public_id = kept
    return None


def to_report(connection: Connection, viewer: Member, public_id: str) -> Practice | None:
    """Return a practice `viewer` may report: one they may see, or could until somebody else reported it.

    Only for writing the report down; what is hidden is not shown by it.
    """
    found = by_public_id(connection, viewer, public_id)
    if found is not None:
        return found
    return next(iter(_practices(connection, viewer, _HIDDEN, practice=public_id)), None)


def _kept_instead(connection: Connection, viewer: Member, public_id: str) -> str | None:
    """Return the practice that one was merged into, so that old cards and links lead to it."""
    kept = practices.alias()
    found: str | None = connection.execute(
        sa.select(kept.c.public_id)
        .join(practices, practices.c.merged_into_id == kept.c.id)
        .where(
            practices.c.organisation_id == viewer.organisation_id,
            practices.c.public_id == public_id,
            practices.c.state == PracticeState.merged.value,
        )
    ).scalar()
    return found


def by_ids(connection: Connection, viewer: Member, ids: Sequence[int]) -> list[Practice]:
    """Return the practices of these numbers that `viewer` may see, in the order of `ids`."""
    if not ids:
        return []
    query = _BY_IDS[viewer.role in MODERATORS]
    found = {one.id: one for one in _practices(connection, viewer, query, practices=ids)}
    return [found[number] for number in ids if number in found]


def on_show(
    connection: Connection,
    viewer: Member,
    *,
    theme: str | None = None,
    order: str = "newest",
    most: int = 5,
    skip: int = 0,
) -> list[Practice]:
    """Return published practices for browsing, perhaps of one theme: "newest", or most "useful" first.

    Useful is what helped whoever tried it, and was voted so.

    An example that was made up is no evidence, so it comes after everything that happened when the useful
    come first.
    """
    query = _seen_by(viewer).where(practices.c.state == PracticeState.published.value)
    if theme is not None:
        about = sa.and_(practice_themes.c.practice_id == practices.c.id, practice_themes.c.theme == theme)
        query = query.where(sa.exists().where(about))
    newest = (practices.c.shared_at.desc(), practices.c.id.desc())
    useful = (practices.c.illustrative, practices.c.worth.desc())
    query = query.order_by(*useful, *newest) if order == "useful" else query.order_by(*newest)
    return _practices(connection, viewer, query.limit(most).offset(skip))


def count_by_theme(connection: Connection, viewer: Member) -> dict[str, int]:
    """Count what is on show for `viewer` per theme; a theme without practices is left out."""
    query = (
        sa.select(practice_themes.c.theme, sa.func.count())
        .join(practices, practices.c.id == practice_themes.c.practice_id)
        .where(_visible(viewer), practices.c.state == PracticeState.published.value)
        .group_by(practice_themes.c.theme)
    )
    return dict(connection.execute(query, _as(viewer)).all())


def by_author(
    connection: Connection, author: Member, *, most: int | None = None, skip: int = 0
) -> list[Practice]:
    """Return what a member shared, newest first, hidden and withdrawn ones included."""
    query = (
        _seen_by(author)
        .where(practices.c.author_id == author.id)
        .order_by(practices.c.shared_at.desc(), practices.c.id.desc())
    )
    return _practices(connection, author, query.limit(most).offset(skip) if most else query)


def signed_by(connection: Connection, viewer: Member, author_id: int, *, most: int) -> list[Practice]:
    """Return what somebody shared with their name on it, as far as `viewer` may see it, newest first."""
    query = (
        _seen_by(viewer)
        .where(
            practices.c.author_id == author_id,
            practices.c.attribution == Attribution.name.value,
            practices.c.state == PracticeState.published.value,
        )
        .order_by(practices.c.shared_at.desc(), practices.c.id.desc())
        .limit(most)
    )
    return _practices(connection, viewer, query)


def family_of(connection: Connection, viewer: Member, practice: Practice) -> list[Practice]:
    """Return what is on show beside a practice: what it does differently, and who does it differently."""
    kin = [practices.c.parent_id == practice.id]
    if practice.parent_id is not None:
        kin += [practices.c.id == practice.parent_id, practices.c.parent_id == practice.parent_id]
    query = (
        _seen_by(viewer)
        .where(
            practices.c.state == PracticeState.published.value, practices.c.id != practice.id, sa.or_(*kin)
        )
        .order_by(practices.c.id)
        .limit(MOST_FAMILY)
    )
    return _practices(connection, viewer, query)


def themes_of(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return what each of these practices is about; one without a theme is left out."""
    found: dict[int, tuple[str, ...]] = {}
    rows = connection.execute(
        sa.select(practice_themes.c.practice_id, practice_themes.c.theme)
        .where(practice_themes.c.practice_id.in_(ids))
        .order_by(practice_themes.c.theme)
    )
    for practice_id, theme in rows:
        found[practice_id] = (*found.get(practice_id, ()), theme)
    return found


def parts_in(row: sa.Row[Any]) -> Parts:
    """Return the title and the parts that a row has."""
    return Parts(*(getattr(row, name) for name in WORDS))


def _practices(connection: Connection, viewer: Member, query: sa.Select[Any], **given: Any) -> list[Practice]:
    rows = connection.execute(query, _as(viewer) | given).all()
    foreign = [row.id for row in rows if row.language != viewer.language]
    translated = _translations(connection, foreign, viewer.language)
    return [_practice(row, translated.get(row.id), viewer.language) for row in rows]


def _practice(row: sa.Row[Any], translated: Parts | None, language: str) -> Practice:
    practice = Practice(
        id=row.id,
        public_id=row.public_id,
        organisation_id=row.organisation_id,
        author_id=row.author_id,
        author_name=row.author_name or "",
        author_job=row.job or "",
        language=row.language,
        parts=parts_in(row),
        attribution=Attribution(row.attribution),
        visibility=Visibility(row.visibility),
        state=PracticeState(row.state),
        illustrative=row.illustrative,
        useful=row.useful,
        weight=row.weight,
        shared_at=row.shared_at,
        voted=row.voted,
        dismissed=row.dismissed,
        told=told_in(row.told),
        context=contexts.of_row(row),
        pledged=row.pledged,
        own_outcome=Outcome(row.own_outcome) if row.own_outcome else None,
        parent_id=row.parent_id,
        has_family=row.has_family,
        portrayed=bool(row.portrayed),
    )
    return practice.in_words(translated, language) if translated else practice


def told_in(stored: Mapping[str, Any] | None) -> Told:
    """Return what colleagues told, as a row of a practice has it."""
    if not stored:
        return NOTHING_TOLD
    last = stored["last_at"]
    known = {**stored, "status": Status(stored["status"])}
    known["last_at"] = datetime.fromisoformat(last) if last else None
    return Told(**{**known, "weights": tuple(Weights(**one) for one in stored["weights"])})


def _translations(connection: Connection, ids: Sequence[int], language: str) -> dict[int, Parts]:
    if not ids:
        return {}
    rows = connection.execute(
        sa.select(practice_translations).where(
            practice_translations.c.practice_id.in_(ids), practice_translations.c.language == language
        )
    )
    return {row.practice_id: parts_in(row) for row in rows}
