"""The shelves that one viewer may read, as if they were one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from domain.matching.compounds import split
from domain.matching.names import Vector, asked, rarity
from domain.matching.shelf import Shelf
from domain.matching.text import SNOWBALL


class View:
    """What is known of all visible texts together."""

    def __init__(self, shelves: Sequence[Shelf]) -> None:
        self.shelves = [shelf for shelf in shelves if shelf.count]
        for shelf in self.shelves:
            shelf.settle()
        self.count = sum(shelf.count for shelf in self.shelves)
        self.names = sum(shelf.names for shelf in self.shelves)
        self.languages = sorted({name for shelf in self.shelves for name, n in shelf.languages.items() if n})
        self.average = sum(shelf.length for shelf in self.shelves) / max(1, self.count) or 1.0

    def knows(self, word: str) -> bool:
        """Tell whether a visible text has a word."""
        return any(shelf.vocabulary.knows(word) for shelf in self.shelves)

    def frequency(self, word: str) -> int:
        """Return how many visible texts have a word."""
        return sum(shelf.vocabulary.count(word) for shelf in self.shelves)

    def family(self, word: str, languages: tuple[str, ...] = tuple(SNOWBALL)) -> set[str]:
        """Return the visible words that share a stem with a word in one of the languages."""
        return set().union(*(shelf.vocabulary.family(word, languages) for shelf in self.shelves))

    def compounds(self, word: str) -> set[str]:
        """Return the visible compounds with a word in them."""
        return {found for shelf in self.shelves for found in shelf.vocabulary.compounds(word)}

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the parts of a compound according to the first shelf that can split it."""
        return next((parts for shelf in self.shelves if (parts := shelf.vocabulary.parts(word))), ())

    def split(self, word: str, also: Callable[[str], bool]) -> tuple[str, ...]:
        """Return the parts of a word that may be known words or words for which `also` holds."""
        vocabularies = [shelf.vocabulary for shelf in self.shelves]
        return split(word, lambda part: also(part) or any(one.can_be_part(part) for one in vocabularies))

    def near(self, word: str, edits: int) -> Iterator[str]:
        """Yield every visible word that may be this few edits away, and some that are not."""
        for shelf in self.shelves:
            yield from shelf.vocabulary.near(word, edits)

    def vector(self, words: Sequence[str]) -> Vector:
        """Return the vector of a question over the visible names."""
        return asked(
            words,
            lambda features: rarity(
                self.count,
                np.sum([shelf.named(features) for shelf in self.shelves], axis=0, dtype=np.int64),
            ),
        )
