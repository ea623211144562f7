"""A text as words, each with where it stands."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from domain.guard.known import fold

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?")
_ENDS: Final = frozenset('.!?\n:;•–—-"“”(*>')
_QUOTES: Final = frozenset("'‘’«")


class Token(NamedTuple):
    """A word of the text, and the same in small letters without accents."""

    start: int
    end: int
    text: str
    plain: str

    @property
    def capital(self) -> bool:
        """Say whether it begins with a capital."""
        return self.text[0].isupper()


def tokens_of(text: str) -> list[Token]:
    """Return the words of a text, in order."""
    return [Token(*found.span(), found[0], fold(found[0])) for found in _WORD.finditer(text)]


def begins(text: str, start: int) -> bool:
    """Tell whether a sentence begins here, where every word has a capital."""
    before = text[max(0, start - 4) : start].rstrip(" ")
    if before[-1:] in _QUOTES and (len(before) == 1 or before[-2] in " \n"):
        return True
    return not before or before[-1] in _ENDS or before[-1] == "\n"
