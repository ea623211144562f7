"""Who is signed in in which browser, and links that sign in one more; only hashes are kept."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from domain.people import Member, State
from domain.retention import DEFAULTS
from storage import members
from storage.database import Connection, hashed
from storage.tables import sessions, sign_in_links

KEPT = DEFAULTS.span("sessions")  # since the browser was last used
RENEWED_EVERY = timedelta(days=1)  # noting every visit would cost a write for nothing
LINK_WORKS = timedelta(minutes=5)


@dataclass(frozen=True)
class Session:
    """One browser in which a member is signed in."""

    id: int
    member: Member
    expires_at: datetime

    def ages(self, now: datetime) -> bool:
        """Tell whether it is time to note that this browser is still used."""
        return self.expires_at - now < KEPT - RENEWED_EVERY


def make_session(connection: Connection, member: Member, now: datetime, token: str = "") -> str:
    """Sign a member in and return the token, which only the browser keeps; `token` if it was drawn before."""
    token = token or secrets.token_urlsafe(32)
    connection.execute(
        sa.insert(sessions).values(
            organisation_id=member.organisation_id,
            member_id=member.id,
            token_hash=hashed(token),
            created_at=now,
            expires_at=now + KEPT,
        )
    )
    return token


def by_token(connection: Connection, token: str, now: datetime) -> Session | None:
    """Return who is signed in with this token, unless it has not been used for 90 days."""
    row = connection.execute(
        sa.select(sessions).where(sessions.c.token_hash == hashed(token), sessions.c.expires_at > now)
    ).first()
    member = members.by_id(connection, row.member_id) if row else None
    if row is None or member is None or member.state is State.left:
        return None
    return Session(row.id, member, row.expires_at)


def renew(connection: Connection, session: Session, now: datetime) -> None:
    """Note that a browser is still used: its 90 days start again."""
    connection.execute(sa.update(sessions).where(sessions.c.id == session.id).values(expires_at=now + KEPT))


def end_session(connection: Connection, token: str) -> None:
    """Sign out one browser; the member's other browsers stay signed in."""
    connection.execute(sa.delete(sessions).where(sessions.c.token_hash == hashed(token)))


def end_all(connection: Connection, member_id: int, but: int = 0) -> None:
    """Sign a member out everywhere, and make the links void that would sign in one more browser.

    The session `but` stays: whoever only comes by browser could not come back otherwise.
    """
    theirs = sa.and_(sessions.c.member_id == member_id, sessions.c.id != but)
    connection.execute(sa.delete(sessions).where(theirs))
    connection.execute(sa.delete(sign_in_links).where(sign_in_links.c.member_id == member_id))


def make_link(connection: Connection, member: Member, now: datetime) -> str:
    """Return the token of a link that signs in one more browser: once, within five minutes."""
    token = secrets.token_urlsafe(24)
    connection.execute(
        sa.insert(sign_in_links).values(
            token_hash=hashed(token),
            organisation_id=member.organisation_id,
            member_id=member.id,
            expires_at=now + LINK_WORKS,
        )
    )
    return token


def look_link(connection: Connection, token: str, now: datetime) -> Member | None:
    """Return whom a link would sign in, without using it."""
    member_id = connection.execute(
        sa.select(sign_in_links.c.member_id).where(
            sign_in_links.c.token_hash == hashed(token), sign_in_links.c.expires_at > now
        )
    ).scalar()
    return members.by_id(connection, member_id) if member_id is not None else None


def use_link(connection: Connection, token: str, now: datetime) -> Member | None:
    """Use a link up and return whom it signs in; of two at the same moment one gets nobody."""
    row = connection.execute(
        sa.delete(sign_in_links)
        .where(sign_in_links.c.token_hash == hashed(token))
        .returning(sign_in_links.c.member_id, sign_in_links.c.expires_at)
    ).first()
    if row is None or row.expires_at <= now:
        return None
    member = members.by_id(connection, row.member_id)
    return member if member and member.state is not State.left else None


def forget_old(connection: Connection, now: datetime) -> None:
    """Forget the sessions and links that do not work any more."""
    connection.execute(sa.delete(sessions).where(sessions.c.expires_at <= now))
    connection.execute(sa.delete(sign_in_links).where(sign_in_links.c.expires_at <= now))
