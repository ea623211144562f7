"""Words with marks as people type them on a phone: *bold*, _italic_, and addresses, which mean themselves."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

BOLD, ITALIC = "b", "i"
SIGNS = {BOLD: "*", ITALIC: "_"}

# An address comes first, so that a _ in it marks nothing; a mark holds on to words and ends on its own line.
_MARKED: Final = re.compile(
    r"(?P<address>https?://\S+)"
    r"|(?<![\w*])\*(?=\S)(?P<b>[^*\n]+)(?<=\S)\*(?![\w*])"
    r"|(?<![\w_])_(?=\S)(?P<i>[^_\n]+)(?<=\S)_(?![\w_])"
)


def dressed(words: str, dress: Callable[[str, str], str]) -> str:
    """Return words with `dress(mark, inside)` for each mark, and `dress("", part)` for the rest."""
    parts, at = [], 0
    for found in _MARKED.finditer(words):
        if found.lastgroup == "address":
            continue
        mark = found.lastgroup or ""
        parts += [
            dress("", words[at : found.start()]),
            dress(mark, dressed(found[mark], dress)),
        ]
        at = found.end()
    return "".join((*parts, dress("", words[at:])))


def bare(words: str) -> str:
    """Return words without their marks."""
    return dressed(words, lambda _mark, inside: inside)
