"""How one message becomes a proposal for the four parts of a practice, and a title."""

from __future__ import annotations

import re
import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.parts import CUES, propose, title_for
from domain.practices import MOST_TITLE, Parts
from domain.text import clean

MOTHER = (
    "Bij een moeder met schulden deed ik eerst samen de post open. Toen kwam er rust. "
    "Let op: niet doen als ze net uit huis is gezet."
)


def parts_of(
    title: str = "", situation: str = "", approach: str = "", result: str = "", limits: str = ""
) -> Parts:
    return Parts(title, situation, approach, result, limits)


def four(text: str, language: str = "nl") -> tuple[str, str, str, str]:
    parts = propose(text, language)
    return parts.situation, parts.approach, parts.result, parts.limits


def test_propose__reads_a_message_as_one_tells_it_to_a_colleague() -> None:
    assert propose(MOTHER, "nl") == Parts(
        title="Eerst samen de post open",
        situation="Bij een moeder met schulden",
        approach="deed ik eerst samen de post open.",
        result="Toen kwam er rust.",
        limits="niet doen als ze net uit huis is gezet.",
    )


UNDER = ("boze klant.", "samen zitten. Koffie erbij.", "rust.", "nooit alleen.")
HEADINGS = [
    ("nl", "{} ", ("Situatie:", "Aanpak:", "Resultaat:", "Let op:")),
    ("nl", "{} ", ("situatie :", "zo deed ik het:", "effect:", "valkuilen:")),
    ("nl", "\n{} ", ("Wanneer:", "Zo:", "Wat het gaf:", "Let op:")),
    ("nl", "\n{}\n", ("Situatie", "Aanpak", "Resultaat", "Let op")),
    ("nl", "\n- {} ", ("Situatie:", "Wat ik deed:", "Resultaat:", "Valkuil:")),
    ("en", "{} ", ("Situation:", "Approach:", "Result:", "Watch out:")),
    ("en", "\n{} ", ("When:", "What I did:", "What it gave:", "Pitfall:")),
    ("en", "{} ", ("Situatie:", "Aanpak:", "Resultaat:", "Let op:")),
]


@pytest.mark.parametrize(("language", "shape", "headings"), HEADINGS)
def test_propose__follows_headings(language: str, shape: str, headings: tuple[str, ...]) -> None:
    text = " ".join(shape.format(heading) + under for heading, under in zip(headings, UNDER, strict=True))
    assert four(text, language) == UNDER


def test_propose__follows_numbered_headings() -> None:
    text = "1. Situatie: boze klant.\n2. Aanpak: samen zitten. Koffie erbij.\n"
    text += "3. Resultaat: rust.\n4) Let op: nooit alleen."
    assert four(text) == UNDER


def test_propose__lets_a_heading_rule_over_the_words_under_it() -> None:
    assert four(
        "Situatie: ik deed altijd alles zelf. Toen viel ik uit. Aanpak: werkt niet als je haast hebt."
    ) == (
        "ik deed altijd alles zelf. Toen viel ik uit.",
        "werkt niet als je haast hebt.",
        "",
        "",
    )


def test_propose__lets_one_heading_rule_its_sentence_only() -> None:
    assert four("Let op: niet bij crisis. Ik heb gebeld. Toen kwam er rust.") == (
        "",
        "Ik heb gebeld.",
        "Toen kwam er rust.",
        "niet bij crisis.",
    )


def test_propose__takes_a_title_that_is_given() -> None:
    parts = propose("Titel: Post samen openen\nIk heb de post samen geopend.", "nl")
    assert parts.title == "Post samen openen"
    assert parts.approach == "Ik heb de post samen geopend."


def test_propose__loses_nothing_of_a_title_that_is_too_long() -> None:
    long = "Samen met de bewoner aan de keukentafel alle brieven van een jaar op volgorde leggen"
    parts = propose(f"Titel: {long}", "nl")
    assert parts.approach == long
    assert len(parts.title) <= MOST_TITLE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Een jongere kwam niet opdagen. Ik heb hem elke maandag geappt. Sindsdien komt hij. "
            "Werkt niet als je dramt.",
            ("Een jongere kwam niet opdagen.", "Ik heb hem elke maandag geappt.", "Sindsdien komt hij.",
             "Werkt niet als je dramt."),
        ),
        (
            "Ik had een meneer die niet open deed. Toen ging ik met de wijkagent mee. Nu doet hij open.",
            ("Ik had een meneer die niet open deed.", "Toen ging ik met de wijkagent mee.",
             "Nu doet hij open.", ""),
        ),
        (
            "Bij schulden. Samen de post open. Daardoor overzicht. Behalve bij crisis.",
            ("Bij schulden.", "Samen de post open.", "Daardoor overzicht.", "Behalve bij crisis."),
        ),
        (
            "Bij een gezin ging ik langs. Ik vroeg wat ze zelf wilden. Het gaf lucht.",
            ("Bij een gezin", "ging ik langs. Ik vroeg wat ze zelf wilden.", "Het gaf lucht.", ""),
        ),
        (
            "Als iemand boos is, ga dan even zitten. Dat helpt. Pas op: nooit alleen.",
            ("Als iemand boos is", "ga dan even zitten.", "Dat helpt.", "nooit alleen."),
        ),
        (
            "wij deden altijd alles schriftelijk. nu bellen we eerst",
            ("wij deden altijd alles schriftelijk.", "nu bellen we eerst", "", ""),
        ),
        (
            "de verwarming werkt al weken. Ik belde de verhuurder",
            ("de verwarming werkt al weken.", "Ik belde de verhuurder", "", ""),
        ),
    ],
)  # fmt: skip
def test_propose__follows_the_words_in_a_sentence(text: str, expected: tuple[str, str, str, str]) -> None:
    assert four(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A client kept missing appointments. I texted him every Monday. Since then he comes. "
            "Does not work if you nag.",
            ("A client kept missing appointments.", "I texted him every Monday.", "Since then he comes.",
             "Does not work if you nag."),
        ),
        (
            "When someone is angry, sit down first. It helps. Unless there is a threat.",
            ("When someone is angry", "sit down first.", "It helps.", "Unless there is a threat."),
        ),
        (
            "a client kept missing appointments so i texted him every monday then he came "
            "does not work if you nag",
            ("a client kept missing appointments", "so i texted him every monday", "then he came",
             "does not work if you nag"),
        ),
    ],
)  # fmt: skip
def test_propose__reads_english(text: str, expected: tuple[str, str, str, str]) -> None:
    assert four(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ik had een meneer die niet open deed toen ging ik met de wijkagent mee nu doet hij open "
            "let op niet alleen gaan",
            ("ik had een meneer die niet open deed", "toen ging ik met de wijkagent mee", "nu doet hij open",
             "let op niet alleen gaan"),
        ),
        (
            "klant snapte de brief niet dus heb ik m voorgelezen en toen kwam alles goed",
            ("klant snapte de brief niet", "dus heb ik m voorgelezen", "en toen kwam alles goed", ""),
        ),
    ],
)  # fmt: skip
def test_propose__splits_a_message_without_full_stops(text: str, expected: tuple[str, str, str, str]) -> None:
    assert four(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kort kaartje met plaatjes", ("", "kort kaartje met plaatjes", "", "")),
        ("lange brief. kort kaartje", ("lange brief.", "kort kaartje", "", "")),
        (
            "lange brief. kort kaartje. goede reacties",
            ("lange brief.", "kort kaartje.", "goede reacties", ""),
        ),
        (
            "lange brief. kort kaartje. plaatjes. blij",
            ("lange brief.", "kort kaartje. plaatjes.", "blij", ""),
        ),
        ("", ("", "", "", "")),
        (" \n\u200b", ("", "", "", "")),
    ],
)
def test_propose__goes_by_position_without_any_cue_and_never_guesses_limits(
    text: str, expected: tuple[str, str, str, str]
) -> None:
    assert four(text) == expected


def test_propose__takes_what_follows_the_doing_as_what_came_of_it() -> None:
    assert four("Een man met een tas vol post. Ik legde drie stapels. De tas is geen berg meer.") == (
        "Een man met een tas vol post.",
        "Ik legde drie stapels.",
        "De tas is geen berg meer.",
        "",
    )


def test_propose__reads_a_condition_after_the_result_as_a_limit() -> None:
    text = "Ik belde na. Nu komt hij. Als hij niet opneemt, ga dan langs. Gooi geen brieven weg."
    assert propose(text, "nl").limits == "Als hij niet opneemt, ga dan langs. Gooi geen brieven weg."


def test_propose__reads_an_order_not_to_as_a_limit() -> None:
    assert propose("Ik vroeg het hemzelf. Vraag nooit naar het verleden.", "nl").limits == (
        "Vraag nooit naar het verleden."
    )


def test_propose__keeps_the_lines_of_a_list() -> None:
    text = "Bij schulden.\nIk deed dit:\n- eerst bellen\n- dan langs gaan"
    assert propose(text, "nl").approach == "Ik deed dit:\n- eerst bellen\n- dan langs gaan"


def test_propose__reads_another_language_as_dutch() -> None:
    assert propose(MOTHER, "fr") == propose(MOTHER, "nl") == propose(MOTHER, "nl-BE")


@pytest.mark.parametrize(
    ("approach", "title"),
    [
        ("Ik heb samen met haar de post geopend.", "Samen met haar de post geopend"),
        ("ik deed eerst samen de post open", "Eerst samen de post open"),
        ("Toen heb ik de buurvrouw gebeld, omdat zij een sleutel had.", "De buurvrouw gebeld"),
        ("We hebben een kaartje gemaakt zodat iedereen het snapt.", "Een kaartje gemaakt"),
        ("Bij een moeder met schulden deed ik eerst samen de post open.", "Eerst samen de post open"),
        ("Als iemand boos is, ga dan even zitten.", "Ga dan even zitten"),
        ("Daarna ging ik met hem mee naar de balie.", "Ging met hem mee naar de balie"),
        ("Samen, aan tafel, de post open.", "Samen, aan tafel"),
        ("👍 samen bellen", "👍 samen bellen"),
        ("Ik", "Ik"),
        ("Toen heb ik", "Heb ik"),
        ("...", "..."),
    ],
)
def test_title_for__starts_with_what_was_done(approach: str, title: str) -> None:
    assert title_for(parts_of(approach=approach), "nl") == title


def test_title_for__starts_with_what_was_done_in_english() -> None:
    parts = parts_of(approach="With a mother in debt I first opened the mail together.")
    assert title_for(parts, "en") == "First opened the mail together"


def test_title_for__does_not_end_on_a_loose_word() -> None:
    approach = "Ik vroeg de hele straat om mee te denken over het plein met de kapotte speeltoestellen"
    assert (
        title_for(parts_of(approach=approach), "nl") == "Vroeg de hele straat om mee te denken over het plein"
    )


@pytest.mark.parametrize("part", ["situation", "approach", "result", "limits"])
def test_title_for__takes_the_first_part_that_has_text(part: str) -> None:
    assert title_for(parts_of(**{part: "rust in huis"}), "nl") == "Rust in huis"


def test_title_for__is_empty_only_without_text() -> None:
    assert title_for(parts_of(), "nl") == ""


SENTENCES = st.sampled_from(
    [
        "Bij een moeder met schulden.",
        "Ik deed de post open.",
        "Toen kwam er rust.",
        "Werkt niet bij crisis.",
        "kort kaartje met plaatjes!",
        "Als ze niet open doet, bel dan de buren.",
        "With a client I sat down.",
        "Since then he comes.",
        "Rust.",
        "Wat een dag?",
    ]
)


@settings(max_examples=300)
@given(
    st.lists(SENTENCES, max_size=8, unique=True),
    st.sampled_from([" ", "\n"]),
    st.sampled_from(["nl", "en", "pl"]),
)
def test_propose__puts_every_sentence_in_exactly_one_part_in_order(
    texts: list[str], between: str, language: str
) -> None:
    parts = four(between.join(texts), language)
    # A sentence stands whole, or is cut where the doing begins: "als ze niet open doet | bel de buren".
    for sentence in texts:
        halves = [(sentence[:at].rstrip(" ,"), sentence[at:].lstrip(" ,")) for at in range(len(sentence))]
        whole = sum(sentence in part for part in parts)
        cut = any(when and when in parts[0] and how in parts[1] for when, how in halves)
        assert whole == 1 or (whole == 0 and cut)
    for part in parts:
        stand = [part.index(sentence) for sentence in texts if sentence in part]
        assert stand == sorted(stand)


VOCABULARY = (
    "bij|een|moeder|deed|ik|toen|kwam|rust|let|op|niet|als|ze|we|hebben|nu|sindsdien|werkt|het|gaf|en|dan|aanpak"
    "|situatie|with|then|i|did|watch|out|so|.|,|!|?|:|...|\n|situatie:|let op:|nu."
)


# A word such as "Situation" alone on its line says what follows and is no part of it.
LABEL = re.compile("|".join(label for cues in CUES.values() for label in cues.labels.values()), re.IGNORECASE)


def ink(text: str) -> Counter[str]:
    """Count what is written; the comma where a sentence is cut may go."""
    return Counter(re.sub(r"[\s,:;]", "", text))


@settings(max_examples=500)
@given(
    st.one_of(
        st.lists(st.sampled_from(VOCABULARY.split("|")), max_size=60).map(" ".join), st.text(max_size=80)
    ),
    st.sampled_from(["nl", "en"]),
)
def test_propose__never_invents_or_loses_a_word(text: str, language: str) -> None:
    parts = propose(text, language)
    kept = ink(" ".join(four(text, language)))
    assert kept <= ink(clean(text))
    if not LABEL.search(text) and ":" not in text:
        assert kept == ink(clean(text))
    assert len(parts.title) <= MOST_TITLE
    assert bool(parts.title) == any(four(text, language))


def test_cues__say_the_same_things_in_every_language() -> None:
    assert set(CUES) == {"nl", "en"}
    assert len({frozenset(cues.labels) for cues in CUES.values()}) == 1


@pytest.mark.parametrize(
    "unit", ["a ", "ik ", "toen ", "let op ", "situatie: ", "x. ", " ", "- ", "ik deed ", "1. ", "ikde", ", "]
)
def test_propose__is_quick_with_the_longest_message(unit: str) -> None:
    text = "x" + (unit * 4096)[:4094] + "x"
    begin = time.process_time()
    propose(text, "nl")
    assert time.process_time() - begin < 0.25
