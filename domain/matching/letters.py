"""Words by the letters that are in them: to find the few worth comparing without looking at each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from domain.matching.text import LONGEST

KINDS = 32
"""Letters are told apart by their last five bits: enough for a to z."""
TAIL, SHARE = 256, 8
"""Words that are looked through one by one until there are more than this, and than one in so many of all."""


class Letters:
    """Words that are only ever added.

    A word's signature has two bits per kind of letter: it is there, and it is there twice. An edit adds at
    most one bit and takes away at most one, so that words whose bits differ more are further apart.
    """

    def __init__(self) -> None:
        self._words: Sequence[str] = ()
        self._read = 0
        # Numbers of words and their signatures, by length.
        self._by_length: dict[int, tuple[NDArray[np.int32], NDArray[np.uint64]]] = {}
        self._indexed = 0
        self._starts: list[int] = []
        self._at: NDArray[np.int32] = np.zeros(0, dtype=np.int32)

    def read(self, words: Sequence[str]) -> None:
        """Take these words; those of the last time come first among them."""
        self._words = words
        if self._read == len(words):
            return
        lines = _table(words[self._read :])
        signatures, lengths = _signatures(lines), (lines != 0).sum(axis=1)
        for length in np.unique(lengths).tolist():
            new = np.flatnonzero(lengths == length)
            numbers, known = self._by_length.get(length, (new[:0].astype(np.int32), signatures[:0]))
            self._by_length[length] = (
                np.concatenate((numbers, new + self._read), dtype=np.int32),
                np.concatenate((known, signatures[new])),
            )
        self._read = len(words)

    def near(self, word: str, edits: int) -> Iterator[str]:
        """Yield every word that may be this few edits away, and some that are not."""
        own = np.uint64(_signature(word))
        for length in range(len(word) - edits, len(word) + edits + 1):
            if length in self._by_length:
                numbers, known = self._by_length[length]
                close = np.flatnonzero(np.bitwise_count(known & ~own) <= edits)
                close = close[np.bitwise_count(own & ~known[close]) <= edits]
                for number in numbers[close].tolist():
                    yield self._words[number]

    def holding(self, letters: str) -> Iterable[str]:
        """Yield every word that has these three or more letters in a row."""
        if len(self._words) - self._indexed > max(TAIL, self._indexed // SHARE):
            self._index()
        triples = [_triple(letters, at) for at in range(len(letters) - 2)]
        found: Iterable[int] = range(self._indexed, len(self._words))
        if self._indexed:
            size, rarest = min((self._starts[code + 1] - self._starts[code], code) for code in triples)
            at = self._at[self._starts[rarest] : self._starts[rarest] + size]
            found = [*dict.fromkeys(at.tolist()), *found]
        return (word for number in found if letters in (word := self._words[number]))

    def _index(self) -> None:
        """Note for every three letters in a row which words have them."""
        lines = _table(self._words)
        kinds = (lines & np.uint32(KINDS - 1)).astype(np.uint16)
        codes = (kinds[:, :-2] << 10) | (kinds[:, 1:-1] << 5) | kinds[:, 2:]
        there = lines[:, 2:] != 0
        numbers = np.repeat(np.arange(len(lines), dtype=np.int32), there.sum(axis=1))
        present = codes[there]
        self._at = numbers[np.argsort(present, kind="stable")]
        sizes = np.bincount(present, minlength=KINDS**3)
        self._starts = [0, *np.cumsum(sizes).tolist()]
        self._indexed = len(self._words)


def _table(words: Sequence[str]) -> NDArray[np.uint32]:
    """Return a row of code points per word, zero after its end."""
    table = np.array(words, dtype=f"<U{LONGEST}")
    return table.view(np.dtype("<u4")).reshape(len(words), LONGEST)


def _signatures(lines: NDArray[np.uint32]) -> NDArray[np.uint64]:
    kinds = (lines & np.uint32(KINDS - 1)).astype(np.uint8)
    kinds[lines == 0] = KINDS
    found = np.zeros(len(lines), dtype=np.uint64)
    for kind in range(KINDS):
        times = (kinds == kind).sum(axis=1)
        found |= (times > 0).astype(np.uint64) << np.uint64(2 * kind)
        found |= (times > 1).astype(np.uint64) << np.uint64(2 * kind + 1)
    return found


def _signature(word: str) -> int:
    found = 0
    for letter in word:
        first = 1 << 2 * (ord(letter) % KINDS)
        found |= first << 1 if found & first else first
    return found


def _triple(letters: str, at: int) -> int:
    one, two, three = (ord(letter) % KINDS for letter in letters[at : at + 3])
    return one << 10 | two << 5 | three
