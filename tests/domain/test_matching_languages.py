"""Matching across languages promises: an English question finds a Dutch practice, and the reverse."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.lexicon import read_lists
from domain.matching import Document, Index, Lexicon, Match, Outcome, Scope, Word, analyse
from domain.matching.dictionary import KIN, MOST_KIN, kin

REGION = Scope(1)
LISTS = read_lists()
LEXICON = Lexicon(LISTS.stop, LISTS.parts, LISTS.translations)
WITHOUT = Lexicon(LISTS.stop, LISTS.parts)

DUTCH = (
    Document(
        "rent",
        "Bel de verhuurder voordat de deurwaarder komt",
        "Een gezin heeft huurachterstand en er dreigt ontruiming.",
        "Stel samen een betalingsregeling voor.",
    ),
    Document(
        "noise",
        "Nachtronde tegen geluidsoverlast rond het plein",
        "Bewoners klagen over lawaai van hangjongeren.",
        "Een jongerenwerker en een handhaver lopen samen een ronde.",
    ),
    Document(
        "truancy",
        "Bel om kwart over negen bij schoolverzuim",
        "Een leerling is afwezig en de ouders weten van niets.",
        "De leerplichtambtenaar belt dezelfde ochtend.",
    ),
    Document(
        "carer",
        "Een vrije middag voor mantelzorgers",
        "Een mantelzorger raakt overbelast door de zorg voor een partner met dementie.",
        "Een vaste vrijwilliger neemt één middag over.",
    ),
    Document(
        "door",
        "Gooi elke week een kaartje in de bus",
        "Een zorgmijder doet de deur niet open en weigert alle hulp.",
        "Schrijf met de hand en noem geen instantie.",
    ),
)
ENGLISH = (
    Document(
        "rent-en",
        "Call the landlord before the bailiff comes",
        "A family is behind with the rent and may be evicted.",
        "Offer a payment plan together.",
    ),
    Document(
        "carer-en",
        "A free afternoon for family carers",
        "A carer is exhausted by caring for a partner with dementia.",
        "The same volunteer takes over for one afternoon.",
    ),
    Document(
        "form-en",
        "Fill in the hardest box of the form at the counter",
        "People take an application form home and never send it back.",
        "Do the box that stops them together.",
    ),
)

TO_DUTCH = (
    ("bailiff is coming, family has rent arrears", "rent"),
    ("threatened with eviction", "rent"),
    ("loitering youths make noise at night", "noise"),
    ("noise nuisance on the square", "noise"),
    ("truancy, parents don't know", "truancy"),
    ("school attendance officer calls the parents", "truancy"),
    ("family carer is exhausted, husband has dementia", "carer"),
    ("won't open the door and refuses help", "door"),
    ("care avoider", "door"),
)
TO_ENGLISH = (
    ("huurachterstand en de deurwaarder komt", "rent-en"),
    ("dreigende ontruiming van een gezin", "rent-en"),
    ("betalingsregeling voorstellen", "rent-en"),
    ("mantelzorger is uitgeput door dementie van partner", "carer-en"),
    ("aanvraagformulier komt niet terug", "form-en"),
    ("formulier invullen aan de balie", "form-en"),
)


def filled(*documents: Document, lexicon: Lexicon = LEXICON) -> Index:
    """Return an index with these documents, each through its stored form."""
    index = Index(lexicon)
    for document in documents:
        index.put(document.id, REGION, [analyse(document, lexicon)])
    return index


def first(match: Match) -> str | None:
    """Return the id of the best hit."""
    return match.hits[0].id if match.hits else None


@pytest.mark.parametrize(("question", "practice"), TO_DUTCH)
def test_match__finds_a_dutch_practice_from_an_english_question(question: str, practice: str) -> None:
    assert filled(*DUTCH).rank(question, REGION)[0].id == practice


@pytest.mark.parametrize(("question", "practice"), TO_ENGLISH)
def test_match__finds_an_english_practice_from_a_dutch_question(question: str, practice: str) -> None:
    assert filled(*ENGLISH).rank(question, REGION)[0].id == practice


@pytest.mark.parametrize(
    ("question", "practice"),
    [
        ("baillif", "rent"),
        ("dementai", "carer"),
        ("neighborhood noize", "noise"),
        ("trunacy", "truancy"),
    ],
)
def test_match__mends_an_english_word_that_no_dutch_practice_has(question: str, practice: str) -> None:
    assert filled(*DUTCH).rank(question, REGION)[0].id == practice


def test_match__translates_the_parts_of_a_compound_that_the_lexicon_does_not_have() -> None:
    letters = Document("letters", "Debt letters in one pile", "A tenant is afraid of the landlord.")
    assert first(filled(letters, *ENGLISH[1:]).match("schuldenbrieven", REGION)) == "letters"


def test_match__tells_what_was_asked_in_the_other_language() -> None:
    why = filled(*DUTCH).match("rent arrears", REGION).hits[0].why
    assert why == (Word("rent arrears", "huurachterstand", repaired=False, translated=True),)


def test_match__tells_a_whole_term_once_in_the_words_of_the_asker() -> None:
    eviction = Document("eviction", "Praten bij ontruiming", "Een huurder is bang.")
    why = filled(eviction, *DUTCH[1:]).match("he is threatened with eviction", REGION).hits[0].why
    assert why == (Word("threatened with eviction", "ontruiming", repaired=False, translated=True),)


def test_match__tells_the_words_of_a_term_that_the_practice_writes_apart() -> None:
    arrears = Document("arrears", "Rent arrears", "A tenant cannot pay.")
    why = filled(arrears, *ENGLISH[1:]).match("huurachterstand", REGION).hits[0].why
    assert why == (Word("huurachterstand", "Rent arrears", repaired=False, translated=True),)


def test_match__tells_that_a_word_was_mended_before_it_was_translated() -> None:
    why = filled(*DUTCH).match("baillif", REGION).hits[0].why
    assert why == (Word("baillif", "deurwaarder", repaired=True, translated=True),)


def test_match__puts_a_word_as_asked_before_its_translation() -> None:
    dutch = Document("dutch", "Praten met de huurder", "Een gesprek op dinsdag")
    english = Document("english", "Talk to the tenant", "A conversation on Tuesday")
    index = filled(dutch, english)
    assert [hit.id for hit in index.rank("how to talk to a tenant", REGION)] == ["english", "dutch"]
    assert [hit.id for hit in index.rank("praten met een huurder", REGION)] == ["dutch", "english"]


def test_match__reads_a_word_of_both_languages_in_that_of_the_question() -> None:
    poor = Document("poor", "Poor families on the square", "Families with little money go out.")
    broken = Document("broken", "A broken arm is no excuse", "An arm in plaster and still at work.")
    assert first(filled(poor, broken).match("een arm gezin op het plein", REGION)) == "poor"


def test_match__finds_the_same_in_one_language_with_and_without_the_lexicon() -> None:
    questions = (
        "deurwaarder en huurachterstand",
        "lawaai van jongeren op het plein",
        "ouders weten van niets",
    )
    for question in questions:
        with_, without = filled(*DUTCH), filled(*DUTCH, lexicon=WITHOUT)
        assert with_.rank(question, REGION)[0].id == without.rank(question, REGION)[0].id


@pytest.mark.parametrize(
    ("question", "practice"),
    [
        ("bekeuring voor fout parkeren", "fine"),
        ("opa gaat niet meer naar de dokter", "doctor"),
    ],
)
def test_match__finds_a_dutch_practice_by_what_is_called_the_same_in_english(
    question: str, practice: str
) -> None:
    fine = Document("fine", "Praat eerst, boete later", "Een man staat fout geparkeerd.")
    doctor = Document("doctor", "Samen naar de huisarts", "Iemand is bang voor het spreekuur.")
    found = filled(fine, doctor, *DUTCH).rank(question, REGION)
    before = filled(fine, doctor, *DUTCH, lexicon=WITHOUT).rank(question, REGION)
    assert found[0].id == practice
    assert all(hit.id != practice or hit.confidence < found[0].confidence for hit in before)


def test_kin__have_a_translation_in_common_that_few_others_have() -> None:
    pairs = [("boete", "fine", 1.0), ("bekeuring", "fine", 0.5), ("goed", "fine", 0.1), ("huur", "rent", 1.0)]
    assert list(kin(pairs)) == [
        ("bekeuring", "boete", KIN * 0.5),
        ("bekeuring", "goed", KIN * 0.5 * 0.1),
        ("boete", "goed", KIN * 0.1),
    ]
    many = [(f"woord{n}", "get", 1.0) for n in range(MOST_KIN + 1)]
    assert not list(kin(many))
    assert len(list(kin(many[1:]))) == MOST_KIN * (MOST_KIN - 1) / 2


def test_match__translates_with_the_words_of_an_organisation_of_its_own() -> None:
    own = Lexicon(LISTS.stop, LISTS.parts, [*LISTS.translations, ("buurtbrigade", "street crew", 1.0)])
    brigade = Document("brigade", "De buurtbrigade komt langs", "Elke dinsdag na het eten.")
    assert first(filled(brigade, *DUTCH, lexicon=own).match("street crew", REGION)) == "brigade"
    assert first(filled(brigade, *DUTCH).match("street crew", REGION)) != "brigade"


@settings(max_examples=60, deadline=None)
@given(question=st.text(max_size=200))
def test_match__never_fails_across_languages(question: str) -> None:
    match = MIXED.match(question, REGION)
    assert (match.outcome is Outcome.NONE) == (not match.hits)


@pytest.mark.parametrize("text", ["rent arrears " * 600, "the landlord does not open the door " * 200])
def test_match__takes_a_long_story_in_the_other_language(text: str) -> None:
    assert first(filled(*DUTCH).match(text, REGION)) is not None


MIXED = filled(*DUTCH, *ENGLISH)


def test_translate__the_word_itself_goes_before_others_with_its_stem() -> None:
    """To one of the stemmers "gezin" and "zin" are the same word; a family is no sentence."""
    dictionary = LEXICON.dictionary
    assert (("family",), 1.0) in dictionary.translate("gezin", "nl")
    assert not any("sentence" in term for term, _ in dictionary.translate("gezin", "nl"))
