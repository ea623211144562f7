"""Words of one language that are near each other in meaning: what people say and what practices say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from domain.matching.dictionary import CUT, Dictionary, Key, Roots, Stop, Terms, folded, heaviest, keys
from domain.matching.text import outer_stems

SAME, NEAR, LEADS = 0.9, 0.7, 0.75
"""Weight of a term that means the same, of one that is near, and of one that comes to mind."""
WEIGHTS = {"=": SAME, "~": NEAR, ">": LEADS}

MOST_FOUND = 500
"""Terms of which it is remembered what they lead to."""

Line = tuple[Sequence[str], Sequence[str], float]
"""Terms, the terms that they lead to, and a weight up to 1."""
_Read = tuple[Key, Key, tuple[Key, ...], float]
"""Of a term: what is looked for, what is told of it, its stems, and what is left of its weight."""


class Thesaurus(Dictionary):
    """Terms that lead to terms of the same language.

    A line may have many on either side, so what a term leads to is put together when it is first asked for.
    The order of the words of a term does not matter: "durft niet te bellen" is "bellen durft hij niet".
    """

    beside = 0.6
    in_compounds = False

    def __init__(self, lines: Iterable[Line] = (), stop: Stop | None = None, language: str = "nl") -> None:
        super().__init__((), stop, (language, language))
        self._language = language
        self._lines: list[tuple[Terms, float]] = []
        self._by_words: dict[Key, list[int]] = {}
        self._by_stems: dict[Key, list[int]] = {}
        self._found: dict[Key, Terms] = {}
        every = list(lines)
        words = {term: folded(term) for left, right, _ in every for term in chain(left, right)}
        self._learn_words(language, chain.from_iterable(words.values()))
        roots = outer_stems(sorted(self._words[language]), language)
        terms = {term: self._read(words[term], roots) for term in words}
        for left, right, weight in every:
            self._lead([terms[term] for term in left])
            self._lines.append((heaviest(terms[term][1::2] for term in right if terms[term][1]), weight))

    def _read(self, words: Key, roots: Roots) -> _Read:
        telling = self._telling(words, self._language)
        looked_for = tuple(sorted(telling if len(telling) > 1 else words))
        of_stems = tuple(
            {tuple(sorted(key)) for key in zip(*(roots[word] for word in looked_for), strict=True)}
        )
        return looked_for, telling, of_stems, CUT if len(telling) == 1 < len(words) else 1.0

    def _lead(self, left: Sequence[_Read]) -> None:
        """Note for every term on the left that it leads to what the next line says."""
        number = len(self._lines)
        sizes = self._sides[self._language].sizes
        for looked_for, _, of_stems, _ in left:
            self._by_words.setdefault(looked_for, []).append(number)
            for key in of_stems:
                self._by_stems.setdefault(key, []).append(number)
                for word in key:
                    sizes[word] = max(len(key), sizes.get(word, 0))

    def look_up(self, words: Sequence[str], language: str) -> Terms:
        """Return what a run of folded words leads to, in any order."""
        asked = tuple(sorted(words))
        found = self._found.get(asked)
        if found is None:
            lines = self._by_words.get(asked)
            if lines is None:
                each = (tuple(sorted(key)) for key in keys(asked, language))
                lines = sorted({number for key in each for number in self._by_stems.get(key, ())})
            found = heaviest(self._told(lines, self._telling(words, language)))
            if len(self._found) >= MOST_FOUND:
                self._found.clear()
            self._found[asked] = found
        return found

    def _told(self, lines: Iterable[int], asked: Key) -> Iterator[tuple[Key, float]]:
        for number in lines:
            right, weight = self._lines[number]
            for term, left in right:
                if term != asked:
                    yield term, weight * left
