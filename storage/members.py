"""Members, the addresses they are reached at, and the themes they follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from domain.people import CONSENT, Address, Member, Role, State
from storage import contexts
from storage.database import Connection, new_public_id
from storage.tables import addresses, consents, deliveries, member_themes, members

# The address used last is the one to answer at; noting it every turn would cost a write for nothing.
USED_EVERY = timedelta(minutes=10)


def _member(row: Any) -> Member:
    return Member(
        row.id,
        row.public_id,
        row.organisation_id,
        row.employer_id,
        row.team_id,
        Role(row.role),
        State(row.state),
        row.name,
        row.language,
        row.job,
        row.rhythm,
        row.consent,
        row.silent,
        contexts.said_in(row),
    )


@dataclass(frozen=True)
class Visit:
    """Somebody who speaks now, and whether it is time to note that they do."""

    member: Member
    stale: bool


@dataclass(frozen=True)
class Unseen:
    """Somebody who has not been here since `last`."""

    id: int
    last: datetime


_MEMBER = (
    members.c.id,
    members.c.public_id,
    members.c.organisation_id,
    members.c.employer_id,
    members.c.team_id,
    members.c.role,
    members.c.state,
    members.c.name,
    members.c.language,
    members.c.job,
    members.c.rhythm,
    members.c.consent,
    members.c.silent,
    *(members.c[name] for name in contexts.CHOSEN),
)
_VISIT = (
    sa.select(*_MEMBER, addresses.c.used_at, addresses.c.gone_at)
    .join(addresses, addresses.c.member_id == members.c.id)
    .where(addresses.c.channel == sa.bindparam("channel"), addresses.c.address == sa.bindparam("address"))
)
# On PostgreSQL two turns of one person, in two processes, must not run at the same time. `key_share` lets
# others refer to the member meanwhile: else two people who tell each other something would be a deadlock.
_VISIT_LOCKED = _VISIT.with_for_update(of=members, key_share=True)
_BY_ID = sa.select(*_MEMBER).where(members.c.id == sa.bindparam("member"))
_THEMES = sa.select(member_themes.c.theme).where(member_themes.c.member_id == sa.bindparam("member"))


def visit(connection: Connection, channel: str, address: str, now: datetime) -> Visit | None:
    """Return who speaks from this address, their row locked for the rest of the transaction."""
    row = connection.execute(_VISIT_LOCKED, {"channel": channel, "address": address}).first()
    if row is None:
        return None
    return Visit(_member(row), stale=row.gone_at is not None or now - row.used_at > USED_EVERY)


def at_address(connection: Connection, channel: str, address: str) -> Member | None:
    """Return the member who is reached there."""
    row = connection.execute(_VISIT, {"channel": channel, "address": address}).first()
    return _member(row) if row else None


def by_id(connection: Connection, member_id: int) -> Member | None:
    """Return the member of that number."""
    row = connection.execute(_BY_ID, {"member": member_id}).first()
    return _member(row) if row else None


def by_public_id(connection: Connection, organisation_id: int, public_id: str) -> Member | None:
    """Return the member of that public name, inside one organisation."""
    row = connection.execute(
        sa.select(members).where(
            members.c.organisation_id == organisation_id, members.c.public_id == public_id
        )
    ).first()
    return _member(row) if row else None


def themes_of(connection: Connection, member_id: int) -> Sequence[str]:
    """Return the themes a member follows."""
    return connection.execute(_THEMES, {"member": member_id}).scalars().all()


def add(
    connection: Connection,
    *,
    organisation_id: int,
    role: Role,
    language: str,
    name: str,
    now: datetime,
    employer_id: int | None = None,
    team_id: int | None = None,
    invitation_id: int | None = None,
    state: State = State.joining,
) -> Member:
    """Add somebody who was invited; they take part once they agree."""
    row = connection.execute(
        sa.insert(members)
        .values(
            public_id=new_public_id(),
            organisation_id=organisation_id,
            employer_id=employer_id,
            team_id=team_id,
            role=role.value,
            state=state.value,
            language=language,
            name=name,
            invitation_id=invitation_id,
            joined_at=now,
        )
        .returning(members)
    ).one()
    return _member(row)


def add_address(connection: Connection, member: Member, address: Address, now: datetime) -> None:
    """Let a member be reached at one more address."""
    connection.execute(
        sa.insert(addresses).values(
            organisation_id=member.organisation_id,
            member_id=member.id,
            channel=address.channel,
            address=address.address,
            pull=address.pull,
            used_at=now,
        )
    )


def addresses_of(connection: Connection, member_id: int) -> tuple[Address, ...]:
    """Return where a member can be reached now, the last used first."""
    rows = connection.execute(
        sa.select(addresses)
        .where(addresses.c.member_id == member_id, addresses.c.gone_at.is_(None))
        .order_by(addresses.c.used_at.desc())
    )
    return tuple(Address(row.channel, row.address, row.pull) for row in rows)


def only_at(connection: Connection, member_id: int, channel: str, address: str) -> Address:
    """Let a member be reached at this address of theirs and nowhere else; return it."""
    here = sa.and_(addresses.c.channel == channel, addresses.c.address == address)
    connection.execute(sa.delete(addresses).where(addresses.c.member_id == member_id, sa.not_(here)))
    row = connection.execute(sa.select(addresses).where(addresses.c.member_id == member_id, here)).one()
    return Address(row.channel, row.address, row.pull)


def mark_gone(connection: Connection, channel: str, address: str, now: datetime) -> None:
    """Note that an address cannot be reached any more."""
    connection.execute(
        sa.update(addresses)
        .where(addresses.c.channel == channel, addresses.c.address == address, addresses.c.gone_at.is_(None))
        .values(gone_at=now)
    )


def mark_used(connection: Connection, channel: str, address: str, now: datetime) -> None:
    """Note that somebody speaks from an address: it is the one to answer at, and it is reachable."""
    connection.execute(
        sa.update(addresses)
        .where(addresses.c.channel == channel, addresses.c.address == address)
        .values(used_at=now, gone_at=None)
    )


def move_address(connection: Connection, channel: str, old: str, new: str) -> None:
    """Follow an address that was given another name."""
    connection.execute(
        sa.update(addresses)
        .where(addresses.c.channel == channel, addresses.c.address == old)
        .values(address=new)
    )


def change(connection: Connection, member_id: int, **values: str | bool | int | datetime | None) -> None:
    """Change columns of a member."""
    connection.execute(sa.update(members).where(members.c.id == member_id).values(**values))


def agree(connection: Connection, member_id: int, now: datetime) -> None:
    """Note that a member agreed to the privacy text as it is now, and takes part."""
    change(connection, member_id, consent=CONSENT, consented_at=now, state=State.active.value)
    _note_consent(connection, member_id, agreed=True, now=now)


def refuse(connection: Connection, member_id: int, now: datetime) -> None:
    """Note that a member said no to the privacy text as it is now: nothing unasked goes to them."""
    _note_consent(connection, member_id, agreed=False, now=now)


def _note_consent(connection: Connection, member_id: int, *, agreed: bool, now: datetime) -> None:
    given = {"version": CONSENT, "agreed": agreed, "at": now}
    who = sa.select(
        members.c.organisation_id,
        members.c.id,
        *(sa.literal(value, consents.c[name].type) for name, value in given.items()),
    ).where(members.c.id == member_id)
    names = ["organisation_id", "member_id", *given]
    connection.execute(sa.insert(consents).from_select(names, who))


def to_ask_again(connection: Connection, most: int) -> list[int]:
    """Return members who agreed to an earlier privacy text and have not heard or said anything of this."""
    asked = sa.exists().where(
        deliveries.c.once == sa.literal(f"consent:{CONSENT}:") + sa.cast(members.c.id, sa.String)
    )
    answered = sa.exists().where(consents.c.member_id == members.c.id, consents.c.version == CONSENT)
    rows = connection.execute(
        sa.select(members.c.id)
        .where(
            members.c.state == State.active.value,
            members.c.consent != CONSENT,
            sa.not_(members.c.silent),
            ~asked,
            ~answered,
        )
        .order_by(members.c.id)
        .limit(most)
    )
    return list(rows.scalars())


def unseen(connection: Connection, before: datetime, most: int, after: int = 0) -> list[Unseen]:
    """Return who said nothing since then, with what they were told of it, by number."""
    last = sa.func.coalesce(
        sa.select(sa.func.max(addresses.c.used_at))
        .where(addresses.c.member_id == members.c.id)
        .scalar_subquery(),
        members.c.joined_at,
    )
    rows = connection.execute(
        sa.select(members.c.id, sa.type_coerce(last, members.c.joined_at.type).label("last"))
        .where(members.c.state == State.active.value, last < before, members.c.id > after)
        .order_by(members.c.id)
        .limit(most)
    )
    return [Unseen(row.id, row.last) for row in rows]


def follow(connection: Connection, member: Member, theme: str) -> None:
    """Let a member follow a theme; following it already is fine."""
    if theme not in themes_of(connection, member.id):
        connection.execute(
            sa.insert(member_themes).values(
                member_id=member.id, theme=theme, organisation_id=member.organisation_id
            )
        )


def unfollow(connection: Connection, member_id: int, theme: str) -> None:
    """Let a member leave a theme."""
    connection.execute(
        sa.delete(member_themes).where(member_themes.c.member_id == member_id, member_themes.c.theme == theme)
    )


def with_roles(connection: Connection, organisation_id: int, roles: Iterable[Role]) -> tuple[Member, ...]:
    """Return the members taking part who have one of these roles."""
    rows = connection.execute(
        sa.select(members)
        .where(
            members.c.organisation_id == organisation_id,
            members.c.state == State.active.value,
            members.c.role.in_([role.value for role in roles]),
        )
        .order_by(members.c.id)
    )
    return tuple(_member(row) for row in rows)


def who_chose(
    connection: Connection, organisation_id: int, rhythms: Iterable[str], *, joined_before: datetime
) -> tuple[int, ...]:
    """Return the numbers of the members taking part who chose one of these rhythms."""
    found = connection.execute(
        sa.select(members.c.id)
        .where(
            members.c.organisation_id == organisation_id,
            members.c.state == State.active.value,
            members.c.rhythm.in_(list(rhythms)),
            members.c.joined_at < joined_before,
        )
        .order_by(members.c.id)
    )
    return tuple(found.scalars())


def count_joined(connection: Connection, invitation_id: int, since: datetime) -> int:
    """Count who came in by an invitation since a moment and is still here."""
    query = sa.select(sa.func.count()).where(
        members.c.invitation_id == invitation_id, members.c.joined_at > since
    )
    return int(connection.execute(query).scalar_one())


def invitation_of(connection: Connection, member_id: int) -> int | None:
    """Return the number of the invitation a member came in with, while it is known."""
    found: int | None = connection.execute(
        sa.select(members.c.invitation_id).where(members.c.id == member_id)
    ).scalar()
    return found


def forget(connection: Connection, member_id: int) -> None:
    """Remove a member and everything that is only theirs."""
    connection.execute(sa.delete(members).where(members.c.id == member_id))


def forget_unfinished(connection: Connection, before: datetime) -> None:
    """Remove the people who were invited, came to look, and never agreed."""
    connection.execute(
        sa.delete(members).where(members.c.state == State.joining.value, members.c.joined_at < before)
    )
