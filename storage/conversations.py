"""Drafts of conversations: what was answered so far, so that a restart or a busy day loses nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.people import Member
from domain.retention import DEFAULTS
from storage.database import Connection, new_public_id
from storage.tables import conversations

KEPT = DEFAULTS.span("drafts")


@dataclass(frozen=True)
class Draft:
    """One unfinished conversation of one member."""

    id: int
    public_id: str
    member_id: int
    flow: str
    step: str
    answers: Mapping[str, Any]
    messages: Mapping[str, str]  # the message that answered it, by step
    caught: Mapping[str, Any] | None
    open: bool

    @property
    def order(self) -> tuple[str, ...]:
        """The steps that were answered, in order; they can be taken back."""
        return tuple(self.messages)

    def with_answers(self, step: str, answers: Mapping[str, Any], *, message: str) -> Draft:
        """Return the draft with this step answered; an answer of None opens that step again."""
        known = {**self.answers, step: True, **answers}
        known = {name: value for name, value in known.items() if value is not None}
        messages = {name: ref for name, ref in self.messages.items() if name != step and name in known}
        if step in known:
            messages[step] = message
        return replace(self, answers=known, messages=messages, caught=None)

    def without_last(self) -> Draft:
        """Return the draft without its last answer."""
        if not self.messages:
            return self
        last = self.order[-1]
        return replace(
            self,
            answers={name: value for name, value in self.answers.items() if name != last},
            messages={name: ref for name, ref in self.messages.items() if name != last},
            caught=None,
        )


def open_of(connection: Connection, member_id: int) -> Draft | None:
    """Return the conversation this member is in, if any."""
    found = connection.execute(_OPEN, {"member": member_id}).first()
    return _draft(found) if found else None


def by_public_id(connection: Connection, member_id: int, public_id: str) -> Draft | None:
    """Return this member's draft of that name, open or put aside."""
    found = connection.execute(_NAMED, {"member": member_id, "name": public_id}).first()
    return _draft(found) if found else None


def of_flow(connection: Connection, member_id: int, flow: str) -> Draft | None:
    """Return this member's unfinished conversation of that kind, open or put aside."""
    found = connection.execute(
        sa.select(conversations).where(conversations.c.member_id == member_id, conversations.c.flow == flow)
    ).first()
    return _draft(found) if found else None


def aside(connection: Connection, member_id: int) -> Draft | None:
    """Return the newest draft that was put aside, if any."""
    found = connection.execute(_ASIDE, {"member": member_id}).first()
    return _draft(found) if found else None


def names_of(connection: Connection, member_id: int) -> list[str]:
    """Return the public names of a member's drafts."""
    query = sa.select(conversations.c.public_id).where(conversations.c.member_id == member_id)
    return list(connection.execute(query).scalars())


def start(
    connection: Connection, member: Member, flow: str, answers: Mapping[str, Any], now: datetime
) -> Draft:
    """Begin a conversation afresh; whatever was open is put aside."""
    put_aside(connection, member.id)
    connection.execute(
        sa.delete(conversations).where(conversations.c.member_id == member.id, conversations.c.flow == flow)
    )
    row = {
        "public_id": new_public_id(),
        "organisation_id": member.organisation_id,
        "member_id": member.id,
        "flow": flow,
        "step": "",
        "answers": dict(answers),
        "messages": {},
        "caught": None,
        "open": True,
        "updated_at": now,
    }
    made = connection.execute(sa.insert(conversations).returning(conversations), row).one()
    return _draft(made)


def save(connection: Connection, draft: Draft, now: datetime) -> None:
    """Store what changed in a draft."""
    changed = {
        "this": draft.id,
        "step": draft.step,
        "answers": dict(draft.answers),
        "messages": dict(draft.messages),
        "caught": dict(draft.caught) if draft.caught else None,
        "open": draft.open,
        "updated_at": now,
    }
    connection.execute(_SAVE, changed)


def put_aside(connection: Connection, member_id: int) -> None:
    """Close whatever is open, keeping its draft for a day."""
    connection.execute(_PUT_ASIDE, {"member": member_id, "open": False})


def end(connection: Connection, draft: Draft) -> None:
    """Remove a draft: it is finished, or not wanted."""
    connection.execute(sa.delete(conversations).where(conversations.c.id == draft.id))


def forget_old(connection: Connection, now: datetime) -> None:
    """Remove the drafts that nobody touched for a day."""
    connection.execute(sa.delete(conversations).where(conversations.c.updated_at < now - KEPT))


_OF_MEMBER = conversations.c.member_id == sa.bindparam("member")
_OPEN = sa.select(conversations).where(_OF_MEMBER, conversations.c.open)
_NAMED = sa.select(conversations).where(_OF_MEMBER, conversations.c.public_id == sa.bindparam("name"))
_ASIDE = (
    sa.select(conversations)
    .where(_OF_MEMBER, sa.not_(conversations.c.open))
    .order_by(conversations.c.updated_at.desc())
    .limit(1)
)
_SAVE = sa.update(conversations).where(conversations.c.id == sa.bindparam("this"))
_PUT_ASIDE = sa.update(conversations).where(_OF_MEMBER, conversations.c.open)


def _draft(row: sa.Row[Any]) -> Draft:
    return Draft(
        row.id,
        row.public_id,
        row.member_id,
        row.flow,
        row.step,
        row.answers,
        row.messages,
        row.caught,
        row.open,
    )
