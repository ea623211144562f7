"""Opening rounds when their schedules say so; what may not open is put off, and its coordinator hears why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from itertools import groupby

from domain.anonymity import partition
from domain.rounds import CHOICE_ASKED_AGAIN, Kind, Unfit, closes_at, feedback_at, rule_of, unfit
from domain.schedules import next_fire
from handlers.kit import At, Say, say, tap, text
from handlers.kit.doors import ListRounds, StartRound
from handlers.rounds import words
from handlers.rounds.telling import tell_author
from storage import audiences, rounds, schedules
from storage.database import Connection
from storage.rounds import Plan, Round
from storage.schedules import Firing


def open_due(connection: Connection, now: datetime) -> None:
    """Open what is due now; tell of what a standstill made too late."""
    due = schedules.take_due(connection, rounds.KIND, now)
    for (organisation_id, series), days in groupby(due, lambda one: (one.organisation_id, one.reference)):
        one = rounds.planned(connection, organisation_id, series)
        if one is not None:
            _open_or_put_off(connection, one, list(days), now)


def _open_or_put_off(connection: Connection, one: Round, days: Sequence[Firing], now: datetime) -> None:
    if one.author_id is None:  # nobody promised to write back
        rounds.cancel(connection, one)
        _tell_why(connection, one, "nobody", None, now)
        return
    missed = [day for day in days if day.skipped]
    fired = next((day for day in days if not day.skipped), None)
    ids = audiences.member_ids(connection, one.organisation_id, one.plan.audience)
    wrong = _wrong(connection, one, ids, now) if fired else None
    again = rounds.next_opening(connection, one)
    if missed:
        _tell_missed(connection, one, missed[-1], None if fired else again, now)
    if fired and wrong is None:
        rounds.put_off(connection, one, _moved(one, fired.due_at))  # it may have been due earlier
        _open(connection, one, ids)
        if again is not None:
            rounds.plan_next(connection, one, _moved(one, again))
        return
    if again is not None:
        rounds.put_off(connection, one, _moved(one, again))
    else:
        rounds.cancel(connection, one)
    if wrong is not None:
        _tell_why(connection, one, wrong.value, again, now)


def _open(connection: Connection, one: Round, ids: Sequence[int]) -> None:
    teams = rounds.teams_among(connection, ids)
    part_of = partition(Counter(teams.values())) if one.plan.split else dict.fromkeys(teams.values(), 0)
    known = rounds.team_names(connection, one.organisation_id)
    names: list[list[str]] = [[] for _ in range(max(part_of.values()) + 1)]
    for team, part in part_of.items():
        names[part].append(known.get(team, ""))
    listed = [sorted(filter(None, part)) for part in names]
    rounds.open_it(connection, one, {member: part_of[teams[member]] for member in ids}, listed)


def _moved(one: Round, opens: datetime) -> Plan:
    """Return the plan of a round that opens at another moment."""
    plan = one.plan
    again = next_fire(rule_of(plan.rhythm, opens, None, one.zone), opens)
    closes = closes_at(opens, plan.days_open, one.zone, again)
    due = feedback_at(closes, plan.feedback_days, one.zone)
    return replace(plan, opens_at=opens, closes_at=closes, feedback_at=due)


def _wrong(connection: Connection, one: Round, ids: Sequence[int], now: datetime) -> Unfit | None:
    choices = {question.bare for question in one.plan.questions if question.kind is Kind.choice}
    asked = rounds.asked_choices(
        connection, one.organisation_id, ids, now - CHOICE_ASKED_AGAIN, but_of=one.series
    )
    overdue = one.author_id is not None and rounds.overdue(connection, one.author_id, now) is not None
    return unfit(
        invited=len(ids),
        feedback_days=one.plan.feedback_days,
        overdue=overdue,
        asked_again=bool(choices & asked),
    )


# --- telling who asked ----------------------------------------------------------------------------------


def _tell_why(connection: Connection, one: Round, why: str, again: datetime | None, now: datetime) -> None:
    saying = say("round-not-opened", title=words.title(one.plan), why=text(f"round-why-{why}"))
    what = f"not-opened:{one.plan.opens_at:%Y-%m-%d}"
    tell_author(connection, one, what, _and_then(saying, again), now)


def _tell_missed(
    connection: Connection, one: Round, missed: Firing, again: datetime | None, now: datetime
) -> None:
    day = datetime.combine(missed.day, time(12), UTC)
    saying = say("round-missed", title=words.title(one.plan), day=day)
    tell_author(connection, one, f"missed:{missed.day}", _and_then(saying, again), now)


def _and_then(saying: Say, again: datetime | None) -> Say:
    if again is None:
        return saying.with_taps(tap("round-new", StartRound()), tap("round-mine", ListRounds(0)))
    return saying.then(text("round-comes-again", date=At(again))).with_taps(tap("round-mine", ListRounds(0)))
