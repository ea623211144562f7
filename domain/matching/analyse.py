"""From a document to what is stored of it: its words, where they stand, and its names.

Analysis holds no stems and no compound parts: those depend on the collection a word lands in and are
worked out there, once per word rather than once per text. That is what keeps loading fast.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from domain.matching.model import Document, Lexicon
from domain.matching.text import tokens

ANALYSER_VERSION = 2
"""Raised when stored analyses must be made again from their texts."""

FIELDS = ("title", "aliases", "themes", "situation", "approach", "result", "limits")


@dataclass(frozen=True)
class Analysis:
    """One analysed text.

    `words` are its folded words, joined by spaces. `places` says for each word how often it stands in
    each of `FIELDS`: one digit per field (9 is nine or more), zeros at the end left out. `spellings`
    are the words that are never written in their folded form ("Wmo", "één"). `names` are the folded
    words of the title and of each alias, stop words included.
    """

    language: str
    words: str
    places: str
    spellings: str
    names: tuple[str, ...]
    version: int = ANALYSER_VERSION

    def to_json(self) -> str:
        """Return the compact form that is stored."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, stored: str) -> Analysis:
        """Return the analysis that was stored; the version is the one it was made with."""
        values = json.loads(stored)
        values["names"] = tuple(values["names"])
        return cls(**values)


def analyse(document: Document, lexicon: Lexicon) -> Analysis:
    """Return what is stored of a document."""
    found = [(field, written, folded) for field, written, folded in _words(document)]
    language = _language([folded for _, _, folded in found], lexicon)
    stop = lexicon.stop.get(language, frozenset())
    counts: dict[str, Counter[int]] = {}
    plain: set[str] = set()
    spelled: dict[str, str] = {}
    for field, written, folded in found:
        if folded in stop:
            continue
        counts.setdefault(folded, Counter())[field] += 1
        if written == folded:
            plain.add(folded)
        else:
            spelled.setdefault(folded, written)
    return Analysis(
        language,
        " ".join(counts),
        " ".join(map(_place, counts.values())),
        " ".join(written for folded, written in spelled.items() if folded not in plain),
        tuple(name for name in map(_name, (document.title, *document.aliases)) if name),
    )


def _words(document: Document) -> Iterator[tuple[int, str, str]]:
    """Yield (number of the field, as written, folded) for every word."""
    for field, name in enumerate(FIELDS):
        value = getattr(document, name)
        for text in (value,) if isinstance(value, str) else value:
            for written, folded in tokens(text):
                yield field, written, folded


def _language(words: list[str], lexicon: Lexicon) -> str:
    """Return the language whose stop words the text uses most; the first one when it uses none."""
    if not lexicon.stop:
        return "nl"
    return max(lexicon.stop, key=lambda language: sum(word in lexicon.stop[language] for word in words))


def _place(count: Counter[int]) -> str:
    return "".join(str(min(9, count[field])) for field in range(len(FIELDS))).rstrip("0")


def _name(text: str) -> str:
    return " ".join(folded for _, folded in tokens(text))
