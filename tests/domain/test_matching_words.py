"""Tables of words: what people type, and the word on the card that it has to meet, in both languages."""

from __future__ import annotations

import pytest

from content.lexicon import read_lists
from content.library import starter_practices
from domain.matching import Document, Index, Lexicon, Outcome, Scope, Word, analyse

HERE = Scope(1)
LISTS = read_lists()
LEXICON = Lexicon(LISTS.stop, LISTS.parts, LISTS.translations)
# What else there is, so that a word has to be chosen.
OTHERS = (
    Document("nl-1", "Wandel een rondje met de buurman", "Iemand zit veel binnen."),
    Document("nl-2", "Zet koffie voor wie wacht", "De rij bij de balie is lang."),
    Document("nl-3", "Vraag naar het huisdier", "Een gesprek komt niet op gang."),
    Document("en-1", "Take a walk with the neighbour", "Somebody hardly goes out."),
    Document("en-2", "Make coffee for who is waiting", "The queue is long."),
)


def met(written: str, typed: str) -> Word | None:
    """Return as which word `typed` was met by a card that says `written`, None when it was not."""
    index = Index(LEXICON)
    for one in (Document("it", written), *OTHERS):
        index.put(one.id, HERE, [analyse(one, LEXICON)])
    hits = index.rank(typed, HERE)
    if not hits or hits[0].id != "it" or not hits[0].why:
        return None
    return hits[0].why[0]


# --- forms of a word ---------------------------------------------------------------------------------

DUTCH_FORMS = [
    ("Schulden regelen", "schuld"),
    ("Een schuld regelen", "schulden"),
    ("Met huurders praten", "huurder"),
    ("Uitkeringen stoppen", "uitkering"),
    ("De toeslag loopt", "toeslagen"),
    ("Kinderen horen", "kinderen"),
    ("Mantelzorgers ontlasten", "mantelzorger"),
    ("De cliënt bellen", "client"),
    ("De client bellen", "cliënten"),
    ("Intake met de financiën erbij", "financien"),
    ("Handhaven met een praatje", "HANDHAVEN"),
    ("Bel de deurwaarder", "deurwaarders"),
    ("Meldingen per straat", "melding"),
    ("Wachtlijst halveren", "wachtlijsten"),
]
ENGLISH_FORMS = [
    ("Paying debts in steps", "debt"),
    ("A debt in steps", "debts"),
    ("Visiting tenants", "tenant"),
    ("Evictions by phone", "eviction"),
    ("A complaint by phone", "complaints"),
    ("Carers meet", "carer"),
    ("Benefit letters", "benefits"),
    ("Stopping the fine", "fines"),
    ("School absence", "ABSENCE"),
]


@pytest.mark.parametrize(("written", "typed"), [*DUTCH_FORMS, *ENGLISH_FORMS])
def test_word__is_met_in_another_form_without_being_called_a_mistake(written: str, typed: str) -> None:
    word = met(written, typed)
    assert word is not None
    assert not word.repaired


# --- compounds, joined and split ---------------------------------------------------------------------

COMPOUNDS = [
    ("Schuldhulpverlening aan de deur", "schuld hulp verlening"),
    ("Schuldhulpverlening aan de deur", "schuldhulp verlening"),
    ("Schuldhulpverlening aan de deur", "schuldhulp"),
    ("Huisuitzetting voorkomen", "huis uitzetting"),
    ("Geluidsoverlast op het plein", "geluids overlast"),
    ("Geluidsoverlast op het plein", "geluidoverlast"),
    ("Schoolverzuim na de zomer", "school verzuim"),
    ("Het wijkteam erbij", "wijk team"),
    ("Huurachterstand van drie maanden", "huur achterstand"),
    ("Keukentafelgesprek zonder laptop", "keukentafel gesprek"),
    ("Bijstandsuitkering op tijd", "bijstands uitkering"),
    ("Jeugdzorg en school", "jeugd zorg"),
    ("De zorgtoeslag stoppen", "zorg toeslag"),
    ("Een gesprek over huur en schuld", "huurschuld"),
    ("Aan de keukentafel met een map", "keukentafelmap"),
    ("Tenants and their housing benefit", "housingbenefit"),
    ("Neighbourhood team at home", "neighbour hood team"),
]


@pytest.mark.parametrize(("written", "typed"), COMPOUNDS)
def test_compound__is_met_however_it_is_split_or_joined(written: str, typed: str) -> None:
    assert met(written, typed) is not None


# --- spelling ------------------------------------------------------------------------------------------

SPELLING = [
    ("Schuldhulpverlening aan de deur", "schuldhulpverlenng", "Schuldhulpverlening"),
    ("Schuldhulpverlening aan de deur", "schudlhulpverlening", "Schuldhulpverlening"),
    ("Schuldhulpverlening aan de deur", "schulthulpverlening", "Schuldhulpverlening"),
    ("Een deurwaarder bellen", "deurwarder", "deurwaarder"),
    ("Een deurwaarder bellen", "duerwaarder", "deurwaarder"),
    ("Mantelzorg verdelen", "mantelzrog", "Mantelzorg"),
    ("Verslaving bespreken", "verslavng", "Verslaving"),
    ("Bewindvoering uitleggen", "bewintvoering", "Bewindvoering"),
    ("Dementie in de straat", "dementi", "Dementie"),
    ("Overlast melden", "overlats", "Overlast"),
    ("Statushouders ontvangen", "statushouers", "Statushouders"),
    ("Leerplicht uitleggen", "leerplcht", "Leerplicht"),
    ("Eviction stopped by phone", "evcition", "Eviction"),
    ("Neighbours meet outside", "nieghbours", "Neighbours"),
    ("Bailiff at the door", "baillif", "Bailiff"),
    ("Allowance paid back", "alowance", "Allowance"),
]


@pytest.mark.parametrize(("written", "typed", "found"), SPELLING)
def test_spelling__is_mended_and_told(written: str, typed: str, found: str) -> None:
    assert met(written, typed) == Word(typed, found, repaired=True)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Huur betalen", "buur"),  # a word that is right is not made into another
        ("De bank bellen", "bang"),
        ("De wet uitleggen", "wat"),
        ("Zorg verdelen", "org"),
        ("Mantelzorg verdelen", "xqzvk"),
        ("Kaartje sturen", "paardje rijden op zondag"),
    ],
)
def test_spelling__leaves_short_and_far_words_alone(written: str, typed: str) -> None:
    word = met(written, typed)
    assert word is None or not word.repaired


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Schuldhulpverlening aan de deur", "schuldhulpverleningdeur"),
        ("Schimmel in de slaapkamer", "schimmelslaapkamer"),
        ("Mould in the bedroom", "mouldbedroom"),
    ],
)
def test_words__without_a_space_between_are_read_apart(written: str, typed: str) -> None:
    assert met(written, typed) is not None


# --- nothing fits ----------------------------------------------------------------------------------------

STRANGE = (
    "hoe laat gaat de kringloopwinkel open op zondag",
    "mijn printer zegt papierstoring",
    "wat is de hoofdstad van mongolie",
    "recept voor pannenkoeken zonder ei",
    "welke kleur gordijnen past bij een groene bank",
    "hoe vervang ik de accu van mijn telefoon",
    "kentekenbewijs kwijt wat nu",
    "wanneer is de volgende maansverduistering",
    "hoeveel kost een treinkaartje naar maastricht",
    "mag ik mijn boom kappen zonder vergunning",
    "wie is er jarig vandaag op kantoor",
    "hoe schrijf ik een macro in een rekenblad",
    "best pizza place downtown",
    "how do I renew my passport before summer",
    "my laptop fan makes a strange noise",
    "what is the exchange rate of the yen",
    "train your dog to fetch a ball",
    "which tyres fit a racing bike",
    "how long do I boil an egg",
    "who won the song contest",
)


def test_strange_questions__are_answered_less_than_one_in_twenty_times() -> None:
    index = Index(LEXICON)
    for practice in starter_practices():
        texts = [
            Document(practice.key, one.title, one.situation, one.approach, one.result, one.limits)
            for one in practice.texts.values()
        ]
        index.put(practice.key, HERE, [analyse(one, LEXICON) for one in texts])
    answered = [words for words in STRANGE if index.match(words, HERE).outcome is Outcome.ANSWER]
    assert len(answered) <= len(STRANGE) // 20, answered


# --- hostile ------------------------------------------------------------------------------------------------

OPERATORS = (
    '"schimmel" AND NOT slaapkamer',
    "schimmel* OR NEAR(slaapkamer, 3)",
    "title:schimmel^9 -slaapkamer",
    "schimmel & slaapkamer | !x <-> (y)",
    "schimmel%' OR '1'='1'; DROP TABLE practices; --",
    "{schimmel} ${slaapkamer} \\b(schimmel)+$",
    "<b>schimmel</b> &amp; slaapkamer\u200b\u202e",
)


@pytest.mark.parametrize("typed", OPERATORS)
def test_operators__are_only_signs_around_words(typed: str) -> None:
    assert met("Schimmel in de slaapkamer", typed) is not None


NOTHING = ("a", "é", "1", "*", '"', "%", "ß", "\ufb00", "\ud7ff", "\x00\x01", "\n\n")
EMOJI = ("😀", "\U0001f469\u200d\U0001f467\U0001f3f3\ufe0f\u200d\U0001f308")
STOP_WORDS = ("de het een van", "the of and", "hoe wat waar en of", "is it the one")


@pytest.mark.parametrize("typed", [*NOTHING, *EMOJI, *STOP_WORDS])
def test_nothing_to_look_for__finds_nothing_and_breaks_nothing(typed: str) -> None:
    index = Index(LEXICON)
    for one in OTHERS:
        index.put(one.id, HERE, [analyse(one, LEXICON)])
    assert index.match(typed, HERE).outcome is Outcome.NONE


@pytest.mark.parametrize(
    "typed",
    [
        "x" * 4096,
        "koffie " * 600,
        ("kofie" * 900)[:4096],
        " ".join(f"w{number}oord" for number in range(600))[:4096],
        "😀" * 2048,
        "a " * 2048,
        "(" * 4096,
        "é" * 4096,
    ],
)
def test_long_text__of_a_whole_message_is_read(typed: str) -> None:
    index = Index(LEXICON)
    for one in OTHERS:
        index.put(one.id, HERE, [analyse(one, LEXICON)])
    assert len(index.match(typed + " koffie voor wie wacht", HERE).hits) <= 5
