"""One meaningful word of a question and everything in the practices that may stand for it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Group:
    """Words that must stand in a practice together: per word asked for, its forms in the practices."""

    forms: tuple[frozenset[str], ...]
    strength: float
    asked: str

    def stands_in(self, words: Set[str]) -> bool:
        """Tell whether a text with these words has a form of each."""
        return all(not forms.isdisjoint(words) for forms in self.forms)


@dataclass
class Concept:
    """One meaningful word of a question.

    `ways` maps words of the practices to the strength (0 to 1) with which they stand for it, `groups`
    holds what takes several words; both empty when no practice knows it. `repaired` holds the ways that
    were reached by mending the spelling, `translated` those reached through the dictionary with what was
    asked, and `taught` those that the organisation itself says mean the same. `share` is below 1 when several
    concepts come from one word: a compound must not count for two words. `places` are the numbers of its
    words in the question.
    """

    asked: str
    word: str
    places: tuple[int, ...] = ()
    share: float = 1.0
    ways: dict[str, float] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    repaired: set[str] = field(default_factory=set)
    translated: dict[str, str] = field(default_factory=dict)
    taught: set[str | Group] = field(default_factory=set)

    @property
    def known(self) -> bool:
        """Tell whether any practice may have it."""
        return bool(self.ways or self.groups)

    def met(self, words: Set[str]) -> tuple[float, str | Group | None]:
        """Return how strongly a text with these words meets it and by what; (0, None) when it does not."""
        strength, by = max(
            ((self.ways[word], word) for word in words & self.ways.keys()), default=(0.0, None)
        )
        best: str | Group | None = by
        for group in self.groups:
            if group.strength > strength and group.stands_in(words):
                strength, best = group.strength, group
        return strength, best

    def way(self, word: str, strength: float, translated: str | None = None) -> None:
        """Add a way, or make it stronger; `translated` is what was asked in other words."""
        if strength > self.ways.get(word, 0.0):
            self.ways[word] = strength
            self.translated.pop(word, None)
            if translated is not None:
                self.translated[word] = translated

    def forget(self) -> None:
        """Take back what mending the spelling has found."""
        for word in self.repaired:
            self.ways.pop(word, None)
        self.repaired.clear()
