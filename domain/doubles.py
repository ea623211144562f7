"""Doubles: two practices that are much alike, and which of them would stay."""

from __future__ import annotations

from datetime import timedelta

from domain.moderation import may_merge
from domain.practices import Practice

PUT_OFF = timedelta(days=14)
"""How long a pair stays away after "later"."""


def which_gives_way(one: Practice, other: Practice) -> tuple[Practice, Practice] | None:
    """Return the double and the one that stays, or None when neither may give way to the other.

    What more people found useful stays, and of two that are equal the older one: its link is known longer.
    Two examples that were made up are nobody's work twice, and are left alone.
    """
    if one.illustrative and other.illustrative:
        return None
    first, second = sorted((one, other), key=lambda each: (-each.useful, each.shared_at, each.id))
    if may_merge(second, first):
        return second, first
    return (first, second) if may_merge(first, second) else None
