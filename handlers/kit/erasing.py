"""Erase somebody: gone at once for everybody, and their rows in steps so small that nobody waits for them."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from handlers.kit.learning import unlearn
from handlers.kit.turn import Turn, World
from storage import conversations, erasure, leaving
from storage.database import Connection


def begin_leaving(turn: Turn, *, keep_practices: bool) -> None:
    """Let the member of this turn be gone: unreachable, signed out and nameless from its commit on."""
    for draft in conversations.names_of(turn.connection, turn.member.id):
        turn.world.originals.drop(draft)
    leaving.begin(turn.connection, turn.member, keep_practices=keep_practices, now=turn.now)
    turn.gone.append(True)


def erase_some(connection: Connection, world: World, erasure_id: int, most: int, now: datetime) -> int | None:
    """Do the next `most` rows of an erasure; return its step, None when it is over or another's."""
    tools = erasure.Tools(world.finder.analyse, partial(_unlearn, world))
    return erasure.advance(connection, erasure_id, tools, most, now)


def _unlearn(
    world: World,
    connection: Connection,
    organisation_id: int,
    member_id: int,
    after: int,
    most: int,
    now: datetime,
) -> int | None:
    return unlearn(connection, world, organisation_id, member_id, after, most, now)
