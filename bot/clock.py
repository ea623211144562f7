"""The clock of the running program. Nothing below `bot` reads it: there the moment is an argument."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)
