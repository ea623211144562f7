"""What a question asks for: per meaningful word the words of the practices that may stand for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from domain.matching.concept import Concept
from domain.matching.dictionary import Dictionary
from domain.matching.model import Leg, Lexicon
from domain.matching.spelling import repairs
from domain.matching.text import tokens
from domain.matching.translation import Translator
from domain.matching.view import View

SAME_STEM = 0.95
JOINED = 0.9
IN_COMPOUND = 0.5
TOGETHER = 0.85
PART_OF_ASKED = 0.4
"""Strength of a word of the practice that is not the word asked but a form of it, the neighbours joined, a
compound with it, a compound with it and another word asked, or a part of it."""

SHORTEST_HALF = 4
MOST_WORDS = 48
MOST_REPAIRS = 12
LONGEST_QUESTION = 8000


def understand(
    question: str,
    view: View,
    lexicon: Lexicon,
    synonyms: Dictionary | None = None,
    without: Collection[Leg] = (),
) -> list[Concept]:
    """Return the concepts of a question in the order asked, each word once."""
    compounds = Leg.compounds not in without
    asked = list(tokens(question[:LONGEST_QUESTION]))
    spoken = lexicon.dictionary.spoken([folded for _, folded in asked])
    dutch = (lexicon.kin, lexicon.thesaurus) if "nl" in spoken else ()
    beyond = lexicon.thesaurus if "nl" in view.languages else None
    translators = [
        Translator(lexicon.dictionary, asked, view, beyond),
        *(Translator(one, asked, view) for one in dutch),
        *([Translator(synonyms, asked, view, taught=True)] if synonyms else ()),
    ]
    concepts: dict[str, Concept] = {}
    words = _meaningful(asked, lexicon)
    for concept in _joined(words, view) if compounds else _apart(words):
        concepts.setdefault(concept.word, concept)
    found: list[Concept] = []
    budget = 0 if Leg.spelling in without else MOST_REPAIRS
    for concept in _telling(list(concepts.values()), view, translators):
        _know(concept, view)
        if compounds:
            _hold(concept, view)
        for translator in translators:
            translator.translate(concept)
        if concept.known:
            if compounds:
                _part(concept, view)
            found.append(concept)
            continue
        pieces = (_pieces(concept, view, lexicon) or _split(concept, translators)) if compounds else []
        if not pieces and budget and concept.word not in lexicon.spelled:
            budget -= 1
            pieces = _repair(concept, view)
            if not pieces:
                for translator in translators:
                    translator.mend(concept)
        found.extend(pieces or [concept])
    for translator in translators:
        found.extend(_unseen(list(concepts.values()), view, translator))
    _meet_in_compounds(found)
    found.sort(key=lambda concept: -concept.share)  # a whole word before the same word out of a compound
    return list({concept.word: concept for concept in reversed(found)}.values())[::-1]


def _split(concept: Concept, translators: list[Translator]) -> list[Concept]:
    """Return concepts for the parts of a compound as the first that can split it translates them."""
    return next((pieces for one in translators if (pieces := one.split(concept))), [])


def _unseen(concepts: list[Concept], view: View, translator: Translator) -> list[Concept]:
    """Return concepts for what is a stop word in one language and a term in the other."""
    unseen = translator.unseen(concepts)[:MOST_WORDS]
    for concept in unseen:
        _know(concept, view)
        translator.translate(concept)
    return [concept for concept in unseen if concept.known]


def _meaningful(asked: list[tuple[str, str]], lexicon: Lexicon) -> list[tuple[int, str, str]]:
    """Return (position, as written, folded) of the words that are no stop words in any language."""
    return [
        (position, written, folded)
        for position, (written, folded) in enumerate(asked)
        if folded not in lexicon.any_stop
    ]


def _telling(concepts: list[Concept], view: View, translators: list[Translator]) -> list[Concept]:
    """Return at most `MOST_WORDS` concepts; of a long story those that few practices know, and no unknown."""
    if len(concepts) <= MOST_WORDS:
        return concepts
    known = [
        concept
        for concept in concepts
        if view.knows(concept.word) or any(one.reads(concept) for one in translators)
    ]
    return sorted(known or concepts, key=lambda concept: view.frequency(concept.word))[:MOST_WORDS]


def _apart(words: list[tuple[int, str, str]]) -> Iterator[Concept]:
    """Yield a concept per word."""
    for position, written, folded in words:
        yield Concept(written, folded, (position,))


def _joined(words: list[tuple[int, str, str]], view: View) -> Iterator[Concept]:
    """Yield a concept per word; neighbours that make one known word together become one, or gain a way.

    "schuld hulp verlening" is how a phone keyboard writes "schuldhulpverlening".
    """
    at = 0
    while at < len(words):
        size, joined = _join(words[at : at + 3], view)
        group = words[at : at + size]
        if size > 1 and not all(view.family(folded) for _, _, folded in group):
            places = tuple(position for position, _, _ in group)
            yield Concept(" ".join(written for _, written, _ in group), joined, places, ways={joined: 1.0})
        else:
            for position, written, folded in group:
                yield Concept(written, folded, (position,), ways={joined: JOINED} if size > 1 else {})
        at += size


def _join(words: list[tuple[int, str, str]], view: View) -> tuple[int, str]:
    """Return how many of the next words make one known word together, and that word."""
    for size in range(len(words), 1, -1):
        group = words[:size]
        if group[-1][0] - group[0][0] != size - 1:
            continue
        for link in ("", "s", "en"):
            joined = link.join(folded for _, _, folded in group)
            if view.knows(joined):
                return size, joined
    return 1, words[0][2]


def _know(concept: Concept, view: View) -> None:
    """Add the word itself and the words with its stem."""
    if view.knows(concept.word):
        concept.way(concept.word, 1.0)
    for member in view.family(concept.word):
        concept.way(member, SAME_STEM)


def _hold(concept: Concept, view: View) -> None:
    """Add the compounds that hold the word."""
    for compound in view.compounds(concept.word):
        concept.way(compound, IN_COMPOUND)


def _part(concept: Concept, view: View) -> None:
    """Add the parts of the word if it is a compound itself."""
    for part in view.parts(concept.word):
        for member in view.family(part):
            concept.way(member, PART_OF_ASKED)


def _meet_in_compounds(concepts: list[Concept]) -> None:
    """Strengthen compounds that hold several of the words asked: "schuld hulp" asks for schuldhulp."""
    holding = Counter(
        word for concept in concepts for word, strength in concept.ways.items() if strength == IN_COMPOUND
    )
    for concept in concepts:
        for word in concept.ways:
            if holding[word] > 1 and concept.ways[word] == IN_COMPOUND:
                concept.ways[word] = TOGETHER


def _pieces(concept: Concept, view: View, lexicon: Lexicon) -> list[Concept]:
    """Return concepts for the parts of an unknown compound, or of words typed without a space."""
    parts = view.split(concept.word, lambda part: part in lexicon.any_stop and len(part) > 2)
    pieces = [Concept(concept.asked, part) for part in parts if part not in lexicon.any_stop]
    for piece in pieces:
        piece.share = 1.0 / len(pieces)
        _know(piece, view)
        _hold(piece, view)
    return pieces if any(piece.ways for piece in pieces) else []


def _repair(concept: Concept, view: View) -> list[Concept]:
    """Mend the spelling of the word; return concepts for its halves if only one half needs mending."""
    _mend(concept, view)
    if concept.ways or len(concept.word) < 2 * SHORTEST_HALF:
        return []
    for known, rest in _halves(concept.word, view):
        pieces = [Concept(concept.asked, half, share=0.5) for half in (known, rest)]
        _mend(pieces[1], view)
        if pieces[1].ways:
            _know(pieces[0], view)
            return pieces
    return []


def _mend(concept: Concept, view: View) -> None:
    """Add the known words near an unknown one, and the words that share their stem."""
    for known, like in repairs(concept.word, view.near):
        for member in {known, *view.family(known)}:
            concept.way(member, like if member == known else like * SAME_STEM)
            concept.repaired.add(member)


def _halves(word: str, view: View) -> Iterator[tuple[str, str]]:
    """Yield (known half, other half) for the longest known beginning and the longest known end."""
    cuts = range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1)
    beginning = next((cut for cut in reversed(cuts) if view.knows(word[:cut])), None)
    end = next((cut for cut in cuts if view.knows(word[cut:])), None)
    if beginning:
        yield word[:beginning], word[beginning:]
    if end:
        yield word[end:], word[:end]
