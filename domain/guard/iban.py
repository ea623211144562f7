"""Account numbers, also mistyped ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from domain.guard.model import Kind, Span
from domain.guard.shared import numbers

# Caught whatever the check digits say: a typing error still points to someone.
_IBAN_DUTCH: Final = re.compile(
    r"(?<![A-Z0-9])NL[ .-]{0,2}\d[ .-]?\d[ .-]{0,2}[A-Z](?:[ .-]?[A-Z]){3}(?:[ .-]{0,2}\d){6,12}(?!\d)",
    re.IGNORECASE,
)
_IBAN_BANK: Final = re.compile(
    r"\b(?:ABNA|INGB|RABO|SNSB|ASNB|TRIO|KNAB|BUNQ|RBRB|REVO|FVLB)[ .-]?0(?:[ .-]?\d){9}(?!\d)"
)
_IBAN_START: Final = re.compile(r"(?<![A-Z0-9])([A-Z]{2}) ?\d{2}(?=[ .-]?[A-Z0-9])", re.IGNORECASE)
_IBAN_LENGTHS: Final[Mapping[str, int]] = MappingProxyType(
    {
        country: length
        for length, countries in {
            15: "NO", 16: "BE", 18: "DK FI", 19: "MK SI", 20: "AT BA EE LT LU XK", 21: "CH HR LI LV",
            22: "BG DE GB GE IE ME RS", 23: "AE GI IL", 24: "AD CZ ES MD PK RO SA SE SK TN", 25: "PT",
            26: "IS TR", 27: "FR GR IT MC SM", 28: "AL CY HU LB MA PL", 29: "BR UA", 31: "MT",
        }.items()
        for country in countries.split()
    }
)  # fmt: skip


def ibans(text: str) -> Iterator[Span]:
    """Yield what is found in plain text."""
    for pattern in (_IBAN_DUTCH, _IBAN_BANK):
        for found in pattern.finditer(text):
            yield Span(*found.span(), Kind.iban)
    for found in _IBAN_START.finditer(text):
        length = _IBAN_LENGTHS.get(found[1].upper())
        end = _reach(text, found.start(), length) if length else None
        if end is not None:
            number = re.sub(r"[ .-]", "", text[found.start() : end])
            if sum(map(str.isdigit, number)) > 9 and numbers().is_iban(number):
                yield Span(found.start(), end, Kind.iban)


def _reach(text: str, start: int, count: int) -> int | None:
    """Return where `count` ASCII letters and digits with at most one sign between them end, or None."""
    at, gap = start, 0
    while at < len(text):
        char = text[at]
        if char.isascii() and char.isalnum():
            count -= 1
            gap = 0
        elif char in " .-" and not gap:
            gap = 1
        else:
            return None
        at += 1
        if not count:
            return None if text[at : at + 1].isalnum() else at
    return None
