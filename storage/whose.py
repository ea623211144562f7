"""Whose a thing is that somebody names, as they see it: one query for each kind of thing.

What is not there and what is of another organisation is the same: no row. Nothing here decides anything;
what one may do with whose things stands in `domain/rights.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from domain.people import MODERATORS, Member
from domain.portraits import PortraitState
from domain.practices import PracticeState, Visibility
from domain.questions import QuestionState
from domain.rights import Thing, Whose
from domain.roles import CAN_BE_TAKEN
from storage.database import Connection, hashed
from storage.rounds.rows import ASKERS, ROUND
from storage.tables import (
    broadcasts,
    bursts,
    conversations,
    deliveries,
    doubles,
    imports,
    invitations,
    kudos,
    members,
    nudges,
    portraits,
    practices,
    questions,
    role_changes,
    round_members,
    rounds,
    synonyms,
    teams,
)

_ME: sa.BindParameter[int] = sa.bindparam("viewer")
_HERE: sa.BindParameter[int] = sa.bindparam("viewer_organisation")
_NAME: sa.BindParameter[str] = sa.bindparam("name")
_YES, _NO = sa.true(), sa.false()


def _query(
    table: sa.Table,
    own: sa.ColumnElement[bool] = _NO,
    shared: sa.ColumnElement[bool] = _NO,
    ours: sa.ColumnElement[bool] = _NO,
    *,
    named: sa.ColumnElement[str] | None = None,
) -> sa.Select[Any]:
    """Return the query for one kind of thing: what makes it one's own, shared, or the organisation's."""
    columns: tuple[Any, ...] = (own.label("own"), shared.label("shared"), ours.label("ours"))
    name = table.c.public_id if named is None else named
    return sa.select(*columns).where(table.c.organisation_id == _HERE, name == _NAME)


_MEANT = sa.or_(
    practices.c.visibility == Visibility.organisation.value,
    sa.and_(
        practices.c.visibility == Visibility.employer.value,
        practices.c.employer_id == sa.bindparam("viewer_employer"),
    ),
    sa.and_(
        practices.c.visibility == Visibility.team.value, practices.c.team_id == sa.bindparam("viewer_team")
    ),
)
_HIDDEN = practices.c.state == PracticeState.hidden.value
_PRACTICE = _query(
    practices,
    own=practices.c.author_id == _ME,
    # One that was merged leads to the one that was kept; one that is hidden may be reported again.
    shared=sa.or_(
        sa.and_(_MEANT, practices.c.state != PracticeState.withdrawn.value),
        sa.and_(_HIDDEN, sa.bindparam("moderates", type_=sa.Boolean)),
    ),
)
_SENT = sa.exists().where(deliveries.c.broadcast_id == broadcasts.c.id, deliveries.c.member_id == _ME)
_ASKED = sa.exists().where(round_members.c.round_id == rounds.c.id, round_members.c.member_id == _ME)
# What somebody still owes an answer on who left, or is no coordinator any more, is of every coordinator.
_IN_ROUND: tuple[Any, ...] = (
    sa.or_(rounds.c.author_id == _ME, _ASKED).label("own"),
    _NO.label("shared"),
    ASKERS.c.id.is_(None).label("ours"),
)
_ROUND: sa.Select[Any] = ROUND.with_only_columns(*_IN_ROUND).where(
    rounds.c.organisation_id == _HERE, rounds.c.public_id == _NAME
)

_QUERIES: Mapping[Thing, sa.Select[Any]] = {
    Thing.practice: _PRACTICE,
    Thing.question: _query(
        questions,
        own=questions.c.member_id == _ME,
        ours=questions.c.state == QuestionState.open.value,
    ),
    Thing.draft: _query(conversations, own=conversations.c.member_id == _ME),
    Thing.file: _query(imports, own=imports.c.member_id == _ME),
    Thing.kudos: _query(kudos, own=kudos.c.from_id == _ME),
    Thing.nudge: _query(nudges, own=nudges.c.member_id == _ME),
    Thing.portrait: _query(
        portraits,
        own=portraits.c.member_id == _ME,
        shared=portraits.c.state == PortraitState.published.value,
        ours=portraits.c.state == PortraitState.hidden.value,
    ),
    Thing.broadcast: _query(broadcasts, own=_SENT, ours=_YES),
    Thing.round: _ROUND,
    Thing.team: _query(teams, ours=_YES),
    Thing.pair: _query(doubles, ours=_YES),
    Thing.burst: _query(bursts, ours=_YES),
    Thing.synonyms: _query(synonyms, ours=_YES),
    Thing.invitation: _query(invitations, ours=_YES),
    Thing.person: _query(
        members, own=members.c.id == _ME, ours=members.c.role.in_([one.value for one in CAN_BE_TAKEN])
    ),
    Thing.change: _query(role_changes, ours=_YES),
    Thing.code: _query(invitations, ours=_YES, named=invitations.c.code_hash),
}


def whose(connection: Connection, viewer: Member, thing: Thing, name: str) -> Whose:
    """Return whose the thing of that name is, as this member sees it."""
    values = {
        "viewer": viewer.id,
        "viewer_organisation": viewer.organisation_id,
        "name": hashed(name) if thing is Thing.code else name,
    }
    if thing is Thing.practice:
        values["viewer_employer"], values["viewer_team"] = viewer.employer_id, viewer.team_id
        values["moderates"] = viewer.role in MODERATORS
    row = connection.execute(_QUERIES[thing], values).first()
    if row is None:
        return Whose.absent
    found = (one for one in (Whose.own, Whose.shared, Whose.ours) if getattr(row, one))
    return next(found, Whose.theirs)
