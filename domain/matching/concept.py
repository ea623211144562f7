"""One meaningful word of a question and everything in the practices that may stand for it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Group:
    """Words that must stand in a practice together: per word asked for, its forms in the practices."""

    forms: tuple[frozenset[str], ...]
    strength: float
    asked: str


@dataclass
class Concept:
    """One meaningful word of a question.

    `ways` maps words of the practices to the strength (0 to 1) with which they stand for it, `groups`
    holds what takes several words; both empty when no practice knows it. `repaired` holds the ways that
    were reached by mending the spelling, `translated` those reached through the dictionary with what was
    asked. `share` is below 1 when several concepts come from one word: a compound must not count for two
    words. `places` are the numbers of its words in the question.
    """

    asked: str
    word: str
    places: tuple[int, ...] = ()
    share: float = 1.0
    ways: dict[str, float] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    repaired: set[str] = field(default_factory=set)
    translated: dict[str, str] = field(default_factory=dict)

    @property
    def known(self) -> bool:
        """Tell whether any practice may have it."""
        return bool(self.ways or self.groups)

    def way(self, word: str, strength: float, translated: str | None = None) -> None:
        """Add a way, or make it stronger; `translated` is what was asked in the other language."""
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
