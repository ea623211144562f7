"""Synonyms of an organisation: both ways, mistyped too, and noticed by nobody else."""

from __future__ import annotations

import pytest

from domain.matching import Document, Index, Outcome, Scope, analyse
from tests.domain.test_matching import LEXICON, SHELF

HOME, ELSEWHERE = Scope(1), Scope(2)
LEEFGELD = Document(
    "leefgeld",
    "Reken samen het leefgeld na",
    "Een gezin houdt elke week te weinig leefgeld over.",
    "Leg de uitgaven naast elkaar.",
    "Er bleef genoeg over.",
    "Niet als er al een bewindvoerder is.",
)
FOOT = Document(
    "foot",
    "Controleer de beslagvrije voet",
    "Na loonbeslag klopt de beslagvrije voet niet.",
    "Bel de deurwaarder met de loonstrook erbij.",
    "De berekening werd aangepast.",
    "Niet na de termijn.",
)


def taught(*pairs: tuple[str, str], documents: tuple[Document, ...] = (LEEFGELD,)) -> Index:
    """An index of which the first organisation has these synonyms; both have the same practices."""
    index = Index(LEXICON)
    for scope in (HOME, ELSEWHERE):
        for document in (*SHELF, *documents):
            index.put(f"{document.id}-{scope.organisation}", scope, [analyse(document, LEXICON)])
    index.learn(HOME.organisation, pairs)
    return index


@pytest.mark.parametrize(
    ("question", "pair", "found"),
    [
        ("hoe zit het met de beslagvrije voet", ("beslagvrije voet", "leefgeld"), LEEFGELD),
        ("hoe zit het met de beslagvrije voet", ("leefgeld", "beslagvrije voet"), LEEFGELD),
        ("te weinig leefgeld", ("beslagvrije voet", "leefgeld"), FOOT),
        ("te weinig leefgelden", ("leefgeld", "Beslagvrije Voet"), FOOT),
        ("te weinig leefgled", ("leefgeld", "beslagvrije voet"), FOOT),
        ("weekgeldje te laag", ("weekgeldje", "leefgeld"), LEEFGELD),
        ("weekgeldej te laag", ("weekgeldje", "leefgeld"), LEEFGELD),
        ("pocket allowance", ("pocket allowance", "leefgeld"), LEEFGELD),
        ("klopt de BVV", ("bvv", "beslagvrije voet"), FOOT),
    ],
)
def test_synonym__is_read_both_ways_and_mistyped(
    question: str, pair: tuple[str, str], found: Document
) -> None:
    before = taught(documents=(found,)).rank(question, HOME)[:1]
    best = taught(pair, documents=(found,)).rank(question, HOME)[0]
    assert best.id == f"{found.id}-1"
    assert all(hit.id != best.id or hit.confidence < best.confidence for hit in before)


def test_synonym__of_one_organisation_is_not_noticed_by_another() -> None:
    index = taught(("weekgeldje", "leefgeld"))
    assert index.match("weekgeldje", HOME).outcome is not Outcome.NONE
    assert index.match("weekgeldje", ELSEWHERE) == taught().match("weekgeldje", ELSEWHERE)


def test_synonym__that_is_removed_is_no_longer_read() -> None:
    index = taught(("weekgeldje", "leefgeld"))
    index.learn(HOME.organisation, [])
    assert index.match("weekgeldje", HOME) == taught().match("weekgeldje", HOME)


def test_synonym__weighs_less_than_the_word_itself() -> None:
    index = taught(("leefgeld", "beslagvrije voet"), documents=(LEEFGELD, FOOT))
    assert index.match("leefgeld", HOME).hits[0].id == "leefgeld-1"
    assert index.match("beslagvrije voet", HOME).hits[0].id == "foot-1"


def test_synonym__says_what_was_asked_and_what_it_was_taken_for() -> None:
    (hit, *_) = taught(("weekgeldje", "leefgeld")).rank("weekgeldje te laag", HOME)
    (word, *_) = hit.why
    assert (word.asked, word.found, word.translated) == ("weekgeldje", "leefgeld", True)


@pytest.mark.parametrize(
    "pair", [("de", "het"), ("", "leefgeld"), ("leefgeld", "..."), ("leefgeld", "leefgeld")]
)
def test_synonym__without_telling_words_does_no_harm(pair: tuple[str, str]) -> None:
    assert taught(pair).match("leefgeld", HOME).hits[0].id == "leefgeld-1"
