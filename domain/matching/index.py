"""The index: put, drop, match and similar, sealed by scope and safe to share between threads.

One lock is held by every public method: `put` and `drop` wait for a running match and the other way
round. A match is a millisecond or two, which threads could not run side by side anyway. What is not needed
to load is made by the first match after it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from threading import Lock

from domain.matching.analyse import Analysis, analyse
from domain.matching.confidence import UNSURE, outcome
from domain.matching.dictionary import Dictionary
from domain.matching.hits import hits
from domain.matching.model import Document, Hit, Leg, Lexicon, Match, Outcome, Scope
from domain.matching.question import understand
from domain.matching.shelf import Shelf
from domain.matching.similar import similar
from domain.matching.view import View

ANY = "nl"
"""The language by whose stems synonyms are looked up, whatever they are written in."""


class Index:
    """Practices by id, found by a question in someone's own words.

    `without` leaves legs out of matching: for measuring only.
    """

    def __init__(self, lexicon: Lexicon, without: Collection[Leg] = ()) -> None:
        self._lexicon = lexicon
        self._without = frozenset(without)
        self._shelves: dict[Scope, Shelf] = {}
        self._placed: dict[str, Scope] = {}
        self._synonyms: dict[int, Dictionary] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._placed)

    def put(self, id: str, scope: Scope, analyses: Sequence[Analysis]) -> None:  # noqa: A002
        """Add a practice or replace it; a practice in several languages has several analyses."""
        with self._lock:
            self._drop(id)
            shelf = self._shelves.get(scope)
            if shelf is None:
                shelf = self._shelves[scope] = Shelf(self._lexicon.parts)
            shelf.put(id, analyses)
            self._placed[id] = scope

    def drop(self, id: str) -> None:  # noqa: A002
        """Take a practice away; an unknown id is fine."""
        with self._lock:
            self._drop(id)

    def learn(self, organisation: int, synonyms: Iterable[tuple[str, str]]) -> None:
        """Take these terms for each other in the questions of one organisation, and no longer any others."""
        pairs = [(one, other, 1.0) for one, other in synonyms]
        dictionary = Dictionary(pairs, {ANY: self._lexicon.any_stop}, (ANY, ANY))
        with self._lock:
            self._synonyms.pop(organisation, None)
            if pairs:
                self._synonyms[organisation] = dictionary

    def match(self, question: str, viewer: Scope, most: int = 5) -> Match:
        """Return the practices that fit a question, among those that the viewer may see."""
        found = self._found(question, viewer, most, UNSURE)
        best = outcome(found[0].confidence) if found else Outcome.NONE
        return Match(best, found if best is not Outcome.NONE else ())

    def rank(self, question: str, viewer: Scope, most: int = 10) -> tuple[Hit, ...]:
        """Return the practices nearest to a question, however little they fit: for measuring."""
        return self._found(question, viewer, most, 0.0)

    def similar(self, document: Document, viewer: Scope, most: int = 3) -> tuple[Hit, ...]:
        """Return the practices most like a document, among those that the viewer may see."""
        analysis = analyse(document, self._lexicon)
        with self._lock:
            view = self._view(viewer)
            return similar(analysis, document.id, view, most) if view.count else ()

    def _found(self, question: str, viewer: Scope, most: int, least: float) -> tuple[Hit, ...]:
        with self._lock:
            view = self._view(viewer)
            if not view.count:
                return ()
            synonyms = self._synonyms.get(viewer.organisation)
            concepts = understand(question, view, self._lexicon, synonyms, self._without)
            alike = Leg.cosine not in self._without
            return hits(question, concepts, view, most, least, alike=alike)

    def _drop(self, id: str) -> None:  # noqa: A002
        if id not in self._placed:
            return
        scope = self._placed.pop(id)
        shelf = self._shelves[scope]
        shelf.drop(id)
        if not shelf.count:
            del self._shelves[scope]
        elif shelf.wasteful:
            self._shelves[scope] = shelf.fresh()

    def _view(self, viewer: Scope) -> View:
        scopes = {
            Scope(viewer.organisation, employer, team): None
            for employer in (None, viewer.employer)
            for team in (None, viewer.team)
        }
        return View([shelf for scope in scopes if (shelf := self._shelves.get(scope))])
