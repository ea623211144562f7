"""What the guard knows of words: names, places, organisations, and which words are ordinary."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final


@dataclass(frozen=True)
class Names:
    """What is known of words, all in small letters without accents.

    `first` are only names, `also_words` are names and ordinary words ("roos"), `last` are surnames without
    "van de". `others` are organisations, brands, laws and people out of books. `listed` tells whether a word
    is in the dictionary, with "^" before it for what has a capital there and is no known name; without a
    dictionary every word is in it, so that nothing is a name because nobody knows it.
    """

    first: frozenset[str] = field(default=frozenset(), repr=False)
    also_words: frozenset[str] = field(default=frozenset(), repr=False)
    last: frozenset[str] = field(default=frozenset(), repr=False)
    places: frozenset[str] = field(default=frozenset(), repr=False)
    others: frozenset[str] = field(default=frozenset(), repr=False)
    listed: Callable[[str], bool] = field(default=lambda _word: True, repr=False)

    def proper(self, word: str) -> bool:
        """Tell whether the dictionary has a word with a capital only: a brand, a district, a rare surname."""
        return self.listed("^" + word)

    def ordinary(self, word: str) -> bool:
        """Tell whether a word is in the dictionary, as it stands, bent, or as a compound of two that are."""
        return (
            self.listed(word)
            or any(word.endswith(end) and self.listed(word[: -len(end)]) for end in _ENDINGS)
            or ("-" in word and all(len(part) < 2 or self.ordinary(part) for part in word.split("-")))
            or (word not in self.last and _is_compound(word, self.listed))
        )


NOBODY: Final = Names()

_ENDINGS: Final = ("s", "'s", "en", "e", "je", "tje", "jes", "tjes", "pje", "ing", "d", "er", "ers")
_SHORTEST_PART: Final = 4  # shorter ones make a compound of anything
_BETWEEN_PARTS: Final = ("", "s", "en", "e")


def _is_compound(word: str, listed: Callable[[str], bool]) -> bool:
    """Tell whether a word is one of the dictionary with another behind it: "buurtverbinders"."""
    for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        if not listed(word[:at]):
            continue
        for between in _BETWEEN_PARTS:
            rest = word[at:].removeprefix(between) if word[at:].startswith(between) else ""
            if len(rest) >= _SHORTEST_PART and (
                listed(rest) or any(rest.endswith(end) and listed(rest[: -len(end)]) for end in _ENDINGS)
            ):
                return True
    return False


class Dictionary:
    """Sorted words in one block of bytes, a line each: 400,000 of them take 5 MB and are read at once."""

    def __init__(self, lines: bytes) -> None:
        self._lines = lines
        self.has = lru_cache(8192)(self._has)

    def _has(self, word: str) -> bool:
        """Look a word up by halving."""
        wanted = word.encode()
        low, high = 0, len(self._lines)
        while low < high:
            start = self._lines.rfind(b"\n", 0, (low + high) // 2) + 1
            end = self._lines.find(b"\n", start)
            line = self._lines[start:end]
            if line == wanted:
                return True
            if line < wanted:
                low = end + 1
            else:
                high = start
        return False


_OTHER_LETTERS: Final = str.maketrans("łŁıđĐøØß", "lLidDoOs")


@lru_cache(4096)
def fold(word: str) -> str:
    """Return a word in small letters without accents."""
    plain = unicodedata.normalize("NFKD", word.translate(_OTHER_LETTERS))
    return "".join(char for char in plain if not unicodedata.combining(char)).lower().replace("’", "'")
