"""Who is made a coordinator, or is one no more: with a pause in which others can stop it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.people import COORDINATORS, Role

PAUSE: Final = timedelta(hours=24)  # everybody who coordinates has looked at their messages once
CAN_BE_TAKEN: Final = frozenset({Role.coordinator, Role.liaison, Role.policy})


@dataclass(frozen=True)
class RoleChange:
    """Somebody who gets another role after a pause; `asked_by` is None when who asked it has left."""

    id: int
    public_id: str
    organisation_id: int
    member_id: int
    role: Role
    asked_by: int | None
    due_at: datetime


def waits(before: Role, after: Role, *, from_chat: bool) -> bool:
    """Tell whether a change waits: one that makes a coordinator or takes one away, asked for in the chat.

    Somebody who got hold of one coordinator's account could otherwise put out the others in a minute.
    """
    return from_chat and ({before, after} & COORDINATORS != set())


def may_agree(change: RoleChange, member_id: int) -> bool:
    """Tell whether somebody may let it happen at once: a second person, who gains or loses nothing by it."""
    return change.asked_by is not None and member_id not in (change.asked_by, change.member_id)
