"""The optional leg: how near practices are to a question in meaning, by vectors that somebody else made.

Vectors of one model mean nothing to another, and each has its own idea of what is near. So nothing here
depends on how large a cosine is: what counts is how far a practice stands out among all that its reader may
see.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, log, sqrt
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from domain.matching import ANSWER, UNSURE, Hit, Match, Outcome, Scope

Vector: TypeAlias = "npt.NDArray[np.float32]"

FEWEST = 20
"""Practices below which nothing stands out: their mean says too little."""
MOST = 20
"""Practices that are kept of those that stand out."""
GAIN, LEAST_OUT, MOST_OUT = 1.8, 0.3, 2.5
"""What a deviation beyond chance weighs in the logit of confidence, up to how many it is chance all the same,
and beyond how many more is no sign."""
UNMET = 0.01
"""Confidence of a practice that shares no word with the question."""
ROBUST = 1.4826  # standard deviation of a normal value over its median absolute deviation
LOWEST = 1e-4
"""Confidence, and doubt, that is as good as none."""
START = 64  # rows of a shelf that has one vector


def packed(values: Sequence[float]) -> bytes:
    """Return a vector at length one, as it is stored; empty when it has no direction."""
    vector = np.asarray(values, dtype=np.float64)
    size = float(np.sqrt(np.dot(vector, vector))) if vector.ndim == 1 else 0.0
    if not np.isfinite(size) or size < 1e-9:
        return b""
    return (vector / size).astype("<f4").tobytes()


def unpacked(stored: bytes) -> Vector:
    """Return a stored vector."""
    return np.frombuffer(stored, dtype="<f4")


class _Shelf:
    """The vectors of one scope, one below the other."""

    def __init__(self, size: int) -> None:
        self.ids: list[str] = []
        self.rows: Vector = np.zeros((START, size), dtype=np.float32)

    def add(self, id_: str, vector: Vector) -> None:
        if len(self.ids) == len(self.rows):
            self.rows = np.concatenate([self.rows, np.zeros_like(self.rows)])
        self.rows[len(self.ids)] = vector
        self.ids.append(id_)

    def remove(self, id_: str) -> None:
        for row in reversed([row for row, one in enumerate(self.ids) if one == id_]):
            last = len(self.ids) - 1
            self.rows[row] = self.rows[last]
            self.ids[row] = self.ids[last]
            self.ids.pop()

    def cosines(self, vector: Vector) -> Vector:
        return self.rows[: len(self.ids)] @ vector


class Meanings:
    """Vectors of practices by scope: what a reader may not see is not compared either.

    The caller sees to it that one thread at a time comes here.
    """

    def __init__(self) -> None:
        self._shelves: dict[Scope, _Shelf] = {}
        self._placed: dict[str, Scope] = {}
        self._size = 0

    def __len__(self) -> int:
        return len(self._placed)

    def put(self, id_: str, scope: Scope, stored: Sequence[bytes]) -> None:
        """Place a practice, or replace it; a vector of another size than the first one is passed over."""
        self.drop(id_)
        for vector in map(unpacked, stored):
            self._size = self._size or len(vector)
            if len(vector) == self._size:
                self._shelves.setdefault(scope, _Shelf(self._size)).add(id_, vector)
                self._placed[id_] = scope

    def drop(self, id_: str) -> None:
        """Take a practice away; an unknown id is fine."""
        scope = self._placed.pop(id_, None)
        if scope is not None:
            self._shelves[scope].remove(id_)

    def standing_out(self, stored: bytes, viewer: Scope) -> dict[str, float]:
        """Return which practices stand out by a question's vector, and by how much beyond chance.

        Unit: standard deviations above the median cosine of all that `viewer` may see, less those of the
        largest of as many chance values: sqrt(2 ln n), the leading term of the expected maximum of n normal
        values (Cramér 1946, section 28.6). The deviation is taken from the median one (Hampel 1974), so that
        among few what stands out does not hide itself.
        """
        vector = unpacked(stored)
        shelves = [self._shelves[scope] for scope in _seen_by(viewer) if scope in self._shelves]
        if len(vector) != self._size or not shelves:
            return {}
        ids = [id_ for shelf in shelves for id_ in shelf.ids]
        if len(ids) < FEWEST:
            return {}
        cosines = np.concatenate([shelf.cosines(vector) for shelf in shelves])
        middle = float(np.median(cosines))
        spread = ROBUST * float(np.median(np.abs(cosines - middle)))
        if not spread > 1e-6:
            return {}
        out = (cosines - middle) / spread - sqrt(2 * log(len(ids)))
        found: dict[str, float] = {}
        for row in np.argsort(-out, kind="stable")[:MOST]:
            if out[row] > LEAST_OUT:
                found.setdefault(ids[row], float(out[row]))
        return found


def _seen_by(viewer: Scope) -> list[Scope]:
    return list(
        dict.fromkeys(
            Scope(viewer.organisation, employer, team)
            for employer in (None, viewer.employer)
            for team in (None, viewer.team)
        )
    )


def fused(hits: Sequence[Hit], out: Mapping[str, float], most: int) -> Match:
    """Return the match of `hits`, which are ranked by text alone, and of what stands out in meaning.

    Meaning only adds: no practice becomes less sure by it. What no word pointed at is never an answer, only
    one of several to choose from, because a vector gives no reason that a reader could check.
    """
    by_text = {hit.id: hit for hit in hits}
    found = [
        _surer(by_text.get(id_, Hit(id_, UNMET, ())), out.get(id_, 0.0))
        for id_ in dict.fromkeys([*by_text, *out])
    ]
    found.sort(key=lambda hit: -hit.confidence)
    shown = tuple(hit for hit in found if hit.confidence >= UNSURE)[:most]
    if not shown:
        return Match(Outcome.NONE, ())
    return Match(Outcome.ANSWER if shown[0].confidence >= ANSWER else Outcome.UNSURE, shown)


def _surer(hit: Hit, out: float) -> Hit:
    if out <= 0:
        return hit
    before = min(max(hit.confidence, LOWEST), 1 - LOWEST)
    logit = log(before / (1 - before)) + GAIN * min(out, MOST_OUT)
    after = 1 / (1 + exp(-logit))
    if hit.confidence < UNSURE:
        after = min(after, ANSWER - 0.01)
    return Hit(hit.id, round(max(after, hit.confidence), 4), hit.why)
