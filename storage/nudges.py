"""What was offered unasked, and what came of it: rows that are written before anything is sent."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import sqlalchemy as sa

from domain.peers.constants import DEFAULTS, Constants
from domain.peers.facts import Opportunity, Rest, Sort
from domain.peers.holdout import Arm, Difference, Person, difference, period, pooled, pull_through
from domain.peers.nudges import NORMS
from domain.peers.stopping import Harm
from domain.people import Member, State
from domain.practices import PracticeState, Visibility
from storage import audit, opt_outs
from storage.database import Connection, insert_into, new_public_id
from storage.opt_outs import OptOut
from storage.standings import in_the_middle
from storage.tables import (
    members,
    nudge_passes,
    nudge_rests,
    nudges,
    practice_translations,
    practices,
    trials,
    views,
)

KEPT = timedelta(days=182)  # three draws and a bit
BEGUN = "nudging-begun"


def once_of(public_id: str) -> str:
    """Return the name under which a nudge is said once."""
    return f"nudge:{public_id}"


# --- passes -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Pass:
    """A day on which practices are offered in an organisation, that is not done yet."""

    organisation_id: int
    day: date
    kind: str
    due_at: datetime


def open_pass(connection: Connection, organisation_id: int, kind: str, day: date, due_at: datetime) -> None:
    """Note that a pass is due."""
    row = {"organisation_id": organisation_id, "day": day, "kind": kind, "due_at": due_at}
    connection.execute(insert_into(connection, nudge_passes).values(row).on_conflict_do_nothing())


def passes(connection: Connection, kind: str) -> tuple[Pass, ...]:
    """Return the passes of a kind that are not done, the oldest first."""
    rows = connection.execute(
        sa.select(nudge_passes)
        .where(nudge_passes.c.kind == kind, nudge_passes.c.done_at.is_(None))
        .order_by(nudge_passes.c.due_at, nudge_passes.c.organisation_id)
    )
    return tuple(Pass(row.organisation_id, row.day, row.kind, row.due_at) for row in rows)


def close_pass(connection: Connection, one: Pass, now: datetime) -> None:
    """Note that a pass is done."""
    connection.execute(
        sa.update(nudge_passes)
        .where(
            nudge_passes.c.organisation_id == one.organisation_id,
            nudge_passes.c.day == one.day,
            nudge_passes.c.kind == one.kind,
        )
        .values(done_at=now)
    )


# --- what is decided --------------------------------------------------------------------------------


def add(
    connection: Connection,
    organisation_id: int,
    one: Opportunity,
    day: date,
    constants: Constants = DEFAULTS,
) -> str | None:
    """Write down one opportunity, whether it is sent or left out; None when that person has one today."""
    return _add(
        connection,
        organisation_id=organisation_id,
        member_id=one.member,
        practice_id=one.practice,
        day=day,
        sort=one.sort.value,
        kind=one.message.kind.value,
        active=one.message.group,
        held=one.held,
        period=period(one.at, constants),
        at=one.at,
    )


def add_digest(
    connection: Connection,
    organisation_id: int,
    member_id: int,
    practice_id: int,
    day: date,
    now: datetime,
    constants: Constants = DEFAULTS,
) -> None:
    """Write down the practice that somebody's digest offers."""
    _add(
        connection,
        organisation_id=organisation_id,
        member_id=member_id,
        practice_id=practice_id,
        day=day,
        sort=Sort.digest.value,
        kind=Sort.digest.value,
        active=0,
        held=False,
        period=period(now, constants),
        at=now,
    )


def _add(connection: Connection, **row: object) -> str | None:
    statement = (
        insert_into(connection, nudges)
        .values(public_id=new_public_id(), **row)
        .on_conflict_do_nothing(index_elements=[nudges.c.member_id, nudges.c.day])
        .returning(nudges.c.public_id)
    )
    return connection.execute(statement).scalar()


def rest(connection: Connection, organisation_id: int, one: Rest) -> None:
    """Note that somebody gets less from now on, or hardly anything."""
    values = {"gave_up_at": one.at} if one.over else {"told_at": one.at, "gave_up_at": None}
    connection.execute(
        insert_into(connection, nudge_rests)
        .values(organisation_id=organisation_id, member_id=one.member, **values)
        .on_conflict_do_update(index_elements=[nudge_rests.c.member_id], set_=values)
    )


@dataclass(frozen=True)
class Titled:
    """A practice as a message names it: in the reader's language when there is a translation."""

    public_id: str
    titles: Mapping[str, str]
    language: str
    quote: str

    def title(self, language: str) -> str:
        """Return the title for a reader of this language."""
        return self.titles.get(language) or self.titles[self.language]


def titles(connection: Connection, organisation_id: int, ids: Collection[int]) -> dict[int, Titled]:
    """Return the names of these practices, as far as everybody in the organisation may read them now."""
    rows = connection.execute(
        sa.select(
            practices.c.id, practices.c.public_id, practices.c.language, practices.c.title, practices.c.told
        ).where(
            practices.c.id.in_(ids),
            practices.c.organisation_id == organisation_id,
            practices.c.state == PracticeState.published.value,
            practices.c.visibility == Visibility.organisation.value,
        )
    ).all()
    foreign: dict[int, dict[str, str]] = {row.id: {row.language: row.title} for row in rows}
    for row in connection.execute(
        sa.select(
            practice_translations.c.practice_id,
            practice_translations.c.language,
            practice_translations.c.title,
        ).where(practice_translations.c.practice_id.in_(ids))
    ):
        if row.practice_id in foreign:
            foreign[row.practice_id].setdefault(row.language, row.title)
    return {
        row.id: Titled(row.public_id, foreign[row.id], row.language, (row.told or {}).get("quote", ""))
        for row in rows
    }


@dataclass(frozen=True)
class Peer:
    """A colleague who agreed to be told of, and their sentence."""

    name: str
    job: str
    line: str


def peer(connection: Connection, practice_id: int, job: str) -> Peer | None:
    """Return who tried a practice with their name to it, and it worked: of this job first, the newest."""
    row = connection.execute(
        sa.select(members.c.name, members.c.job, trials.c.line)
        .join(members, members.c.id == trials.c.member_id)
        .where(
            trials.c.practice_id == practice_id,
            trials.c.named,
            trials.c.line != "",
            members.c.name != "",
            trials.c.outcome.in_(["worked", "partly"]),
        )
        .order_by((members.c.job == job).desc(), trials.c.at.desc(), trials.c.id.desc())
        .limit(1)
    ).first()
    return Peer(row.name, row.job, row.line) if row else None


@dataclass(frozen=True)
class Addressee:
    """What a message needs to know of its reader."""

    language: str
    job: str


def addressees(connection: Connection, ids: Collection[int]) -> dict[int, Addressee]:
    """Return the language and the job of these members."""
    rows = connection.execute(
        sa.select(members.c.id, members.c.language, members.c.job).where(members.c.id.in_(ids))
    )
    return {row.id: Addressee(row.language, row.job) for row in rows}


# --- what is said to it -----------------------------------------------------------------------------


def practice_of(connection: Connection, member: Member, public_id: str) -> str | None:
    """Return the practice that a nudge to this member offered; one that was left out was not sent."""
    return connection.execute(
        sa.select(practices.c.public_id)
        .join(nudges, nudges.c.practice_id == practices.c.id)
        .where(nudges.c.public_id == public_id, nudges.c.member_id == member.id, sa.not_(nudges.c.held))
    ).scalar()


def tap(connection: Connection, member: Member, public_id: str, now: datetime) -> None:
    """Note that a nudge was answered, whatever the answer."""
    connection.execute(
        sa.update(nudges)
        .where(
            nudges.c.public_id == public_id,
            nudges.c.member_id == member.id,
            nudges.c.tapped_at.is_(None),
        )
        .values(tapped_at=now)
    )


# --- what came of it --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Begun:
    """What was said before the first one: how many people there were, and what can be found with so many."""

    at: datetime
    people: int
    held: int
    rise: int  # percentage points, from 10%, that are found four times out of five


@dataclass(frozen=True)
class Pull:
    """What nudging came to: of opportunities, and of people per period, each counted once."""

    opportunities: int  # offers that were decided on, left out ones included
    sent: int
    held: int
    tapped: int
    difference: Difference  # who tried something in a period, among the sent and the left out
    begun: Begun | None


def pull(
    connection: Connection,
    organisation_id: int,
    now: datetime,
    constants: Constants = DEFAULTS,
    *,
    until: datetime | None = None,
) -> Pull:
    """Return what came of the offers of the last half year.

    Everybody who had an opportunity in a period counts once in it, by what they did from the first one on:
    up to there chance has decided nothing, and afterwards it decides how many more they get.
    """
    last = until or now
    offers = sa.and_(
        nudges.c.organisation_id == organisation_id,
        nudges.c.sort == Sort.offer.value,
        nudges.c.at <= last,
        nudges.c.at > now - KEPT,
    )
    counts = connection.execute(
        sa.select(
            sa.func.count().label("opportunities"),
            sa.func.coalesce(sa.func.sum(sa.case((nudges.c.held, 1), else_=0)), 0).label("held"),
            sa.func.count(nudges.c.tapped_at).label("tapped"),
        ).where(offers)
    ).one()
    firsts = connection.execute(
        sa.select(nudges.c.member_id, nudges.c.period, nudges.c.held, sa.func.min(nudges.c.at).label("at"))
        .where(offers)
        .group_by(nudges.c.member_id, nudges.c.period, nudges.c.held)
        .order_by(nudges.c.member_id)
    ).all()
    tried = _tried(connection, organisation_id, now - KEPT)
    people: dict[int, Person] = {}
    for row in firsts:
        before = people.get(row.member_id, Person())
        did = any(
            at >= row.at and at <= last and period(at, constants) == row.period
            for at in tried.get(row.member_id, ())
        )
        people[row.member_id] = _counted(before, held=row.held, did=did)
    return Pull(
        opportunities=counts.opportunities,
        sent=counts.opportunities - counts.held,
        held=counts.held,
        tapped=counts.tapped,
        difference=pooled(people.values(), constants),
        begun=begun(connection, organisation_id),
    )


def middle_pull(
    connection: Connection, organisation_id: int, until: datetime, constants: Constants = DEFAULTS
) -> Difference | None:
    """Compare, of who was in the middle when the last whole period began, who tried something in it.

    None as long as nothing was offered in a whole period. Only who had an opportunity counts: chance decided
    on those alone.
    """
    over = period(until, constants) - 1
    begin = datetime.fromordinal(int(over * constants.hold_out.period_days)).replace(tzinfo=UTC)
    rows = connection.execute(
        sa.select(nudges.c.member_id, nudges.c.held)
        .where(
            nudges.c.organisation_id == organisation_id,
            nudges.c.sort == Sort.offer.value,
            nudges.c.period == over,
        )
        .distinct()
    ).all()
    if not rows:
        return None
    middle = in_the_middle(connection, organisation_id, begin, constants)
    tried = _tried(connection, organisation_id, begin)
    arms = {
        held: pull_through(
            [
                min((at for at in tried.get(row.member_id, ()) if at >= begin), default=None)
                for row in rows
                if row.held is held and row.member_id in middle
            ],
            begin,
            constants,
        )
        for held in (False, True)
    }
    return difference(arms[False], arms[True], constants)


def _counted(before: Person, *, held: bool, did: bool) -> Person:
    arm = before.held if held else before.sent
    more = Arm(arm.did + did, arm.of + 1)
    return Person(before.sent, more) if held else Person(more, before.held)


def _tried(connection: Connection, organisation_id: int, since: datetime) -> dict[int, list[datetime]]:
    rows = connection.execute(
        sa.select(trials.c.member_id, trials.c.at).where(
            trials.c.organisation_id == organisation_id, trials.c.at > since
        )
    )
    found: dict[int, list[datetime]] = {}
    for row in rows:
        found.setdefault(row.member_id, []).append(row.at)
    return found


def begin(
    connection: Connection, organisation_id: int, people: int, held: int, rise: int, now: datetime
) -> bool:
    """Write down what was said beforehand; False when that was done."""
    if begun(connection, organisation_id) is not None:
        return False
    audit.note(connection, organisation_id, None, BEGUN, now=now, people=people, held=held, rise=rise)
    return True


def begun(connection: Connection, organisation_id: int) -> Begun | None:
    """Return what was said before the first nudge."""
    noted = audit.first(connection, organisation_id, BEGUN)
    return Begun(noted.at, **noted.details) if noted else None


def harm(
    connection: Connection, organisation_id: int, now: datetime, constants: Constants = DEFAULTS
) -> Harm:
    """Count what would end nudging, since it was started last.

    Answers on energy belong to nobody, so they cannot be compared between who is sent something and who not.
    """
    since = now - timedelta(days=constants.stop.stopped_days)
    started = audit.last(connection, organisation_id, "nudging-started")
    if started is not None:
        since = max(since, started.at)
    taking_part = sa.select(sa.func.count()).where(
        members.c.organisation_id == organisation_id, members.c.state == State.active.value
    )
    receivers = sa.select(sa.func.count(sa.distinct(nudges.c.member_id))).where(_went(organisation_id, since))
    asked = sa.select(sa.func.count(sa.distinct(nudges.c.member_id))).where(
        _went(organisation_id, since),
        nudges.c.member_id.in_(opt_outs.of(OptOut.less, organisation_id, since)),
    )
    small = sa.select(sa.func.count()).where(
        _went(organisation_id, since),
        nudges.c.kind.in_([kind.value for kind in NORMS]),
        nudges.c.active < DEFAULTS.norms.group,
    )
    return Harm(
        members=int(connection.execute(taking_part).scalar_one()),
        stopped=opt_outs.count(connection, organisation_id, OptOut.stopped, since),
        receivers=int(connection.execute(receivers).scalar_one()),
        asked_less=int(connection.execute(asked).scalar_one()),
        small_group_norms=int(connection.execute(small).scalar_one()),
        effect=pull(connection, organisation_id, now, constants).difference.verdict,
    )


def _went(organisation_id: int, since: datetime) -> sa.ColumnElement[bool]:
    return sa.and_(
        nudges.c.organisation_id == organisation_id,
        nudges.c.at > since,
        nudges.c.sort == Sort.offer.value,
        sa.not_(nudges.c.held),
    )


def note_view(connection: Connection, practice_id: int, member: Member) -> None:
    """Note that somebody saw a new practice; seen again it is the same."""
    connection.execute(
        insert_into(connection, views)
        .values(practice_id=practice_id, member_id=member.id, organisation_id=member.organisation_id)
        .on_conflict_do_nothing()
    )


def forget_old(connection: Connection, now: datetime) -> None:
    """Remove nudges after half a year, and who saw a practice as soon as it is not new any more."""
    connection.execute(sa.delete(nudges).where(nudges.c.at < now - KEPT))
    connection.execute(sa.delete(nudge_passes).where(nudge_passes.c.due_at < now - KEPT))
    old = sa.select(practices.c.id).where(
        practices.c.shared_at < now - timedelta(days=DEFAULTS.offers.new_days)
    )
    connection.execute(sa.delete(views).where(views.c.practice_id.in_(old)))
    opt_outs.forget_old(connection, now)
