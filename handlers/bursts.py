"""Votes that came at once are held for a coordinator to look at: never whose, and the maker hears nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.delivery import Lane
from domain.people import COORDINATORS
from domain.practices import Practice
from domain.rights import Reach
from handlers.kit import Button, Capability, Job, Refusal, Say, Turn, button, say, tap, tell
from handlers.kit.card import short_title
from handlers.kit.doors import ShowPractice
from storage import audit, members, numbers, practices
from storage.database import Connection
from storage.practices import Held


@button("bh", COORDINATORS, burst=Reach.ours)
class LetCount(Button):
    """Let votes count that came at once, or leave them out."""

    burst: str
    counts: bool


def look_after(connection: Connection, now: datetime) -> None:
    """Let count what nobody decided on in time, and ask coordinators about what is new."""
    for one in practices.overdue(connection, now):
        practices.hold(connection, one.practice_id)
        practices.let_count(connection, one, counts=True)
        practices.recount(connection, one.practice_id)
    for one in practices.held_to_tell(connection):
        _ask(connection, one, now)
        practices.mark_told(connection, one)


def _ask(connection: Connection, one: Held, now: datetime) -> None:
    """Ask the coordinators who may read the practice and did not make it."""
    hours = round(numbers.of(connection, one.organisation_id).manipulation.hold_hours)
    for who in members.with_roles(connection, one.organisation_id, COORDINATORS):
        for practice in practices.by_ids(connection, who, [one.practice_id]):
            if practice.author_id != who.id:
                saying = say(
                    "bursts-asked",
                    tap("bursts-count", LetCount(one.public_id, True)),
                    tap("bursts-not", LetCount(one.public_id, False)),
                    tap("bursts-see", ShowPractice(practice.public_id)),
                    title=short_title(practice),
                    hours=hours,
                )
                once = f"burst:{one.public_id}:{who.public_id}"
                tell(connection, who.id, saying, once=once, lane=Lane.loop, now=now)


def let_count(turn: Turn, pressed: LetCount) -> Say:
    """Decide, or decide otherwise; pressed twice it is decided once."""
    held, practice = _decidable(turn, pressed.burst)
    if held.counts is not pressed.counts:
        practices.hold(turn.connection, practice.id)
        practices.let_count(turn.connection, held, counts=pressed.counts)
        practices.recount(turn.connection, practice.id)
        audit.note(
            turn.connection,
            turn.member.organisation_id,
            turn.member.id,
            "votes-counted" if pressed.counts else "votes-left-out",
            now=turn.now,
            about=practice.public_id,
        )
    title = short_title(practice)
    if pressed.counts:
        other = tap("bursts-not", LetCount(held.public_id, False))
        return say("bursts-counted", other, title=title).instead()
    return say("bursts-left-out", tap("bursts-count", LetCount(held.public_id, True)), title=title).instead()


def _decidable(turn: Turn, public_id: str) -> tuple[Held, Practice]:
    """Return votes on a practice that this coordinator may read and did not make."""
    held = practices.held_by_name(turn.connection, turn.member.organisation_id, public_id)
    found = practices.by_ids(turn.connection, turn.member, [held.practice_id]) if held else []
    if held is None or not found or found[0].author_id == turn.member.id:
        raise Refusal("bursts-gone")
    return held, found[0]


CAPABILITY = Capability(
    name="bursts",
    buttons={LetCount: let_count},
    jobs=(Job("bursts", timedelta(minutes=5), look_after),),
)
