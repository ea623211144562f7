"""The word lists that matching needs: stop words, parts of Dutch compounds, and a Dutch-English lexicon."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True)
class WordLists:
    """Stop words by language code, words that compounds are made of, and (Dutch, English, weight).

    `thesaurus` has Dutch terms, a sign, and the Dutch terms that they lead to: "=" to the same, "~" to what
    is near, ">" to what comes to mind. `spelled` reads
    words of both languages, folded, one a line.
    """

    stop: Mapping[str, frozenset[str]]
    parts: frozenset[str]
    translations: tuple[tuple[str, str, float], ...]
    thesaurus: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...]
    spelled: Callable[[], bytes]


def read_lists() -> WordLists:
    """Return the lists in content/words: one word a line, and the lexicon by theme; all UTF-8."""
    return WordLists(
        stop={language: _words(f"stopwords_{language}.txt") for language in ("nl", "en")},
        parts=_words("compounds_nl.txt"),
        translations=tuple(_translations()),
        thesaurus=tuple(_thesaurus()),
        spelled=ordinary,
    )


def names(which: str) -> frozenset[str]:
    """Return a list of content/words/names, one name a line; sources in docs/words.md."""
    return frozenset(_read(f"names/{which}.txt").splitlines())


def ordinary() -> bytes:
    """Return the Dutch and English words of a dictionary, sorted, a line each, without accents."""
    return gzip.decompress(files("content").joinpath("words", "ordinary.txt.gz").read_bytes())


def _words(name: str) -> frozenset[str]:
    return frozenset(_read(name).split())


def _read(name: str) -> str:
    return files("content").joinpath("words", name).read_text(encoding="utf-8")


def _translations() -> Iterator[tuple[str, str, float]]:
    """Yield every pair of the lexicon: "Dutch <tab> English|English", with a weight after a second tab."""
    for line in _lines("lexicon"):
        dutch, english, *weight = line.split("\t")
        for term in english.split("|"):
            yield dutch, term, float(weight[0]) if weight else 1.0


def _thesaurus() -> Iterator[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    """Yield every line of the thesaurus: "term = term = term", "term ~ term" or "term, term > term, term"."""
    for line in _lines("thesaurus"):
        if " > " in line:
            said, meant = (tuple(side.split(", ")) for side in line.split(" > "))
            yield said, ">", meant
        else:
            sign = "=" if " = " in line else "~"
            terms = tuple(line.split(f" {sign} "))
            yield terms, sign, terms


def _lines(folder: str) -> Iterator[str]:
    """Yield the lines of the files by theme in a folder of content/words."""
    themes = files("content").joinpath("words", folder).iterdir()
    for theme in sorted(themes, key=lambda file: file.name):
        yield from theme.read_text(encoding="utf-8").splitlines()
