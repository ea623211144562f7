"""Tell everybody who coordinates what was done: who does something risky cannot do it unseen."""

from __future__ import annotations

from datetime import datetime

from domain.delivery import Lane
from domain.people import COORDINATORS
from handlers.kit.say import Say
from handlers.kit.telling import tell
from storage import members
from storage.database import Connection


def alert(
    connection: Connection, organisation_id: int, saying: Say, *, once: str, now: datetime, but: int = 0
) -> int:
    """Tell all coordinators of an organisation, at once and whatever their hours; return how many."""
    told = 0
    for one in members.with_roles(connection, organisation_id, COORDINATORS):
        if one.id != but:
            told += tell(connection, one.id, saying, once=f"{once}:{one.id}", lane=Lane.answer, now=now)
    return told
