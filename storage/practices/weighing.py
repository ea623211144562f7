"""What votes weigh, and which are held for a person to look at. Nothing is thrown away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from domain.peers.constants import Constants
from domain.peers.manipulation import Looked, Vote, Weighed, mutual, to_look_at, weigh_votes
from domain.people import Role
from storage import numbers
from storage.database import Connection, new_public_id
from storage.tables import bursts, kudos, members, pledges, practices, questions, trials, votes

AT_ONCE = 200  # bursts that one sweep looks at
# Whoever looks after an organisation or makes policy does not say what is useful in practice.
UNCOUNTED = frozenset({Role.coordinator.value, Role.admin.value, Role.policy.value})


@dataclass(frozen=True)
class Ballot:
    """The votes on one practice, with what is known of who gave them."""

    practice_id: int
    organisation_id: int
    maker_team: int | None
    votes: tuple[Vote, ...]
    looked: tuple[Looked, ...]
    constants: Constants

    def weighed(self) -> list[Weighed]:
        """Return what each vote weighs, and why."""
        return weigh_votes(self.votes, self.maker_team, self.looked, self.constants)


@dataclass(frozen=True)
class Held:
    """Votes that a coordinator is to look at, or has looked at: which practice, never whose."""

    public_id: str
    practice_id: int
    organisation_id: int
    counts: bool | None


_MAKER = members.alias("maker")
_GIVEN = votes.alias("given")
_THEIRS = practices.alias("theirs")
# How often the maker of a practice voted for each of those who may have voted for it.
_BACK = (
    sa.select(_THEIRS.c.author_id, sa.func.count().label("many"))
    .join(_GIVEN, _GIVEN.c.practice_id == _THEIRS.c.id)
    .join(practices, practices.c.author_id == _GIVEN.c.member_id)
    .where(practices.c.id == sa.bindparam("practice"))
    .group_by(_THEIRS.c.author_id)
    .subquery("back")
)
_VOTES = (
    sa.select(
        votes.c.member_id,
        votes.c.at,
        members.c.team_id,
        members.c.joined_at,
        members.c.role,
        practices.c.organisation_id,
        practices.c.author_id,
        _MAKER.c.team_id.label("maker_team"),
        _BACK.c.many.label("back"),
        sa.exists().where(bursts.c.practice_id == sa.bindparam("practice")).label("looked"),
    )
    .join(members, members.c.id == votes.c.member_id)
    .join(practices, practices.c.id == votes.c.practice_id)
    .outerjoin(_MAKER, _MAKER.c.id == practices.c.author_id)
    .outerjoin(_BACK, _BACK.c.author_id == votes.c.member_id)
    .where(votes.c.practice_id == sa.bindparam("practice"))
    .order_by(votes.c.at, votes.c.member_id)
)
_BURSTS = sa.select(bursts).where(bursts.c.practice_id == sa.bindparam("practice")).order_by(bursts.c.since)


def ballot_of(connection: Connection, practice_id: int) -> Ballot | None:
    """Return the votes on a practice; None when there are none."""
    rows = connection.execute(_VOTES, {"practice": practice_id}).all()
    if not rows:
        return None
    known = numbers.of(connection, rows[0].organisation_id)
    limits = known.manipulation
    young_before = timedelta(days=limits.young_days)
    young = [row.member_id for row in rows if row.at - row.joined_at < young_before]
    did = _did(connection, young) if young else frozenset()
    back = [row.member_id for row in rows if row.back]
    between = _between(connection, rows[0].author_id, back, limits.mutual_days) if back else {}
    found = tuple(
        Vote(
            row.member_id,
            row.at,
            row.team_id,
            row.joined_at,
            own_events=int(row.member_id in did or row.member_id not in young),
            between=between.get((row.member_id, row.at), 0),
            counts=row.role not in UNCOUNTED and row.member_id != row.author_id,
        )
        for row in rows
    )
    looked = _looked(connection, practice_id) if rows[0].looked else ()
    return Ballot(practice_id, rows[0].organisation_id, rows[0].maker_team, found, looked, known)


def _looked(connection: Connection, practice_id: int) -> tuple[Looked, ...]:
    return tuple(
        Looked(row.team_id, row.since, row.last, counts=bool(row.counts))
        for row in connection.execute(_BURSTS, {"practice": practice_id})
    )


def _did(connection: Connection, people: Sequence[int]) -> frozenset[int]:
    """Return who of these did something themselves besides voting."""
    columns = (
        practices.c.author_id,
        trials.c.member_id,
        pledges.c.member_id,
        questions.c.member_id,
        kudos.c.from_id,
    )
    each = (sa.select(column.label("member_id")).where(column.in_(people)) for column in columns)
    return frozenset(connection.execute(sa.union(*each)).scalars())


def _between(
    connection: Connection, maker: int, people: Sequence[int], days: float
) -> dict[tuple[int, datetime], int]:
    """Return the votes between a maker and each of these people, by who and by the moment of each vote."""
    pairs = connection.execute(
        sa.select(votes.c.member_id, practices.c.author_id, votes.c.at)
        .join(practices, practices.c.id == votes.c.practice_id)
        .where(
            sa.or_(
                sa.and_(votes.c.member_id == maker, practices.c.author_id.in_(people)),
                sa.and_(votes.c.member_id.in_(people), practices.c.author_id == maker),
            )
        )
    )
    given: dict[int, list[datetime]] = defaultdict(list)
    received: dict[int, list[datetime]] = defaultdict(list)
    for row in pairs:
        if row.member_id == maker:
            received[row.author_id].append(row.at)
        else:
            given[row.member_id].append(row.at)
    return {
        (person, at): mutual(given[person], received[person], at, days)
        for person in people
        for at in given[person]
    }


# --- held for a person to look at ----------------------------------------------------------------------


def hold_back(connection: Connection, ballot: Ballot, now: datetime) -> bool:
    """Hold votes that came in a burst and that nobody was asked about yet; False when there are none.

    A burst that goes on while nobody has decided is still the same one.
    """
    new = to_look_at(ballot.votes, ballot.looked, now, ballot.constants)
    for one in new:
        waiting = sa.and_(
            bursts.c.practice_id == ballot.practice_id,
            bursts.c.team_id == one.team,
            bursts.c.counts.is_(None),
            bursts.c.until > now,
        )
        longer = {"last": one.last, "until": one.until}
        grown = sa.update(bursts).where(waiting).values(longer).returning(bursts.c.id)
        if connection.execute(grown).first() is None:
            connection.execute(
                sa.insert(bursts).values(
                    public_id=new_public_id(),
                    organisation_id=ballot.organisation_id,
                    practice_id=ballot.practice_id,
                    team_id=one.team,
                    since=one.since,
                    **longer,
                )
            )
    return bool(new)


def held_to_tell(connection: Connection) -> list[Held]:
    """Return what is held and what coordinators were not asked about yet."""
    rows = connection.execute(
        sa.select(bursts)
        .where(bursts.c.counts.is_(None), sa.not_(bursts.c.told))
        .order_by(bursts.c.id)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    return [_held(row) for row in rows]


def mark_told(connection: Connection, one: Held) -> None:
    """Note that coordinators were asked."""
    connection.execute(sa.update(bursts).where(bursts.c.public_id == one.public_id).values(told=True))


def overdue(connection: Connection, now: datetime) -> list[Held]:
    """Return what nobody decided on in time."""
    rows = connection.execute(
        sa.select(bursts)
        .where(bursts.c.counts.is_(None), bursts.c.until <= now)
        .order_by(bursts.c.practice_id, bursts.c.id)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    return [_held(row) for row in rows]


def held_by_name(connection: Connection, organisation_id: int, public_id: str) -> Held | None:
    """Return votes that were held, in one organisation."""
    row = connection.execute(
        sa.select(bursts).where(bursts.c.organisation_id == organisation_id, bursts.c.public_id == public_id)
    ).first()
    return _held(row) if row else None


def let_count(connection: Connection, one: Held, *, counts: bool) -> None:
    """Let votes count, or not; the practice is to be counted again."""
    connection.execute(sa.update(bursts).where(bursts.c.public_id == one.public_id).values(counts=counts))


def _held(row: sa.Row[tuple[object, ...]]) -> Held:
    return Held(row.public_id, row.practice_id, row.organisation_id, row.counts)
