"""Who is told what of a round, each once, in slices: a large round must not hold everybody else up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from domain.delivery import Lane
from handlers.kit import Say
from handlers.kit.telling import tell
from handlers.rounds.answer import invitation, reminder
from handlers.rounds.outcome import feedback_told, told, told_from
from storage import rounds
from storage.database import Connection
from storage.rounds import Progress, Round

AT_ONCE = 200  # members told in one sweep
ASKED, REMINDED, TOLD, ANSWERED = 1, 2, 3, 4


def tell_members(connection: Connection, one: Round, now: datetime) -> None:
    """Tell the next of who was asked how far a round is."""
    if one.stage == TOLD and now < told_from(one):
        return
    waiting = rounds.to_tell(connection, one, AT_ONCE)
    for member in waiting:
        for stage in _missing(one.stage, member):
            saying = _SAID[stage](one, member)
            if saying is not None:
                _queue(connection, one, member.member_id, f"{stage}", saying, _LANES[stage], now)
    if waiting:
        rounds.mark_told(connection, one, [member.member_id for member in waiting])


def _missing(stage: int, member: Progress) -> Iterable[int]:
    """Yield what somebody has not heard: an outcome also when what comes of it is there already."""
    return (stage,) if stage < TOLD else range(max(member.told + 1, TOLD), stage + 1)


def _ask(one: Round, _member: Progress) -> Say:
    return invitation(one)


def _remind(one: Round, member: Progress) -> Say | None:
    if member.declined or member.done >= len(one.plan.questions):
        return None
    return reminder(one, member.done)


def _outcome_told(one: Round, member: Progress) -> Say | None:
    return None if member.declined or member.member_id == one.author_id else told(one)


def _feedback_told(one: Round, member: Progress) -> Say | None:
    return None if member.declined else feedback_told(one)


_SAID: Mapping[int, Callable[[Round, Progress], Say | None]] = {
    ASKED: _ask,
    REMINDED: _remind,
    TOLD: _outcome_told,
    ANSWERED: _feedback_told,
}
_LANES = {ASKED: Lane.round, REMINDED: Lane.reminder, TOLD: Lane.loop, ANSWERED: Lane.loop}


def tell_author(connection: Connection, one: Round, what: str, saying: Say, now: datetime) -> None:
    """Tell who owes an answer on a round."""
    for member_id in rounds.answering(connection, one):
        _queue(connection, one, member_id, what, saying, Lane.answer, now)


def _queue(
    connection: Connection, one: Round, member_id: int, what: str, saying: Say, lane: Lane, now: datetime
) -> None:
    once = f"round:{one.public_id}:{what}:{member_id}"
    # A question that can be answered no more is not asked.
    over = one.plan.closes_at if lane in (Lane.round, Lane.reminder) else None
    tell(connection, member_id, saying, once=once, lane=lane, now=now, not_after=over)
