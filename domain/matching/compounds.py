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
    size = len(word)
    if size < SHORTEST_COMPOUND:
        return ()
    # By place, the letters from there as parts; and by end of a part, what may follow it.
    best: dict[int, tuple[str, ...]] = {}
    follow: dict[int, list[tuple[str, ...]]] = {size: [()]}
    for start in range(size - SHORTEST_PART, -1, -1):
        for end in sorted(follow):
            if end - start >= SHORTEST_PART and end - start < size and known(part := word[start:end]):
                for rest in follow[end]:
                    best[start] = _better(best.get(start), (part, *rest))
        if start in best:
            for link in LINKS:
                if word.startswith(link, start - len(link)):
                    follow.setdefault(start - len(link), []).append(best[start])
    return best.get(0, ())


def _better(old: tuple[str, ...] | None, new: tuple[str, ...]) -> tuple[str, ...]:
    if old is None:
        return new
    return min(old, new, key=lambda parts: (len(parts), -min(map(len, parts))))
