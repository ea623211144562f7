"""Begin to erase: gone for everybody from one moment on; and again after a restore, by the list beside it.

It is read at every start before anything is sent, so it needs little; the steps are in `storage/erasure/`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

import sqlalchemy as sa

from domain.delivery import Outcome
from domain.erasure import Erased
from domain.people import Member, Role, State
from domain.portraits import PortraitState
from storage import attachments, kudos, members
from storage import trials as told
from storage.database import Connection, add_once
from storage.deliveries import withdraw
from storage.tables import addresses, conversations, deliveries, erasures, portraits, sessions, sign_in_links
from storage.tables import members as people

_UNSAID = (Outcome.held.value, Outcome.waiting.value)


def begin(connection: Connection, member: Member, *, keep_practices: bool, now: datetime) -> None:
    """Let a member be gone from now on: unreachable, signed out, nameless; the rest follows in steps."""
    places = connection.execute(
        sa.select(addresses.c.channel, addresses.c.address).where(addresses.c.member_id == member.id)
    )
    subject = {
        "name": member.name,
        "public_id": member.public_id,
        "addresses": [list(row) for row in places],
        "marks": None,
    }
    add_once(
        connection,
        erasures,
        organisation_id=member.organisation_id,
        member_id=member.id,
        keep_practices=keep_practices,
        subject=subject,
        noted=False,
        step=0,
        after=0,
        asked_at=now,
    )
    # What makers are to hear of them is not said any more, and their portrait is not shown.
    withdraw(connection, *told.heard_names(connection, member.id), *kudos.heard_names(connection, member.id))
    connection.execute(
        sa.update(portraits)
        .where(portraits.c.member_id == member.id)
        .values(state=PortraitState.withdrawn.value)
    )
    attachments.forget_unused(connection, member.id)
    for table in (addresses, sessions, sign_in_links, conversations):
        connection.execute(sa.delete(table).where(table.c.member_id == member.id))
    connection.execute(
        sa.delete(deliveries).where(deliveries.c.member_id == member.id, deliveries.c.state.in_(_UNSAID))
    )
    connection.execute(
        sa.update(people)
        .where(people.c.id == member.id)
        .values(state=State.left.value, name="", role=Role.member.value, silent=True, consent="")
    )


def begin_again(
    connection: Connection, name_of: Callable[[str], str], known: Mapping[str, Erased], now: datetime
) -> int:
    """Begin to erase everybody whose public name gives a hash in the list; return how many."""
    busy = sa.select(erasures.c.member_id)
    rows = connection.execute(
        sa.select(people.c.id, people.c.public_id).where(people.c.id.not_in(busy))
    ).all()
    found = 0
    for row in rows:
        entry = known.get(name_of(row.public_id))
        member = members.by_id(connection, row.id) if entry else None
        if entry is not None and member is not None:
            begin(connection, member, keep_practices=entry.keep_practices, now=now)
            found += 1
    return found


def forget_strangers(
    connection: Connection, name_of: Callable[[str, str], str], known: Mapping[str, Erased]
) -> None:
    """Remove what was said to addresses of the list, by then of no member, before they were erased."""
    rows = connection.execute(
        sa.select(deliveries.c.id, deliveries.c.channel, deliveries.c.address, deliveries.c.created_at).where(
            deliveries.c.member_id.is_(None)
        )
    ).all()
    old = [
        row.id
        for row in rows
        if (entry := known.get(name_of(row.channel, row.address))) and row.created_at <= entry.at
    ]
    if old:
        connection.execute(sa.delete(deliveries).where(deliveries.c.id.in_(old)))
