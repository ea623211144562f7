"""Portraits, as a reader of the same organisation may see them, and as their owner has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from domain.people import Member
from domain.portraits import GRACE, KEPT, QUESTIONS, YEAR, Kind, Portrait, PortraitState, Told
from domain.practices import Reason
from domain.text import fold
from storage.database import Connection, insert_into, new_public_id
from storage.tables import members, portrait_reports, portraits

AT_ONCE = 200  # portraits that one sweep looks at

_JOINED = sa.select(portraits, members.c.name, members.c.job).join(
    members, members.c.id == portraits.c.member_id
)
_SHOWN = portraits.c.state == PortraitState.published.value


@dataclass(frozen=True)
class Due:
    """A portrait whose owner is to be asked whether it may stay."""

    public_id: str
    member_id: int
    renew_at: datetime


def _portrait(row: sa.Row[Any]) -> Portrait:
    return Portrait(
        public_id=row.public_id,
        member_id=row.member_id,
        state=PortraitState(row.state),
        named=row.named,
        name=row.name,
        job=row.job,
        kind=Kind(row.kind) if row.kind else None,
        told=Told(None, row.empathy, row.enterprise),
        quoted=row.quoted,
        renew_at=row.renew_at,
        **{name: getattr(row, name) for name in QUESTIONS},
    )


# --- for readers ---------------------------------------------------------------------------------------


def _visible(viewer: Member) -> sa.Select[Any]:
    """What a reader may see: on show, in their own organisation."""
    return _JOINED.where(portraits.c.organisation_id == viewer.organisation_id, _SHOWN)


def by_public_id(connection: Connection, viewer: Member, public_id: str) -> Portrait | None:
    """Return the portrait of that name when `viewer` may see it; absent and not yours look the same."""
    row = connection.execute(_visible(viewer).where(portraits.c.public_id == public_id)).first()
    return _portrait(row) if row else None


def of_maker(connection: Connection, viewer: Member, author_id: int) -> Portrait | None:
    """Return the portrait with a name of whoever made a practice that shows their name."""
    row = connection.execute(
        _visible(viewer).where(portraits.c.member_id == author_id, portraits.c.named)
    ).first()
    return _portrait(row) if row else None


def on_show(connection: Connection, viewer: Member) -> dict[str, Portrait]:
    """Return every portrait that `viewer` may see, by its public name and in no order."""
    rows = connection.execute(_visible(viewer))
    return {row.public_id: _portrait(row) for row in rows}


def any_on_show(connection: Connection, viewer: Member) -> bool:
    """Tell whether there is a portrait to see."""
    return connection.execute(_visible(viewer).limit(1)).first() is not None


def called(connection: Connection, viewer: Member, name: str) -> list[Portrait]:
    """Return the portraits that show this name."""
    rows = connection.execute(_visible(viewer).where(portraits.c.named))
    return [_portrait(row) for row in rows if fold(row.name) == fold(name)]


# --- for their owner -----------------------------------------------------------------------------------


def of(connection: Connection, member: Member) -> Portrait | None:
    """Return a member's own portrait, however it stands."""
    row = connection.execute(_JOINED.where(portraits.c.member_id == member.id)).first()
    return _portrait(row) if row else None


def begin(connection: Connection, member: Member, told: Told, *, named: bool, now: datetime) -> None:
    """Begin a portrait of somebody who said yes."""
    connection.execute(
        sa.insert(portraits).values(
            public_id=new_public_id(),
            organisation_id=member.organisation_id,
            member_id=member.id,
            state=PortraitState.begun.value,
            named=named,
            kind=told.kind.value if told.kind else None,
            empathy=told.empathy,
            enterprise=told.enterprise,
            changed_at=now,
        )
    )


def publish(
    connection: Connection,
    member: Member,
    answers: Mapping[str, str],
    *,
    kind: Kind | None,
    named: bool,
    quoted: bool,
    now: datetime,
) -> None:
    """Show a portrait with these answers, for a year; one that is hidden stays so."""
    words = {name: answers.get(name, "") for name in QUESTIONS}
    more: dict[str, Any] = {"kind": kind.value if kind else None, "named": named, "quoted": quoted}
    hidden = portraits.c.state == PortraitState.hidden.value
    state = sa.case((hidden, PortraitState.hidden.value), else_=PortraitState.published.value)
    waits = sa.or_(portraits.c.waits, hidden)
    more |= _for_a_year(now) | {"state": state, "waits": waits}
    _change(connection, member, **words, **more, changed_at=now)


def put_back(connection: Connection, member: Member, now: datetime) -> None:
    """Show a portrait again that was taken away, or go on showing it: for a year from now."""
    _change(connection, member, **_for_a_year(now), changed_at=now)


def _for_a_year(now: datetime) -> dict[str, Any]:
    return {"state": PortraitState.published.value, "renew_at": now + YEAR, "asked_at": None}


def withdraw(connection: Connection, member: Member, now: datetime) -> None:
    """Take a portrait away at once; its owner may put it back for four weeks."""
    away = {"state": PortraitState.withdrawn.value, "renew_at": None, "asked_at": None, "waits": False}
    _change(connection, member, **away, changed_at=now)


def remove_name(connection: Connection, member: Member) -> None:
    """Take the name off a portrait."""
    _change(connection, member, named=False)


def erase(connection: Connection, member: Member) -> None:
    """Remove a portrait: nothing of it is kept."""
    connection.execute(sa.delete(portraits).where(portraits.c.member_id == member.id))


def _change(connection: Connection, member: Member, **values: Any) -> None:
    connection.execute(sa.update(portraits).where(portraits.c.member_id == member.id).values(**values))


# --- for the clock -------------------------------------------------------------------------------------


def due(connection: Connection, now: datetime) -> list[Due]:
    """Return portraits that have been on show for a year, whose owners were not asked yet."""
    rows = connection.execute(
        sa.select(portraits.c.public_id, portraits.c.member_id, portraits.c.renew_at)
        .where(_SHOWN, portraits.c.renew_at <= now, portraits.c.asked_at.is_(None))
        .order_by(portraits.c.renew_at)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    return [Due(row.public_id, row.member_id, row.renew_at) for row in rows]


def mark_asked(connection: Connection, one: Due, now: datetime) -> None:
    """Note since when somebody is asked whether their portrait may stay."""
    connection.execute(
        sa.update(portraits).where(portraits.c.public_id == one.public_id).values(asked_at=now)
    )


def take_away_unanswered(connection: Connection, now: datetime) -> None:
    """Take away the portraits of which nobody said in time that they may stay."""
    connection.execute(
        sa.update(portraits)
        .where(_SHOWN, portraits.c.asked_at <= now - GRACE)
        .values(state=PortraitState.withdrawn.value, renew_at=None, asked_at=None, changed_at=now)
    )


def forget_old(connection: Connection, now: datetime) -> None:
    """Remove what was begun, hidden or taken away four weeks ago; what is to be looked at waits for that."""
    old = portraits.c.changed_at <= now - KEPT
    connection.execute(sa.delete(portraits).where(sa.not_(_SHOWN), sa.not_(portraits.c.waits), old))


# --- for who looks after the organisation ----------------------------------------------------------------


@dataclass(frozen=True)
class Reported:
    """A portrait to look at: why somebody reported it, if it is that, never by whom."""

    portrait: Portrait
    reasons: tuple[Reason, ...]


def report(connection: Connection, portrait: Portrait, member: Member, reason: Reason, now: datetime) -> bool:
    """Note that something is wrong with a portrait; False when this member said so before."""
    here = sa.select(
        portraits.c.id,
        sa.literal(member.id),
        portraits.c.organisation_id,
        sa.literal(reason.value),
        sa.literal(now, portrait_reports.c.at.type),
    ).where(portraits.c.public_id == portrait.public_id)
    added = (
        insert_into(connection, portrait_reports)
        .from_select(["portrait_id", "member_id", "organisation_id", "reason", "at"], here)
        .on_conflict_do_nothing()
        .returning(portrait_reports.c.reason)
    )
    new = connection.execute(added).first() is not None
    if new:
        this = portraits.c.public_id == portrait.public_id
        connection.execute(sa.update(portraits).where(this).values(waits=True))
    return new


def hide(connection: Connection, portrait: Portrait, now: datetime) -> bool:
    """Hide a portrait that is on show; False when it is not."""
    return _move(connection, portrait, PortraitState.published, PortraitState.hidden, changed_at=now)


def show_again(connection: Connection, portrait: Portrait, now: datetime) -> bool:
    """Show a hidden portrait again; False when it is not hidden any more."""
    return _move(connection, portrait, PortraitState.hidden, PortraitState.published, changed_at=now)


def _move(
    connection: Connection, portrait: Portrait, old: PortraitState, new: PortraitState, **values: Any
) -> bool:
    changed = connection.execute(
        sa.update(portraits)
        .where(portraits.c.public_id == portrait.public_id, portraits.c.state == old.value)
        .values(state=new.value, **values)
        .returning(portraits.c.id)
    )
    return changed.first() is not None


def to_look_at(connection: Connection, organisation_id: int) -> list[Reported]:
    """Return the portraits that somebody is to look at, the longest waiting first."""
    rows = connection.execute(
        _JOINED.add_columns(portrait_reports.c.reason)
        .outerjoin(portrait_reports, portrait_reports.c.portrait_id == portraits.c.id)
        .where(
            portraits.c.organisation_id == organisation_id,
            portraits.c.waits,
            sa.or_(_SHOWN, portraits.c.state == PortraitState.hidden.value),
        )
        .order_by(portrait_reports.c.at, portraits.c.id)
    )
    found: dict[str, Reported] = {}
    for row in rows:
        before = found.get(row.public_id)
        reasons = () if row.reason is None else (Reason(row.reason),)
        known = before.reasons if before else ()
        found[row.public_id] = Reported(_portrait(row), tuple(dict.fromkeys((*known, *reasons))))
    return list(found.values())


def settle(connection: Connection, portrait: Portrait) -> list[int]:
    """Note that somebody looked, and forget the reports; return who made them, to hear what came of it."""
    seen = portraits.c.public_id == portrait.public_id
    connection.execute(sa.update(portraits).where(seen).values(waits=False))
    this = sa.select(portraits.c.id).where(seen)
    rows = connection.execute(
        sa.delete(portrait_reports)
        .where(portrait_reports.c.portrait_id.in_(this))
        .returning(portrait_reports.c.member_id)
    )
    return sorted(rows.scalars())
