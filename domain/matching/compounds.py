"""Dutch compounds: which known words a long word is made of."""

from __future__ import annotations

from collections.abc import Callable

SHORTEST_COMPOUND = 7
SHORTEST_PART = 3
LINKS = ("", "s", "e", "en", "n")
"""Letters that Dutch puts between the parts of a compound ("gezin-s-hulp", "schuld-en-last")."""


def split(word: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the fewest known words that make up a word, or nothing.

    Among splits into equally many parts the one with the longest shortest part wins, so that
    "schuldhulpverlening" gives schuld, hulp and verlening.
    """
    if len(word) < SHORTEST_COMPOUND:
        return ()
    best: list[tuple[str, ...] | None] = [None] * len(word) + [()]
    for start in range(len(word) - SHORTEST_PART, -1, -1):
        for end in range(start + SHORTEST_PART, len(word) + 1):
            part = word[start:end]
            if (start, end) == (0, len(word)) or not known(part):
                continue
            for link in LINKS:
                rest = best[end + len(link)] if end + len(link) <= len(word) else None
                if rest is None or not word.startswith(link, end) or (link and not rest):
                    continue
                best[start] = _better(best[start], (part, *rest))
    return best[0] or ()


def _better(old: tuple[str, ...] | None, new: tuple[str, ...]) -> tuple[str, ...]:
    if old is None:
        return new
    return min(old, new, key=lambda parts: (len(parts), -min(map(len, parts))))
