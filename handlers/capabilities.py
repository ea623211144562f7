"""Every capability, one line each."""

from __future__ import annotations

from handlers import help as helping
from handlers import housekeeping, join, leave, profile
from handlers.kit import Capability, Routes

CAPABILITIES: tuple[Capability, ...] = (
    join.CAPABILITY,
    profile.CAPABILITY,
    helping.CAPABILITY,
    leave.CAPABILITY,
    housekeeping.CAPABILITY,
)


def routes() -> Routes:
    """Return what all capabilities offer together."""
    return Routes(CAPABILITIES)
