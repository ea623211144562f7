"""What a pass over everybody in an organisation needs to know, read in a few statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa

from domain.delivery import CAPPED, Lane
from domain.peers.constants import DEFAULTS, Constants
from domain.peers.evidence import Outcome, expected
from domain.peers.facts import Card, Earlier, Facts, History, Someone, Sort, Try
from domain.peers.offers import is_dismissed
from domain.people import CONSENT, THEMES, State
from domain.practices import PracticeState, Visibility
from domain.rhythm import WEEK, Sent
from domain.rounds import RoundState
from domain.trials import PledgeState
from storage import contexts, habits
from storage.database import Connection
from storage.deliveries.queueing import UNSAID
from storage.practices import told_in
from storage.tables import (
    deliveries,
    dismissals,
    employers,
    kudos,
    member_themes,
    members,
    nudge_rests,
    nudges,
    organisations,
    pledges,
    practice_themes,
    practices,
    questions,
    round_members,
    rounds,
    trials,
    views,
    votes,
)

SETTLED: Final = timedelta(days=7)  # who came in since then has enough that is new
AT_ONCE: Final = 1000  # people in one statement
_NOT_SENT: Final = ("cancelled", "failed", "gone")
_CAPPED: Final = [lane.value for lane in CAPPED]


def facts(
    connection: Connection,
    organisation_id: int,
    teams: Collection[int | None],
    rhythms: Collection[str],
    now: datetime,
    constants: Constants = DEFAULTS,
) -> Facts:
    """Return what is known of an organisation; who chose one of `rhythms`, in these teams, may be nudged."""
    secret: str = connection.execute(
        sa.select(organisations.c.secret).where(organisations.c.id == organisation_id)
    ).scalar_one()
    cards, worked, tried = _cards(connection, organisation_id)
    return Facts(
        secret=secret,
        people=_people(connection, organisation_id, teams, rhythms, now),
        cards=cards,
        tries=_tries(connection, organisation_id),
        started=started(connection, organisation_id, now - timedelta(days=constants.segments.active_days)),
        offered=_offered(connection, organisation_id, now - timedelta(days=constants.offers.window)),
        shown=_shown(connection, organisation_id),
        mean=expected(worked, tried, constants),
    )


def _people(
    connection: Connection,
    organisation_id: int,
    teams: Collection[int | None],
    rhythms: Collection[str],
    now: datetime,
) -> list[Someone]:
    themes: defaultdict[int, list[str]] = defaultdict(list)
    for row in connection.execute(
        sa.select(member_themes.c.member_id, member_themes.c.theme)
        .where(member_themes.c.organisation_id == organisation_id)
        .order_by(member_themes.c.theme)
    ):
        if row.theme in THEMES:
            themes[row.member_id].append(row.theme)
    rows = connection.execute(
        sa.select(
            *habits.COLUMNS,
            members.c.public_id,
            members.c.team_id,
            members.c.silent,
            members.c.joined_at,
            *contexts.COLUMNS,
        )
        .join(organisations, organisations.c.id == members.c.organisation_id)
        .outerjoin(employers, employers.c.id == members.c.employer_id)
        .where(
            members.c.organisation_id == organisation_id,
            members.c.state == State.active.value,
            members.c.consent == CONSENT,
        )
        .order_by(members.c.id)
    )
    known: dict[Any, Any] = {}
    return [
        Someone(
            row.member_id,
            row.public_id,
            _same(known, contexts.of_row(row)),
            _same(known, tuple(themes.get(row.member_id, ()))),
            _same(known, habits.of_row(row)),
            may=not row.silent
            and row.rhythm in rhythms
            and row.team_id in teams
            and row.joined_at < now - SETTLED,
        )
        for row in rows
    ]


def _same(known: dict[Any, Any], value: Any) -> Any:
    """Return one value for all that are equal: of a hundred thousand people most work in few places."""
    return known.setdefault(value, value)


def _cards(connection: Connection, organisation_id: int) -> tuple[list[Card], float, int]:
    """Return what anybody may be offered, and how much of all that was told worked, of how many."""
    about: dict[int, str] = {}
    for practice_id, theme in connection.execute(
        sa.select(practice_themes.c.practice_id, practice_themes.c.theme)
        .where(practice_themes.c.organisation_id == organisation_id)
        .order_by(practice_themes.c.practice_id, practice_themes.c.theme)
    ):
        if theme in THEMES:
            about.setdefault(practice_id, theme)
    rows = connection.execute(
        sa.select(
            practices.c.id,
            practices.c.author_id,
            practices.c.told,
            practices.c.shared_at,
            *contexts.COLUMNS,
        )
        .outerjoin(members, members.c.id == practices.c.author_id)
        .outerjoin(employers, employers.c.id == members.c.employer_id)
        .where(
            practices.c.organisation_id == organisation_id,
            practices.c.state == PracticeState.published.value,
            practices.c.visibility == Visibility.organisation.value,
            sa.not_(practices.c.illustrative),
        )
        .order_by(practices.c.id)
    )
    cards, worked, tried = [], 0.0, 0
    for row in rows:
        told = told_in(row.told)
        worked += told.worked + told.partly / 2
        tried += told.tried
        if row.id in about:
            place = contexts.of_row(row)
            cards.append(
                Card(row.id, row.author_id, about[row.id], place, row.shared_at, told.weights, told.tried)
            )
    return cards, worked, tried


def _tries(connection: Connection, organisation_id: int) -> list[Try]:
    rows = connection.execute(
        sa.select(
            trials.c.practice_id,
            trials.c.member_id,
            trials.c.at,
            trials.c.outcome,
            trials.c.named,
            (trials.c.line != "").label("has_line"),
        )
        .where(trials.c.organisation_id == organisation_id)
        .order_by(trials.c.id)
    )
    return [
        Try(row.practice_id, row.member_id, row.at, Outcome(row.outcome), named=row.named and row.has_line)
        for row in rows
    ]


def started(connection: Connection, organisation_id: int, since: datetime) -> dict[int, datetime]:
    """Return when members last did something by themselves; who only reads, or says no, did not."""
    events = (
        (votes, votes.c.member_id, votes.c.at),
        (pledges, pledges.c.member_id, pledges.c.at),
        (trials, trials.c.member_id, trials.c.at),
        (questions, questions.c.member_id, questions.c.at),
        (kudos, kudos.c.from_id, kudos.c.at),
        (practices, practices.c.author_id, practices.c.shared_at),
    )
    every = sa.union_all(
        *(
            sa.select(who.label("member_id"), at.label("at")).where(
                table.c.organisation_id == organisation_id, at > since, who.is_not(None)
            )
            for table, who, at in events
        )
    ).subquery()
    rows = connection.execute(
        sa.select(every.c.member_id, sa.func.max(every.c.at).label("at")).group_by(every.c.member_id)
    )
    return {row.member_id: row.at for row in rows}


def _offered(connection: Connection, organisation_id: int, since: datetime) -> dict[int, int]:
    rows = connection.execute(
        sa.select(nudges.c.practice_id, sa.func.count().label("many"))
        .where(
            nudges.c.organisation_id == organisation_id,
            nudges.c.at > since,
            nudges.c.sort != Sort.news.value,
            sa.not_(nudges.c.held),
        )
        .group_by(nudges.c.practice_id)
    )
    return {row.practice_id: row.many for row in rows}


def _shown(connection: Connection, organisation_id: int) -> dict[int, int]:
    rows = connection.execute(
        sa.select(views.c.practice_id, sa.func.count().label("many"))
        .where(views.c.organisation_id == organisation_id)
        .group_by(views.c.practice_id)
    )
    return {row.practice_id: row.many for row in rows}


@dataclass(frozen=True)
class Loop:
    """What was said to be done with a round that somebody was asked in."""

    round_id: int
    words: str


def loops(connection: Connection, ids: Sequence[int], since: datetime) -> dict[int, Loop]:
    """Return for each of these the newest round they were asked in, to which an answer came since then."""
    found: dict[int, Loop] = {}
    for start in range(0, len(ids), AT_ONCE):
        rows = connection.execute(
            sa.select(round_members.c.member_id, rounds.c.id, rounds.c.feedback)
            .join(rounds, rounds.c.id == round_members.c.round_id)
            .where(
                round_members.c.member_id.in_(ids[start : start + AT_ONCE]),
                sa.not_(round_members.c.declined),
                rounds.c.state == RoundState.answered.value,
                rounds.c.answered_at >= since,
            )
            .order_by(rounds.c.answered_at, rounds.c.id)
        )
        for row in rows:
            said = row.feedback or {}
            if words := said.get("will") or said.get("wont"):
                found[row.member_id] = Loop(row.id, words)
    return found


# --- of some people ---------------------------------------------------------------------------------


def histories(
    connection: Connection, ids: Sequence[int], now: datetime, constants: Constants = DEFAULTS
) -> dict[int, History]:
    """Return what these people were sent before, and what they said to it; who has nothing is left out."""
    found: dict[int, History] = {}
    for start in range(0, len(ids), AT_ONCE):
        found |= _histories(connection, ids[start : start + AT_ONCE], now, constants)
    return found


def _histories(
    connection: Connection, ids: Sequence[int], now: datetime, constants: Constants
) -> dict[int, History]:
    earlier, sent = _earlier(connection, ids), _sent(connection, ids, now)
    closed = _closed(connection, ids, now, constants)
    rests = {
        row.member_id: (row.told_at, row.gave_up_at)
        for row in connection.execute(sa.select(nudge_rests).where(nudge_rests.c.member_id.in_(ids)))
    }
    return {
        one: History(
            earlier.get(one, ()), sent.get(one, ()), frozenset(closed.get(one, ())), *rests.get(one, ())
        )
        for one in {*earlier, *sent, *closed, *rests}
    }


def _earlier(connection: Connection, ids: Sequence[int]) -> Mapping[int, list[Earlier]]:
    """Return earlier nudges, newest first; one for which there was no room in the end was not sent."""
    rows = connection.execute(
        sa.select(
            nudges.c.member_id,
            nudges.c.practice_id,
            nudges.c.at,
            nudges.c.sort,
            nudges.c.tapped_at,
            nudges.c.held,
        )
        .outerjoin(deliveries, deliveries.c.once == sa.literal("nudge:") + nudges.c.public_id)
        .where(
            nudges.c.member_id.in_(ids),
            sa.or_(deliveries.c.state.is_(None), deliveries.c.state.not_in(_NOT_SENT)),
        )
        .order_by(nudges.c.member_id, nudges.c.at.desc())
    )
    found: defaultdict[int, list[Earlier]] = defaultdict(list)
    for row in rows:
        found[row.member_id].append(
            Earlier(row.practice_id, row.at, Sort(row.sort), row.tapped_at is not None, row.held)
        )
    return found


def _sent(connection: Connection, ids: Sequence[int], now: datetime) -> Mapping[int, list[Sent]]:
    """Return what took room in the last week, and what is on its way."""
    rows = connection.execute(
        sa.select(deliveries.c.member_id, deliveries.c.lane, deliveries.c.released_at).where(
            deliveries.c.member_id.in_(ids),
            deliveries.c.lane.in_(_CAPPED),
            sa.or_(
                sa.and_(deliveries.c.released_at > now - WEEK, deliveries.c.state.not_in(_NOT_SENT)),
                deliveries.c.state.in_(UNSAID),
            ),
        )
    )
    found: defaultdict[int, list[Sent]] = defaultdict(list)
    for row in rows:
        found[row.member_id].append(Sent(Lane(row.lane), row.released_at or now))
    return found


def _closed(
    connection: Connection, ids: Sequence[int], now: datetime, constants: Constants
) -> Mapping[int, set[int]]:
    """Return what each is not offered: what is not for them, and what they want to try already."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for row in connection.execute(sa.select(dismissals).where(dismissals.c.member_id.in_(ids))):
        if is_dismissed([row.at] * row.times, now, constants):
            found[row.member_id].add(row.practice_id)
    open_ones = [PledgeState.open.value, PledgeState.asked.value]
    for row in connection.execute(
        sa.select(pledges.c.member_id, pledges.c.practice_id).where(
            pledges.c.member_id.in_(ids), pledges.c.state.in_(open_ones)
        )
    ):
        found[row.member_id].add(row.practice_id)
    return found
