"""What the clock does with rounds: open, ask, remind once, close, and tell. Every step is harmless twice."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.rounds import REMIND_AFTER, RoundState
from handlers.kit import Job, say, tap
from handlers.kit.doors import WriteBack
from handlers.rounds import words
from handlers.rounds.closing import close
from handlers.rounds.opening import open_due
from handlers.rounds.telling import ASKED, tell_author, tell_members
from storage import rounds
from storage.database import Connection
from storage.rounds import Round

TICK = timedelta(seconds=10)
WARNED_BEFORE = timedelta(days=1)


def sweep(connection: Connection, now: datetime) -> None:
    """Bring every round to where it should be by now."""
    open_due(connection, now)
    for one in rounds.due(connection, now):
        _move(connection, one, now)
    for one in rounds.owed(connection, now + WARNED_BEFORE):
        _warn(connection, one, now)


def _move(connection: Connection, one: Round, now: datetime) -> None:
    if one.state is RoundState.open and one.plan.closes_at <= now:
        close(connection, one, now)
    elif one.stage == ASKED and one.plan.opens_at + REMIND_AFTER <= now < one.plan.closes_at:
        rounds.remind(connection, one)
    fresh = rounds.by_public_id(connection, one.organisation_id, one.public_id)
    if fresh is not None and fresh.stage:
        tell_members(connection, fresh, now)


def _warn(connection: Connection, one: Round, now: datetime) -> None:
    """Tell a coordinator a day before that people expect to hear what comes of it."""
    back = tap("round-write-back", WriteBack(one.public_id))
    due = say("round-due", back, title=words.title(one.plan), date=one.plan.feedback_at)
    tell_author(connection, one, "due", due, now)


JOB = Job("rounds", TICK, sweep)
