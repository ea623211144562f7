"""The thesaurus promises: what people say finds what a card says in the words of the field."""

from __future__ import annotations

import pytest

from content.lexicon import read_lists
from domain.matching import Document, Index, Lexicon, Outcome, Scope, analyse
from domain.matching.thesaurus import LEADS, NEAR, SAME, Thesaurus
from tests.domain.plain_matching import PlainIndex

REGION = Scope(1)
LISTS = read_lists()
LEXICON = Lexicon(LISTS.stop, LISTS.parts, LISTS.translations, LISTS.thesaurus)
WITHOUT = Lexicon(LISTS.stop, LISTS.parts, LISTS.translations)

CARDS = (
    Document(
        "eviction", "Voorkom een ontruiming", "De corporatie wil een vonnis.", "Ga langs met zijn tweeën."
    ),
    Document("red", "Elke maand rood", "De vaste lasten komen voor het loon.", "Maak een kalender."),
    Document("bailiff", "Schrijf de deurwaarder", "Er is beslag gelegd.", "Vraag om uitstel."),
    Document("post", "Dichte post op tafel", "Een tas vol enveloppen.", "Maak drie stapels."),
    Document("avoider", "Een zorgmijder bij de voordeur", "Een man laat niemand binnen.", "Kom kort terug."),
    Document("noise", "Geluidsoverlast in de flat", "Lawaai in de avond.", "Schrijf de tijden op."),
    Document("letters", "Laaggeletterd aan het loket", "Iemand leest niet.", "Lees de tekst voor."),
    Document("interpreter", "Bel een tolk", "Een meisje moet vertalen.", "Geef haar vrij."),
    Document("truancy", "Verzuim op maandag", "Een leerling blijft weg.", "Bel de mentor."),
    Document("homeless", "Een dakloze zonder postadres", "Hij slaapt overal.", "Teken een week."),
    Document("carer", "De mantelzorger apart", "Een dochter is overbelast.", "Vraag hoe lang nog."),
    Document("sanction", "Een maatregel op de uitkering", "Iemand komt niet opdagen.", "Stel een vraag."),
    Document("lonely", "Eenzaam in de wijk", "Een weduwnaar gaat nergens heen.", "Loop mee."),
    Document(
        "violence", "Huiselijk geweld ter sprake", "Een man geeft alle antwoorden.", "Spreek haar alleen."
    ),
    Document("suicide", "Vraag naar de dood", "Een man is somber.", "Bel 113."),
    Document("parking", "Parkeren voor de poort", "Auto's staan dubbel.", "Teken met de klas."),
    Document("rules", "Afwijken van een regel", "Iemand vreest willekeur.", "Schrijf het op."),
    Document("colleague", "Na een bedreiging", "Een collega ging naar huis.", "Bel haar na."),
)

QUESTIONS = [
    ("ze moeten hun huis uit", "eviction"),
    ("meneer wordt uit huis gezet", "eviction"),
    ("dreigt op straat te komen met haar kids", "eviction"),
    ("uitzetting", "eviction"),
    ("staat altijd in de min", "red"),
    ("geen geld meer", "red"),
    ("hij komt niet rond", "red"),
    ("er gaat geld van het loon af", "bailiff"),
    ("post ongeopend", "post"),
    ("durft brieven niet te openen", "post"),
    ("maakt zijn post niet open", "post"),
    ("kop in het zand", "post"),
    ("doet niet open", "avoider"),
    ("krijg geen contact", "avoider"),
    ("hij weigert alle hulp", "avoider"),
    ("niet thuis of geen gehoor", "avoider"),
    ("herrie boven", "noise"),
    ("burengerucht", "noise"),
    ("kan niet lezen", "letters"),
    ("bril vergeten", "letters"),
    ("analfabeet", "letters"),
    ("haar zoontje vertaalt", "interpreter"),
    ("spijbelen", "truancy"),
    ("thuiszitter", "truancy"),
    ("zwerver", "homeless"),
    ("bankslaper", "homeless"),
    ("kan zich nergens inschrijven", "homeless"),
    ("op haar tandvlees door de zorg voor pa", "carer"),
    ("dochter kan niet meer", "carer"),
    ("bijst korten", "sanction"),
    ("no-show", "sanction"),
    ("ziet nooit iemand, heeft niemand", "lonely"),
    ("hij slaat haar", "violence"),
    ("man praat voor haar", "violence"),
    ("hij wil niet meer", "suicide"),
    ("ziet het niet meer zitten", "suicide"),
    ("chaos bij school door halen en brengen", "parking"),
    ("valt tussen wal en schip", "rules"),
    ("mag ik een uitzondering maken", "rules"),
    ("ik weet je te vinden", "colleague"),
]


def filled(lexicon: Lexicon = LEXICON) -> Index:
    """An index of all cards."""
    index = Index(lexicon)
    for card in CARDS:
        index.put(card.id, REGION, [analyse(card, lexicon)])
    return index


INDEX, BARE, PLAIN = filled(), filled(WITHOUT), PlainIndex(LEXICON)
for one in CARDS:
    PLAIN.put(one.id, REGION, [analyse(one, LEXICON)])


@pytest.mark.parametrize(("question", "card"), QUESTIONS)
def test_match__finds_in_the_words_of_the_field_what_is_asked_in_everyday_words(
    question: str, card: str
) -> None:
    found = INDEX.rank(question, REGION, 3)
    assert card in [hit.id for hit in found]
    assert found == PLAIN.rank(question, REGION, 3)


def test_match__finds_few_of_these_without_the_thesaurus() -> None:
    found = [card in [hit.id for hit in BARE.rank(said, REGION, 3)] for said, card in QUESTIONS]
    assert sum(found) <= len(found) / 2


@pytest.mark.parametrize(
    ("question", "card"),
    [
        ("he is getting kicked out of his house", "eviction"),
        ("she never opens her mail", "post"),
        ("skipping school", "truancy"),
        ("rough sleeper", "homeless"),
    ],
)
def test_match__goes_on_from_a_translation(question: str, card: str) -> None:
    assert card in [hit.id for hit in INDEX.rank(question, REGION, 3)]


def test_match__puts_a_card_with_the_word_itself_first() -> None:
    for word, card in (("ontruiming", "eviction"), ("deurwaarder", "bailiff"), ("dakloze", "homeless")):
        assert INDEX.rank(word, REGION)[0].id == card


def test_match__is_less_sure_of_a_card_with_another_word() -> None:
    same, near = (INDEX.rank(word, REGION)[0] for word in ("ontruiming", "uitzetting"))
    assert same.id == near.id == "eviction"
    assert near.confidence < same.confidence


def test_match__has_nothing_for_what_is_of_no_field() -> None:
    assert INDEX.match("welke verf voor een houten tuinbank", REGION).outcome is Outcome.NONE


def test_match__tells_which_word_led_to_a_card() -> None:
    why = INDEX.rank("zwerver", REGION)[0].why
    assert [(word.asked, word.found, word.translated) for word in why] == [("zwerver", "dakloze", True)]


STOP = {"nl": frozenset({"geen", "niet", "de", "te", "hij"})}
SMALL = Thesaurus(
    [
        (("blut", "skint"), ("blut", "skint"), SAME),
        (("geen geld", "durft niet te bellen"), ("blut", "het tasje"), LEADS),
        (("krap", "blut"), ("krap", "blut"), NEAR),
    ],
    STOP,
)


@pytest.mark.parametrize(
    ("said", "led_to"),
    [
        ("blut", {("skint",): SAME, ("krap",): NEAR}),
        ("skint", {("blut",): SAME}),
        ("geen geld", {("blut",): LEADS, ("het", "tasje"): LEADS}),
        ("geld", {}),
        ("durft bellen", {("blut",): LEADS, ("het", "tasje"): LEADS}),
        ("bellen durft", {("blut",): LEADS, ("het", "tasje"): LEADS}),
        ("tasje", {}),
    ],
)
def test_look_up__leads_one_way_unless_it_is_the_same(
    said: str, led_to: dict[tuple[str, ...], float]
) -> None:
    assert dict(SMALL.look_up(said.split(), "nl")) == led_to


@pytest.mark.parametrize("question", ["bellen durft hij niet", "hij durft niet te bellen"])
def test_read__finds_a_term_in_any_order(question: str) -> None:
    assert any(("blut",) in dict(one.terms) for one in SMALL.read(question.split(), "nl"))
