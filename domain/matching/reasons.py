"""Why a text is a hit: the words of the question and the words of the text that they met."""

from __future__ import annotations

from collections.abc import Sequence

from domain.matching.concept import Concept, Group
from domain.matching.model import Word
from domain.matching.shelf import Text


def reasons(text: Text, concepts: Sequence[Concept], met: Sequence[str | Group | None]) -> tuple[Word, ...]:
    """Return the words that met a text, the strongest way per concept, each reason once.

    `met` is by which way each concept is met. A word of an alias is somebody else's, so whoever asks sees
    only their own word instead.
    """
    borrowed = text.borrowed()
    words: dict[object, Word] = {}
    for concept, by in zip(concepts, met, strict=True):
        if by is not None:
            word = _reason(concept, by, borrowed, text)
            reason = word.found if word.translated else (word.asked, word.found)
            if reason not in words or len(word.asked) > len(words[reason].asked):
                words[reason] = word
    return tuple(words.values())


def _reason(concept: Concept, by: str | Group, borrowed: set[str], text: Text) -> Word:
    if isinstance(by, Group):
        met = [min(forms.intersection(text.words)) for forms in by.forms]
        if not borrowed.isdisjoint(met):
            return Word(by.asked, by.asked, repaired=False)
        found = " ".join(map(text.spelling, met))
        return Word(by.asked, found, repaired=False, translated=True)
    if by in borrowed:
        return Word(concept.asked, concept.asked, repaired=False)
    asked = concept.translated.get(by, concept.asked)
    return Word(asked, text.spelling(by), by in concept.repaired, by in concept.translated)
