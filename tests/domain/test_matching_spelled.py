"""Words that people write are no slips in others; what nobody writes is mended."""

from __future__ import annotations

import pytest

from content.lexicon import read_lists
from domain.matching import Document, Index, Lexicon, Scope, analyse
from domain.matching.spelled import Spelled

HERE = Scope(1)
LISTS = read_lists()
LEXICON = Lexicon(LISTS.stop, LISTS.parts, LISTS.translations, spelled=LISTS.spelled)
CARDS = (
    Document("melder", "Bel de melder terug", "Iemand meldde overlast en hoort niets."),
    Document("woorden", "Oefen tien woorden", "Iemand begint op een werkvloer."),
    Document("bonnen", "Verzamel de bonnen", "Niemand weet wat er is uitgegeven."),
)


def met(question: str) -> list[tuple[str, str]]:
    """The words of the best card that were met, with how they were asked."""
    index = Index(LEXICON)
    for card in CARDS:
        index.put(card.id, HERE, [analyse(card, LEXICON)])
    return [(word.asked, word.found) for hit in index.rank(question, HERE, 1) for word in hit.why]


@pytest.mark.parametrize("question", ["water in de kelder", "wind uit het noorden", "er groeien bomen"])
def test_word_that_dutch_has__is_not_read_as_another(question: str) -> None:
    assert met(question) == []


@pytest.mark.parametrize(
    ("question", "word", "found"),
    [
        ("de meldre wil iets horen", "meldre", "melder"),
        ("tien wooreden oefenen", "wooreden", "woorden"),
        ("waar laat ik de bonnnen", "bonnnen", "bonnen"),
    ],
)
def test_word_that_nobody_writes__is_mended(question: str, word: str, found: str) -> None:
    assert (word, found) in met(question)


def test_spelled__knows_its_words_and_no_others() -> None:
    known = Spelled(b"kelder noorden\nbomen")
    assert [word in known for word in ("kelder", "bomen", "melder", "", "kelde")] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert "kelder" not in Spelled()
