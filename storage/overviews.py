"""What coordinators may be told of their organisation: counted once a week, and then it stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from domain.matching import Outcome as Found
from domain.peers.constants import Constants
from domain.peers.evidence import Outcome
from domain.peers.facts import Sort
from domain.peers.holdout import Difference
from domain.peers.overview import (
    MOST_ROUNDS,
    QUESTION_WEEKS,
    ROUNDS_WEEKS,
    WEEKS,
    Facts,
    overview,
    strict,
)
from domain.people import State
from domain.practices import PracticeState, Visibility
from domain.questions import QuestionState
from domain.rounds import RoundState
from storage import numbers, opt_outs
from storage.database import Connection, insert_into
from storage.nudges import middle_pull, pull
from storage.opt_outs import OptOut
from storage.organisations import Organisation
from storage.tables import members, nudges, overviews, practices, questions, rounds, trials

KEPT = timedelta(days=2 * 365)
_TRIED = [Outcome.worked.value, Outcome.partly.value, Outcome.did_not.value]
_OVER = [RoundState.closed.value, RoundState.answered.value]


def of_week(connection: Connection, place: Organisation, now: datetime) -> Mapping[str, Any] | None:
    """Return the figures up to last Sunday; None as long as there are too few people.

    Whoever asks first in a week has them counted; they stay as they are until the next Monday.
    """
    until = week_start(place.timezone, now)
    week = until.astimezone(ZoneInfo(place.timezone)).date()
    mine = sa.and_(overviews.c.organisation_id == place.id, overviews.c.week == week)
    kept: Mapping[str, Any] | None = connection.execute(sa.select(overviews.c.figures).where(mine)).scalar()
    if kept is not None:
        return kept
    constants = numbers.of(connection, place.id)
    found = overview(facts(connection, place.id, until, constants), constants)
    if found is None:
        return None
    row = {"organisation_id": place.id, "week": week, "figures": found, "at": now}
    connection.execute(insert_into(connection, overviews).values(row).on_conflict_do_nothing())
    again: Mapping[str, Any] = connection.execute(sa.select(overviews.c.figures).where(mine)).scalar_one()
    return again


def week_start(zone: str, now: datetime) -> datetime:
    """Return the moment at which this week began, where the clock is that of `zone`."""
    today = now.astimezone(ZoneInfo(zone)).date()
    return datetime.combine(today - timedelta(days=today.weekday()), time(0), ZoneInfo(zone))


def facts(connection: Connection, organisation_id: int, until: datetime, constants: Constants) -> Facts:
    """Count an organisation up to a moment. These are exact: they are never shown."""
    asked, fitted, is_open = _questions(connection, organisation_id, until)
    month = until - timedelta(days=constants.stop.stopped_days)
    offers, new = _offers(connection, organisation_id, until, constants)
    return Facts(
        members=_members(connection, organisation_id, until),
        tries=_tries(connection, organisation_id, until, constants),
        asked=asked,
        fitted=fitted,
        open=is_open,
        hours=_hours(connection, organisation_id, until),
        rounds=_rounds(connection, organisation_id, until),
        stopped=opt_outs.count(connection, organisation_id, OptOut.stopped, month, until),
        offers=offers,
        new_offers=new,
        difference=_difference(connection, organisation_id, until, constants) if offers else None,
        middle=_middle(connection, organisation_id, until, constants),
    )


def _members(connection: Connection, organisation_id: int, until: datetime) -> int:
    query = sa.select(sa.func.count()).where(
        members.c.organisation_id == organisation_id,
        members.c.state == State.active.value,
        members.c.joined_at < until,
    )
    return int(connection.execute(query).scalar_one())


def _tries(
    connection: Connection, organisation_id: int, until: datetime, constants: Constants
) -> dict[str, list[int]]:
    """Return of each practice that enough colleagues tried the week of each; its maker does not count.

    Only what everybody may read: of a practice of one team the group would be that team.
    """
    tried = sa.and_(
        practices.c.organisation_id == organisation_id,
        practices.c.state == PracticeState.published.value,
        practices.c.visibility == Visibility.organisation.value,
        sa.not_(practices.c.illustrative),
        trials.c.outcome.in_(_TRIED),
        trials.c.member_id.is_distinct_from(practices.c.author_id),
        trials.c.at < until,
    )
    several = (
        sa.select(trials.c.practice_id)
        .join(practices, practices.c.id == trials.c.practice_id)
        .where(tried)
        .group_by(trials.c.practice_id)
        .having(sa.func.count() >= constants.privacy.count_from)
    )
    rows = connection.execute(
        sa.select(practices.c.public_id, trials.c.at)
        .join(practices, practices.c.id == trials.c.practice_id)
        .where(tried, trials.c.practice_id.in_(several))
        .order_by(practices.c.public_id, trials.c.at)
    )
    found: dict[str, list[int]] = {}
    for row in rows:
        ago = (until - row.at) // timedelta(days=7)
        found.setdefault(row.public_id, []).append(max(0, WEEKS - ago))
    return found


def _questions(connection: Connection, organisation_id: int, until: datetime) -> tuple[int, int, int]:
    """Count what was asked in the last weeks, what fitted at once, and what is open now."""
    here = sa.and_(questions.c.organisation_id == organisation_id, questions.c.at < until)
    recent = sa.and_(
        here,
        questions.c.at >= until - timedelta(weeks=QUESTION_WEEKS),
        questions.c.state != QuestionState.held.value,
    )
    fits = sa.case((questions.c.outcome != Found.NONE.value, 1), else_=0)
    asked, fitted = connection.execute(
        sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(fits), 0)).where(recent)
    ).one()
    gaps = sa.select(sa.func.count()).where(here, questions.c.state == QuestionState.open.value)
    return int(asked), int(fitted), int(connection.execute(gaps).scalar_one())


def _hours(connection: Connection, organisation_id: int, until: datetime) -> list[float]:
    """Return how long each question that nothing fitted waited for the end of it, in hours."""
    rows = connection.execute(
        sa.select(questions.c.at, questions.c.ended_at).where(
            questions.c.organisation_id == organisation_id,
            questions.c.ended_at < until,
            questions.c.ended_at >= until - timedelta(weeks=QUESTION_WEEKS),
        )
    )
    return [(row.ended_at - row.at) / timedelta(hours=1) for row in rows]


def _rounds(connection: Connection, organisation_id: int, until: datetime) -> list[tuple[str, int, int]]:
    rows = connection.execute(
        sa.select(rounds.c.public_id, rounds.c.invited, rounds.c.outcome)
        .where(
            rounds.c.organisation_id == organisation_id,
            rounds.c.state.in_(_OVER),
            rounds.c.closes_at < until,
            rounds.c.closes_at >= until - timedelta(weeks=ROUNDS_WEEKS),
        )
        .order_by(rounds.c.closes_at.desc(), rounds.c.id.desc())
        .limit(MOST_ROUNDS)
    )
    return [(row.public_id, row.invited, row.outcome["answered"]) for row in rows if row.outcome]


def _offers(
    connection: Connection, organisation_id: int, until: datetime, constants: Constants
) -> tuple[int, int]:
    """Count what was offered in the last weeks, and how much of it was shared not long before."""
    rows = connection.execute(
        sa.select(nudges.c.at, practices.c.shared_at)
        .join(practices, practices.c.id == nudges.c.practice_id)
        .where(
            nudges.c.organisation_id == organisation_id,
            nudges.c.sort == Sort.offer.value,
            sa.not_(nudges.c.held),
            nudges.c.at < until,
            nudges.c.at >= until - timedelta(days=constants.offers.window),
        )
    ).all()
    new = timedelta(days=constants.offers.new_days)
    return len(rows), sum(row.at - row.shared_at < new for row in rows)


def _difference(
    connection: Connection, organisation_id: int, until: datetime, constants: Constants
) -> Difference:
    """Compare who was offered something with who was left out by chance.

    Who is in which of them follows from what people did, so each has more than ten: then it has ten or more
    whoever is taken away.
    """
    told_from = strict(constants, constants.privacy.group + 1)
    return pull(connection, organisation_id, until, told_from, until=until).difference


def _middle(
    connection: Connection, organisation_id: int, until: datetime, constants: Constants
) -> Difference | None:
    """Compare the same of who is neither new nor ahead.

    Who is follows from what others did as well: somebody's deeds may move more than one of them across. So
    each arm has twice as many people as a group that figures are shown of.
    """
    return middle_pull(connection, organisation_id, until, strict(constants, 2 * constants.privacy.group))


def forget_old(connection: Connection, now: datetime) -> None:
    """Remove figures of two years ago."""
    connection.execute(sa.delete(overviews).where(overviews.c.at < now - KEPT))
