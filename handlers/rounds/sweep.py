"""What the clock does with rounds: open, ask, remind once, close, and tell. Every step is harmless twice."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from domain.anonymity import Figure, comments, may_compare, merged, partition, shown
from domain.delivery import Lane
from domain.rounds import (
    CHOICE_ASKED_AGAIN,
    REMIND_AFTER,
    Kind,
    RoundState,
    Unfit,
    closes_at,
    comes_again,
    counts_of,
    days_open,
    feedback_at,
    unfit,
)
from domain.schedules import Every
from handlers.kit import Job, Say, say, tap, text
from handlers.kit.doors import WriteBack
from handlers.kit.telling import tell
from handlers.rounds import words
from handlers.rounds.answer import invitation, reminder
from handlers.rounds.outcome import feedback_told, told
from storage import audiences, rounds
from storage.database import Connection
from storage.rounds import Progress, Round

AT_ONCE = 200  # members told in one sweep: a large round must not hold everybody else up
TICK = timedelta(seconds=10)
WARNED_BEFORE = timedelta(days=1)
ASKED, REMINDED, TOLD, ANSWERED = 1, 2, 3, 4


def sweep(connection: Connection, now: datetime) -> None:
    """Bring every round to where it should be by now."""
    for one in rounds.due(connection, now):
        _move(connection, one, now)
    for one in rounds.owed(connection, now + WARNED_BEFORE):
        _warn(connection, one, now)


def _move(connection: Connection, one: Round, now: datetime) -> None:
    if one.state is RoundState.planned and one.plan.opens_at <= now:
        _open(connection, one, now)
    elif one.state is RoundState.open and one.plan.closes_at <= now:
        _close(connection, one, now)
    elif one.stage == ASKED and one.plan.opens_at + REMIND_AFTER <= now < one.plan.closes_at:
        rounds.remind(connection, one)
    fresh = rounds.by_public_id(connection, one.organisation_id, one.public_id)
    if fresh is not None and fresh.stage:
        _tell(connection, fresh, now)


# --- opening --------------------------------------------------------------------------------------------


def _open(connection: Connection, one: Round, now: datetime) -> None:
    ids = audiences.member_ids(connection, one.organisation_id, one.plan.audience)
    if one.author_id is None:  # nobody promised to write back
        rounds.cancel(connection, one)
        return
    wrong = _wrong(connection, one, ids, now)
    if wrong is not None:
        if rounds.cancel(connection, one):
            _plan_next(connection, one)
            _tell_author(connection, one, f"not-opened:{wrong.value}", _not_opened(one, wrong), now)
        return
    teams = rounds.teams_among(connection, ids)
    part_of = partition(Counter(teams.values())) if one.plan.split else dict.fromkeys(teams.values(), 0)
    known = rounds.team_names(connection, one.organisation_id)
    names: list[list[str]] = [[] for _ in range(max(part_of.values()) + 1)]
    for team, part in part_of.items():
        names[part].append(known.get(team, ""))
    listed = [sorted(filter(None, part)) for part in names]
    if rounds.open_it(connection, one, {member: part_of[teams[member]] for member in ids}, listed):
        _plan_next(connection, one)


def _wrong(connection: Connection, one: Round, ids: list[int], now: datetime) -> Unfit | None:
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


def _not_opened(one: Round, wrong: Unfit) -> Say:
    return say("round-not-opened", title=words.title(one.plan), why=text(f"round-why-{wrong.value}"))


def _plan_next(connection: Connection, one: Round) -> None:
    """Plan the next round of a series, until its end; it opens at the same time on the clock."""
    plan = one.plan
    opens = comes_again(one.first_at, plan.opens_at, plan.rhythm, one.zone)
    if opens is None or one.author_id is None or (plan.until and opens > plan.until):
        return
    closes = closes_at(opens, days_open(plan.rhythm, plan.days_open), one.zone)
    due = feedback_at(closes, plan.feedback_days, one.zone)
    rounds.plan_next(connection, one, replace(plan, opens_at=opens, closes_at=closes, feedback_at=due))


# --- closing --------------------------------------------------------------------------------------------


def _close(connection: Connection, one: Round, now: datetime) -> None:
    if not rounds.close(connection, one, _outcome(connection, one)):
        return
    closed = rounds.by_public_id(connection, one.organisation_id, one.public_id)
    assert closed is not None
    back = told(closed).with_taps(tap("round-write-back", WriteBack(one.public_id)))
    _tell_author(connection, one, "closed", back, now)


def _outcome(connection: Connection, one: Round) -> dict[str, Any]:
    """Work out what is shown, once: from here on nothing else is kept of the answers."""
    found = rounds.counts(connection, one)
    questions = list(zip(one.plan.questions, found, strict=True))
    figures = [counts for question, (counts, _) in questions if question.kind is not Kind.open]
    parts = range(max(len(one.parts), 1))
    groups = merged({part: [sum(counts[part]) for counts in figures] for part in parts})
    again = one.plan.rhythm is not Every.once
    shuffle = random.SystemRandom().shuffle
    shown_of: list[dict[str, Any]] = []
    for question, (counts, texts) in questions:
        if question.kind is Kind.open:
            shown_of.append({"texts": list(comments(texts, shuffle))})
            continue
        rows = [counts_of([counts[part] for part in group]) for group in groups]
        seen = shown(rows, scale=question.kind is Kind.scale, again=again)
        of_parts = [
            {"teams": sorted(name for part in group for name in one.parts[part]), "figure": _row(figure)}
            for group, figure in zip(groups, seen.parts, strict=False)
        ]
        shown_of.append({"whole": _row(seen.whole), "parts": of_parts})
    _compare(connection, one, shown_of)
    return {"answered": rounds.count_taking_part(connection, one), "questions": shown_of}


def _row(figure: Figure | None) -> dict[str, Any] | None:
    if figure is None:
        return None
    return {"answers": figure.answers, "shares": [[list(group), share] for group, share in figure.shares]}


def _compare(connection: Connection, one: Round, shown_of: list[dict[str, Any]]) -> None:
    """Put the share of the round before beside a scale, when enough or no people came in and went out."""
    before = rounds.before(connection, one)
    if before is None or before.outcome is None:
        return
    now_in, then_in = rounds.taking_part(connection, one), rounds.taking_part(connection, before)
    if not may_compare(len(now_in - then_in), len(then_in - now_in)):
        return
    for question, now, then in zip(one.plan.questions, shown_of, before.outcome["questions"], strict=True):
        if question.kind is Kind.scale and now["whole"] and then["whole"]:
            now["before"] = then["whole"]["shares"][0][1]


# --- telling --------------------------------------------------------------------------------------------


def _tell(connection: Connection, one: Round, now: datetime) -> None:
    waiting = rounds.to_tell(connection, one, AT_ONCE)
    for member in waiting:
        saying = _SAID[one.stage](one, member, now)
        if saying is not None:
            lane = _LANES[one.stage]
            _queue(connection, one, member.member_id, f"{one.stage}", saying, lane, now)
    if waiting:
        rounds.mark_told(connection, one, [member.member_id for member in waiting])


def _ask(one: Round, _member: Progress, _now: datetime) -> Say:
    return invitation(one)


def _remind(one: Round, member: Progress, now: datetime) -> Say | None:
    if member.declined or member.done >= len(one.plan.questions):
        return None
    return reminder(one, member.done, now)


def _outcome_told(one: Round, member: Progress, _now: datetime) -> Say | None:
    return None if member.declined or member.member_id == one.author_id else told(one)


def _feedback_told(one: Round, member: Progress, _now: datetime) -> Say | None:
    return None if member.declined else feedback_told(one)


_SAID: Mapping[int, Callable[[Round, Progress, datetime], Say | None]] = {
    ASKED: _ask,
    REMINDED: _remind,
    TOLD: _outcome_told,
    ANSWERED: _feedback_told,
}
_LANES = {ASKED: Lane.round, REMINDED: Lane.reminder, TOLD: Lane.loop, ANSWERED: Lane.loop}


def _warn(connection: Connection, one: Round, now: datetime) -> None:
    """Tell a coordinator a day before that people expect to hear what comes of it."""
    back = tap("round-write-back", WriteBack(one.public_id))
    due = say("round-due", back, title=words.title(one.plan), date=one.plan.feedback_at)
    _tell_author(connection, one, "due", due, now)


def _tell_author(connection: Connection, one: Round, what: str, saying: Say, now: datetime) -> None:
    for member_id in rounds.answering(connection, one):
        _queue(connection, one, member_id, what, saying, Lane.answer, now)


def _queue(
    connection: Connection, one: Round, member_id: int, what: str, saying: Say, lane: Lane, now: datetime
) -> None:
    once = f"round:{one.public_id}:{what}:{member_id}"
    # A question that can be answered no more is not asked.
    over = one.plan.closes_at if lane in (Lane.round, Lane.reminder) else None
    tell(connection, member_id, saying, once=once, lane=lane, now=now, not_after=over)


JOB = Job("rounds", TICK, sweep)
