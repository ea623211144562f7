"""Every capability, one line each."""

from __future__ import annotations

from handlers.kit import Capability, Routes

CAPABILITIES: tuple[Capability, ...] = ()


def routes() -> Routes:
    """Return what all capabilities offer together."""
    return Routes(CAPABILITIES)
