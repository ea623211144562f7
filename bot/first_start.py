"""What makes the first minute work: an organisation with examples, and links that nobody can miss."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.examples import load_examples
from bot.keeper import Finder
from domain.people import COORDINATORS, Role
from storage import invitations, members, organisations
from storage.database import Connection

EXAMPLE_ORGANISATION = "Voorbeeld"
MEMBER_LINK_LIVES = timedelta(days=30)
COORDINATOR_LINK_LIVES = timedelta(hours=24)


@dataclass(frozen=True)
class Links:
    """Codes to print: to join as a member, and as coordinator while there is none."""

    organisation: str
    member: str
    coordinator: str | None


def prepare(
    connection: Connection, finder: Finder, key: str, language: str, timezone: str, now: datetime
) -> Links | None:
    """Make the example organisation when there is none at all; return the links of this start.

    With organisations of one's own there is nothing to print: they make their own invitations.
    """
    if not organisations.every(connection):
        made = organisations.add(connection, EXAMPLE_ORGANISATION, language, timezone, now)
        load_examples(connection, made, finder, now)
    organisation = organisations.by_name(connection, EXAMPLE_ORGANISATION)
    if organisation is None:
        return None
    member = _steady_code(key, organisation.public_id)
    invitations.keep(
        connection, organisation.id, member, role=Role.member, expires_at=now + MEMBER_LINK_LIVES, now=now
    )
    return Links(organisation.name, member, _coordinator_code(connection, organisation.id, now))


def _steady_code(key: str, name: str) -> str:
    """Return the same code at every start, so that a link that was passed on keeps working."""
    return hmac.new(key.encode(), f"member link {name}".encode(), hashlib.sha256).hexdigest()[:32]


def _coordinator_code(connection: Connection, organisation_id: int, now: datetime) -> str | None:
    """Return a fresh single-use code while nobody coordinates; the one of an earlier start stops."""
    if members.with_roles(connection, organisation_id, COORDINATORS):
        return None
    for one in invitations.current(connection, organisation_id, now):
        if one.role is Role.coordinator and one.uses_left == 1:
            invitations.revoke(connection, organisation_id, one.public_id, now)
    return invitations.make(
        connection,
        organisation_id,
        role=Role.coordinator,
        uses=1,
        expires_at=now + COORDINATOR_LINK_LIVES,
        now=now,
    )
