"""Practices, as one viewer may see them. Nothing reads around `_visible`: it is the seal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.peers.evidence import Outcome, Status
from domain.peers.fit import UNKNOWN, Context
from domain.people import MODERATORS, Member
from domain.practices import UNTRIED, WORDS, Attribution, Parts, Practice, PracticeState, Visibility, worth_of
from domain.trials import EPOCH, NOTHING_TOLD, PledgeState, Told, Weights
from storage.database import Connection, add_once, new_public_id
from storage.tables import (
    dismissals,
    employers,
    members,
    pledges,
    practice_themes,
    practice_translations,
    practice_vectors,
    practice_versions,
    practices,
    trials,
    votes,
)

AT_ONCE = 200  # quiet practices that one sweep looks at
MOST_FAMILY = 8
MOST_MERGES = 8  # steps from a merged practice to the one that was kept in the end


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


@dataclass(frozen=True)
class Quiet:
    """A practice that nobody told anything of for long."""

    id: int
    public_id: str
    author_id: int
    title: str


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
_MAKERS = employers.alias("makers")
_JOINED = sa.select(
    practices,
    members.c.name.label("author_name"),
    members.c.job.label("author_job"),
    _MAKERS.c.size.label("author_size"),
    _MAKERS.c.region.label("author_region"),
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
).select_from(
    practices.outerjoin(members, members.c.id == practices.c.author_id).outerjoin(
        _MAKERS, _MAKERS.c.id == members.c.employer_id
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
        author_job=row.author_job or "",
        language=row.language,
        parts=parts_in(row),
        attribution=Attribution(row.attribution),
        visibility=Visibility(row.visibility),
        state=PracticeState(row.state),
        illustrative=row.illustrative,
        useful=row.useful,
        shared_at=row.shared_at,
        voted=row.voted,
        dismissed=row.dismissed,
        told=told_in(row.told),
        context=Context(row.author_job or "", size=row.author_size or "", region=row.author_region or ""),
        pledged=row.pledged,
        own_outcome=Outcome(row.own_outcome) if row.own_outcome else None,
        parent_id=row.parent_id,
        has_family=row.has_family,
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


def vote(connection: Connection, practice: Practice, member: Member, now: datetime) -> bool:
    """Count "useful" once, however often and from however many places it is said; True when it was new."""
    hold(connection, practice.id)
    added = add_once(
        connection,
        votes,
        practice_id=practice.id,
        member_id=member.id,
        organisation_id=member.organisation_id,
        at=now,
    )
    if added:
        recount(connection, practice.id)
    return added


def unvote(connection: Connection, practice: Practice, member: Member) -> None:
    """Take "useful" back."""
    hold(connection, practice.id)
    connection.execute(_UNVOTE, {"practice": practice.id, "member": member.id})
    recount(connection, practice.id)


def hold(connection: Connection, practice_id: int) -> None:
    """Let others who vote or tell wait: two that count at one moment would each miss the other.

    The lock is the weaker kind (FOR NO KEY UPDATE), which does not wait for rows that only refer to this one.
    """
    connection.execute(_HOLD, {"practice": practice_id})


_HOLD = (
    sa.select(practices.c.id)
    .where(practices.c.id == sa.bindparam("practice"))
    .with_for_update(key_share=True)
)
_WEIGH = sa.update(practices).where(practices.c.id == sa.bindparam("practice"))
_RECOUNT = (
    sa.update(practices)
    .where(practices.c.id == sa.bindparam("practice"))
    .values(
        useful=sa.select(sa.func.count())
        .where(votes.c.practice_id == sa.bindparam("practice"))
        .scalar_subquery()
    )
    .returning(practices)
)
_UNVOTE = sa.delete(votes).where(
    votes.c.practice_id == sa.bindparam("practice"), votes.c.member_id == sa.bindparam("member")
)


def recount(connection: Connection, practice_id: int) -> None:
    """Count again how many found a practice useful, and what it is worth in the order of browsing."""
    row = connection.execute(_RECOUNT, {"practice": practice_id}).first()
    if row is not None:
        told = told_in(row.told)
        weigh(connection, practice_id, row.useful, told, illustrative=row.illustrative)


def weigh(connection: Connection, practice_id: int, useful: int, told: Told, *, illustrative: bool) -> None:
    """Note what a practice is worth, as of its newest report."""
    worth = worth_of(
        useful=useful, told=told, illustrative=illustrative, reader=UNKNOWN, now=told.last_at or EPOCH
    )
    connection.execute(_WEIGH.values(worth=worth), {"practice": practice_id})


def quiet(connection: Connection, since: datetime) -> list[Quiet]:
    """Return practices on show of which nobody told anything, nor looked at it, since that long."""
    rows = connection.execute(
        sa.select(practices.c.id, practices.c.public_id, practices.c.author_id, practices.c.title)
        .where(
            practices.c.quiet_since <= since,
            practices.c.state == PracticeState.published.value,
            practices.c.author_id.is_not(None),
            sa.not_(practices.c.illustrative),
        )
        .order_by(practices.c.quiet_since)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True, key_share=True)
    )
    return [Quiet(row.id, row.public_id, row.author_id, row.title) for row in rows]


def mark_looked_at(connection: Connection, practice_id: int, now: datetime) -> None:
    """Note that somebody was asked, or said, whether a practice is still right."""
    connection.execute(sa.update(practices).where(practices.c.id == practice_id).values(quiet_since=now))


def dismiss(connection: Connection, practice: Practice, member: Member, now: datetime) -> None:
    """Note that a practice is not for this member; only they know."""
    add_once(
        connection,
        dismissals,
        practice_id=practice.id,
        member_id=member.id,
        organisation_id=member.organisation_id,
        at=now,
    )


def undismiss(connection: Connection, practice: Practice, member: Member) -> None:
    """Take "not for me" back."""
    connection.execute(
        sa.delete(dismissals).where(
            dismissals.c.practice_id == practice.id, dismissals.c.member_id == member.id
        )
    )
