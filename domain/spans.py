"""Spans of time as people write them: 30m, 24h, 7d, 2w."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

_SPAN: Final = re.compile(r"([1-9][0-9]{0,4}) ?(m|h|u|d|w)", re.IGNORECASE)
_UNITS: Final = {"m": "minutes", "h": "hours", "u": "hours", "d": "days", "w": "weeks"}


def span(words: str) -> timedelta | None:
    """Return the span that is meant ("u" is Dutch for hours), or None when it is not one."""
    found = _SPAN.fullmatch(words.strip())
    if found is None:
        return None
    return timedelta(**{_UNITS[found[2].lower()]: int(found[1])})
