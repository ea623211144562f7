"""From the words of a question to other words of practices, each weighed below a direct hit."""

from __future__ import annotations

from collections.abc import Sequence

from domain.matching.concept import Concept, Group
from domain.matching.dictionary import Dictionary, Reading, Terms
from domain.matching.spelling import repairs
from domain.matching.text import SNOWBALL
from domain.matching.view import View

TRANSLATED = 0.9
IN_COMPOUND = 0.5
PART_OF_TERM = 0.25
"""Strength of a translation, and what is left of it in a compound with it or for one word of several."""

BEYOND = 0.6
"""What is left of what is near a translation."""

TELLING = 20
"""One word of several stands for a term only if at most one in so many practices has it; `BACKGROUND`
practices are added so that five practices do not rule out every word."""
BACKGROUND = 50

COMPOUNDING = "nl"
"""The language that writes its compounds as one word."""
NEAR = 0.8
NEARER = 0.04
"""How much a mistyped word must look like a word of the dictionary, and how much more than like any word
of the practices."""


class Translator:
    """What the dictionary makes of one question over one view."""

    def __init__(
        self,
        dictionary: Dictionary,
        question: Sequence[tuple[str, str]],
        view: View,
        beyond: Dictionary | None = None,
        *,
        taught: bool = False,
    ) -> None:
        self._dictionary = dictionary
        self._taught = taught
        self._beyond = beyond
        self._view = view
        self._written = [written for written, _ in question]
        self._folded = [folded for _, folded in question]
        spoken = dictionary.spoken(self._folded)
        self._families = tuple(SNOWBALL) if dictionary.of_synonyms else ()
        self._directions = [
            (name, into) for name, into in spoken.items() if self._families or into in view.languages
        ]
        self._readings = [
            reading for language, _ in self._directions for reading in dictionary.read(self._folded, language)
        ]

    def reads(self, concept: Concept) -> bool:
        """Tell whether the dictionary has a translation for a concept."""
        return any(set(concept.places).intersection(reading.places) for reading in self._readings)

    def unseen(self, concepts: Sequence[Concept]) -> list[Concept]:
        """Return concepts for terms that look like stop words: "door" is one in Dutch only."""
        seen = {place for concept in concepts for place in concept.places}
        found = []
        for reading in sorted(self._readings, key=lambda reading: len(reading.places)):
            if not seen.intersection(reading.places):
                seen.update(reading.places)
                folded = " ".join(self._folded[place] for place in reading.places)
                found.append(Concept(self._asked(reading), folded, reading.places))
        return found

    def translate(self, concept: Concept) -> None:
        """Add what the terms that a concept is part of are called in the practices."""
        places = set(concept.places)
        like = self._dictionary.beside if self._view.knows(concept.word) else 1.0
        for reading in self._readings:
            if places.intersection(reading.places):
                asked = self._asked(reading)
                self._add(concept, reading.terms, reading.language, asked, like)
                if self._beyond and reading.language == COMPOUNDING:
                    for term, weight in reading.terms:
                        terms = self._beyond.look_up(term, COMPOUNDING)
                        self._add(concept, terms, COMPOUNDING, asked, like * weight * BEYOND, self._beyond)

    def mend(self, concept: Concept) -> None:
        """Read a mistyped word as a word of the dictionary, if that is nearer than any in the practices."""
        practised = max((concept.ways[word] for word in concept.repaired), default=0.0)
        for language, into in self._directions:
            for known, like in repairs(concept.word, self._dictionary.near(language)):
                if like < max(NEAR, practised + NEARER):
                    continue
                mended = Concept(concept.asked, known)
                self._add(mended, self._dictionary.translate(known, language), into, concept.asked, like)
                if mended.known:
                    concept.forget()
                    practised = 0.0
                    concept.repaired.update(mended.ways)
                    concept.groups.extend(mended.groups)
                    concept.taught.update(mended.taught)
                    for word, strength in mended.ways.items():
                        concept.way(word, strength, concept.asked)

    def split(self, concept: Concept) -> list[Concept]:
        """Return concepts for the parts of a compound that no practice knows, each translated."""
        into = dict(self._directions).get(COMPOUNDING)
        if into is None:
            return []
        parts = self._view.split(concept.word, lambda part: self._dictionary.has(part, COMPOUNDING))
        found = [Concept(concept.asked, part, share=1.0 / len(parts)) for part in parts]
        for piece in found:
            terms = self._dictionary.translate(piece.word, COMPOUNDING)
            self._add(piece, terms, into, concept.asked)
        return found if any(piece.known for piece in found) else []

    def _asked(self, reading: Reading) -> str:
        return " ".join(self._written[min(reading.places) : max(reading.places) + 1])

    def _add(
        self,
        concept: Concept,
        terms: Terms,
        into: str,
        asked: str,
        like: float = 1.0,
        by: Dictionary | None = None,
    ) -> None:
        by = by or self._dictionary
        for term, weight in terms:
            strength = TRANSLATED * weight * like
            if len(term) == 1:
                self._add_word(concept, term[0], strength, asked, into, by)
            else:
                self._add_group(concept, term, strength, asked, into)

    def _add_word(
        self, concept: Concept, word: str, strength: float, asked: str, into: str, by: Dictionary
    ) -> None:
        for form in self._forms(word, into):
            concept.way(form, strength, asked)
            if self._taught:
                concept.taught.add(form)
        if into == COMPOUNDING and by.in_compounds:
            for compound in self._view.compounds(word):
                concept.way(compound, strength * IN_COMPOUND, asked)

    def _forms(self, word: str, into: str) -> set[str]:
        return self._view.family(word, self._families or (into,))

    def _add_group(
        self, concept: Concept, term: Sequence[str], strength: float, asked: str, into: str
    ) -> None:
        forms = tuple(frozenset(self._forms(word, into)) for word in term)
        if all(forms):
            group = Group(forms, strength, asked)
            concept.groups.append(group)
            if self._taught:
                concept.taught.add(group)
        for form in frozenset().union(*forms):
            if TELLING * self._view.frequency(form) <= self._view.count + BACKGROUND:
                concept.way(form, strength * PART_OF_TERM, asked)
