"""What is left of somebody who was erased: nothing by which their words or their name can be found back."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any, Final


@dataclass(frozen=True)
class Erased:
    """An erasure in the list beside the database: of whom (hashes), when, and what was chosen."""

    at: datetime
    keep_practices: bool
    member: str
    addresses: frozenset[str]


GONE: Final = "…"  # stands where their words or their name stood, in any language
MARKED: Final = 24  # characters; a text that is shown shortened still begins the same
SHORTEST: Final = 8  # characters; shorter words are everybody's
_KEYS: Final = frozenset({"key", "data", "url", "kind", "moment", "at"})  # of a stored message: never words


def mark(words: str) -> str:
    """Return by what a text is known again without keeping it: a hash of how it begins."""
    return blake2b(words.strip().rstrip("…").strip()[:MARKED].encode(), digest_size=8).hexdigest()


def is_telling(words: str) -> bool:
    """Tell whether a text is long enough to be somebody's own."""
    return len(words.strip()) >= SHORTEST


def without_name(words: str, name: str) -> str:
    """Return words without a name, wherever it stands as a word of its own."""
    if len(name) < 2 or name not in words:
        return words
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", GONE, words)


def without(value: Any, marks: Collection[str], name: str) -> Any:
    """Return a stored message without the texts that are known by these marks, and without this name."""
    match value:
        case str():
            if is_telling(value) and mark(value) in marks:
                return GONE
            return without_name(value, name)
        case dict():
            return {
                key: one if key in _KEYS and isinstance(one, str) else without(one, marks, name)
                for key, one in value.items()
            }
        case list():
            return [without(one, marks, name) for one in value]
        case _:
            return value
