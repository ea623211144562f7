"""Which themes a text is about, as a first proposal that its writer corrects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from domain.people import MOST_THEMES

_TOKEN = re.compile(r"[^\W\d_]+")
_INSIDE_FROM = 5  # letters from which a theme word also counts inside a compound: "huurschuld" is about debt


def propose_themes(text: str, words: Mapping[str, Iterable[str]], own: Sequence[str] = ()) -> tuple[str, ...]:
    """Return at most three themes whose words are in `text`, the strongest first; else the writer's own.

    `words` gives per theme the beginnings of its words. A theme with less than half the words of the
    strongest one is left out: one mention of a desk does not make a text about desks.
    """
    tokens = _TOKEN.findall(text.casefold())
    counts = {}
    for theme, starts in words.items():
        meets = _about(tuple(starts)).search
        counts[theme] = sum(1 for token in tokens if meets(token))
    most = max(counts.values(), default=0)
    if not most:
        return tuple(own[:MOST_THEMES])
    strong = [theme for theme, count in counts.items() if count * 2 >= most]
    return tuple(sorted(strong, key=lambda theme: -counts[theme])[:MOST_THEMES])


@lru_cache(maxsize=100)
def _about(starts: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a word of a theme; the words of the themes are the same for every text."""
    inside = "".join(f"|{re.escape(start)}" for start in starts if len(start) >= _INSIDE_FROM)
    return re.compile(f"^(?:{'|'.join(map(re.escape, starts))}){inside}" if starts else "(?!)")
