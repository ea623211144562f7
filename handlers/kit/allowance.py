"""What somebody may do so many times on one day: looked at before they begin, and counted when they do it."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from domain.limits import Act
from handlers.kit.turn import Refusal, Turn
from storage import allowances, numbers


def enough(turn: Turn, act: Act) -> Refusal | None:
    """Return why no more may be done today, None when one more may; only looks."""
    most, together = _most(turn, act)
    if _together(turn, act) >= together:
        return Refusal("enough-together")
    if allowances.used(turn.connection, turn.member, act, _today(turn)) >= most:
        return Refusal(f"enough-{act.value}", most=most)
    return None


def spent(turn: Turn, act: Act) -> Refusal | None:
    """Count one more; return why not when there is no room for it, and then nothing was counted."""
    most, together = _most(turn, act)
    if _together(turn, act) >= together:
        return Refusal("enough-together")
    if not allowances.spend(turn.connection, turn.member, act, _today(turn), most):
        return Refusal(f"enough-{act.value}", most=most)
    return None


def _most(turn: Turn, act: Act) -> tuple[int, int]:
    """Return how many one person may do on a day, and all together."""
    limits = numbers.of(turn.connection, turn.member.organisation_id).limits
    most = int(getattr(limits, act.value))
    return most, most * limits.together


def _together(turn: Turn, act: Act) -> int:
    return allowances.used_together(turn.connection, turn.member.organisation_id, act, _today(turn))


def _today(turn: Turn) -> date:
    return turn.now.astimezone(ZoneInfo(turn.world.timezone)).date()
