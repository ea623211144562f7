"""Text for detection: look-alike signs made one, what nobody sees left out, and where each came from."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple


class Plain(NamedTuple):
    """Text for detection, and for each of its characters the offset it came from."""

    text: str
    origin: range | list[int]


_SPECIAL: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys("‐‑‒–—―−﹘﹣－⁃", "-"),
        **dict.fromkeys("·․。｡", "."),
        "\t": " ",
        "\r": "\n",
        "\u20e3": "",
    }
)


def plain(text: str) -> Plain:
    """Return text as one reads it: without invisible characters, with look-alike signs made one."""
    if text.isascii() and "\t" not in text and "\r" not in text:
        return Plain(text, range(len(text)))
    chars: list[str] = []
    origin: list[int] = []
    for offset, char in enumerate(text):
        simple = char if " " <= char <= "~" else _simple(char)
        if simple:
            chars.append(simple)
            origin.append(offset)
    return Plain("".join(chars), origin)


@cache
def _simple(char: str) -> str:
    """Return the one plain character that char stands for, or "" for what nobody sees."""
    if char in _SPECIAL:
        return _SPECIAL[char]
    category = unicodedata.category(char)
    if category == "Cf" or category == "Mn" or "\ufe00" <= char <= "\ufe0f":
        return ""
    if category == "Zs":
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(char))
    # Superscripts stay: "m²" is no figure.
    folded = unicodedata.normalize("NFKC", char) if category != "No" else char
    return folded if len(folded) == 1 else char
