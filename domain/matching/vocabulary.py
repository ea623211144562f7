"""Every word of the texts on a shelf: how many have it, its kin by stem, and the compounds that hold it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from domain.matching.compounds import SHORTEST_COMPOUND, SHORTEST_PART, split
from domain.matching.letters import Letters
from domain.matching.text import stem_all, stems

CROWD = 60
"""Most compounds that are looked at for one part, the shortest first."""
MOST_HELD = 10_000
"""Words of which it is remembered what compounds they are in."""
SHORTEST_HELD = 3
"""Letters of the shortest stem by which compounds are looked for."""


class _Numbers(dict[str, int]):
    """Numbers words in the order in which they come."""

    def __init__(self, words: list[str]) -> None:
        self._words = words

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self._words)
        self._words.append(word)
        return number


class Vocabulary:
    """Words by number. A word that no text has any more keeps its number and is not known."""

    def __init__(self, parts: frozenset[str]) -> None:
        self.words: list[str] = []
        self.numbers: dict[str, int] = _Numbers(self.words)
        self.counts: list[int] = []
        self._parts = parts
        self._by_language: dict[str, list[int]] = {}
        self._families: dict[str, tuple[str, ...]] = {}
        self._splits: dict[str, tuple[str, ...]] = {}
        self._held: dict[str, tuple[str, ...]] = {}
        self._letters = Letters()

    def knows(self, word: str) -> bool:
        """Tell whether any text has a word."""
        number = self.numbers.get(word)
        return number is not None and number < len(self.counts) and self.counts[number] > 0

    def count(self, word: str) -> int:
        """Return how many texts have a word."""
        number = self.numbers.get(word)
        return 0 if number is None or number >= len(self.counts) else self.counts[number]

    def add(self, numbers: Iterable[int], language: str) -> None:
        """Count the words of one more text in a language."""
        counts, all_counts = self._counts(language), self.counts
        new, learnt = [], []
        for number in numbers:
            counts[number] += 1
            all_counts[number] += 1
            if counts[number] == 1:
                learnt.append(number)
                if all_counts[number] == 1:
                    new.append(number)
        self._learn(learnt, language)
        self._changed(new)

    def remove(self, numbers: Iterable[int], language: str) -> None:
        """Count the words of one text less in a language."""
        counts, all_counts = self._counts(language), self.counts
        gone, forgotten = [], []
        for number in numbers:
            counts[number] -= 1
            all_counts[number] -= 1
            if not counts[number]:
                forgotten.append(number)
                if not all_counts[number]:
                    gone.append(number)
        self._forget(forgotten, language)
        self._changed(gone)

    def recount(self, language: str, counts: NDArray[np.int64]) -> None:
        """Take these counts of every word for a language; none is lower than before."""
        before = np.array(self._counts(language), dtype=np.int64)
        learnt = np.flatnonzero((counts > 0) & (before == 0))
        self._by_language[language] = counts.tolist()
        self.counts = (np.array(self.counts, dtype=np.int64) + counts - before).tolist()
        self._learn(learnt.tolist(), language)
        self._splits.clear()
        self._held.clear()

    def family(self, word: str, languages: tuple[str, ...]) -> set[str]:
        """Return the words that share a stem with a word in one of the languages."""
        found: set[str] = set()
        for root in stems(word, languages):
            found.update(self._families.get(root, ()))
        return found

    def near(self, word: str, edits: int) -> Iterator[str]:
        """Yield every word that may be this few edits away, and some that are not."""
        self._letters.read(self.words)
        return filter(self.knows, self._letters.near(word, edits))

    def can_be_part(self, word: str) -> bool:
        """Tell whether a word can be part of a compound; three letters only from the word list."""
        return word in self._parts or (len(word) > SHORTEST_HELD and self.knows(word))

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the words that a compound is made of, and the words that those are made of."""
        found = self._splits.get(word)
        if found is None:
            parts = split(word, self.can_be_part)
            found = parts + tuple(finer for part in parts for finer in self.parts(part))
            if word in self.numbers:
                self._splits[word] = found
        return found

    def compounds(self, word: str) -> Sequence[str]:
        """Return the compounds of which a word is a part."""
        found = self._held.get(word)
        if found is None:
            if len(self._held) > MOST_HELD:
                self._held.clear()
            found = self._held[word] = tuple(self._compounds(word))
        return found

    def _compounds(self, word: str) -> Iterator[str]:
        asked = set(stems(word))
        shortest = min(asked, key=lambda root: (len(root), root))
        if len(shortest) < SHORTEST_HELD:
            return
        holding = [
            held
            for held in self._holding(shortest)
            if (held.startswith(shortest) or shortest in held[SHORTEST_PART:])
            and len(held) >= len(shortest) + SHORTEST_PART
            and held != word
            and self.knows(held)
        ]
        for candidate in sorted(holding, key=lambda held: (len(held), held))[:CROWD]:
            if any(not asked.isdisjoint(stems(part)) for part in self.parts(candidate)):
                yield candidate

    def _holding(self, letters: str) -> Sequence[str]:
        self._letters.read(self.words)
        return [word for word in self._letters.holding(letters) if len(word) >= SHORTEST_COMPOUND]

    def _counts(self, language: str) -> list[int]:
        counts = self._by_language.setdefault(language, [])
        for short in (counts, self.counts):
            short.extend([0] * (len(self.words) - len(short)))
        return counts

    def _learn(self, numbers: Sequence[int], language: str) -> None:
        words = [self.words[number] for number in numbers]
        families = self._families
        for word, roots in zip(words, stem_all(words, language), strict=True):
            for root in roots:
                family = families.get(root, ())
                if word not in family:
                    families[root] = (*family, word)

    def _forget(self, numbers: Sequence[int], language: str) -> None:
        words = [self.words[number] for number in numbers]
        for number, word, roots in zip(numbers, words, stem_all(words, language), strict=True):
            others = tuple(
                name for name, counts in self._by_language.items() if number < len(counts) and counts[number]
            )
            for root in roots.difference(stems(word, others)):
                family = tuple(member for member in self._families[root] if member != word)
                if family:
                    self._families[root] = family
                else:
                    del self._families[root]

    def _changed(self, numbers: Sequence[int]) -> None:
        """Forget how the compounds are split that may hold a word that is new or gone."""
        if numbers:
            self._held.clear()
        if self._splits:
            for word in map(self.words.__getitem__, numbers):
                if len(word) > SHORTEST_HELD and word not in self._parts:
                    for holding in self._holding(word):
                        self._splits.pop(holding, None)
