"""Cleaning, measuring, shortening and splitting text, and names that look alike."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.text import clean, clean_line, first_sentence, is_blank, sentences, shorten, units

FAMILY = "👩‍👩‍👧"
HEART = "❤️"
THUMB = "👍🏽"
FLAG = "🇳🇱"

ODD = st.text(
    alphabet=st.one_of(
        st.characters(), st.sampled_from("ab .,!?\n\t\r\u200d\ufe0f👩👍🏽❤🇳🇱\u0301e1\u20e3\u200b\u202e\u00a0")
    ),
    max_size=80,
)
DUTCH = st.lists(
    st.sampled_from(
        ["Toen kwam er rust.", "bijv. bij schulden", "o.a.", "Ja!", "👍", "\n", "\n\n", "dhr. Jansen belde."]
    ),
    max_size=8,
).map(" ".join)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  hoi  ", "hoi"),
        ("cafe\u0301", "café"),
        ("a\u00a0b\u2009c", "a b c"),
        ("a\tb", "a b"),
        ("regel 1\r\nregel 2\rregel 3\u2028regel 4", "regel 1\nregel 2\nregel 3\nregel 4"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("a \n \n \n b", "a\n\nb"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("\u2066a\u2069b", "ab"),
        ("sc\u200bhul\u200dd\ufeff en\u00ad", "schuld en"),
        ("\u3164\u2800", ""),
        ("a\ud800b", "ab"),
        ("a\U000e0041\U000e0042b", "ab"),
        (
            f"top {FAMILY}{HEART}{THUMB}{FLAG} 1\ufe0f\u20e3",
            f"top {FAMILY}{HEART}{THUMB}{FLAG} 1\ufe0f\u20e3",
        ),
        ("\u200d👩\u200d", "👩"),
        ("a\ufe0f", "a"),
    ],
)
def test_clean__keeps_what_is_seen(text: str, expected: str) -> None:
    assert clean(text) == expected


@settings(max_examples=500)
@given(ODD)
def test_clean__is_idempotent_and_leaves_nothing_hidden(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert cleaned == unicodedata.normalize("NFC", cleaned)
    assert "\n\n\n" not in cleaned
    hidden = {char for char in cleaned if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co"}}
    assert hidden <= {"\n", "\u200d"}


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("  Anna \n van  den Berg ", 40, "Anna van den Berg"),
        ("Samen de post openen", 14, "Samen de post"),
        ("Samen de post openen", 13, "Samen de post"),
        ("Samen de post openen", 12, "Samen de"),
        ("Schuldhulpverlening", 6, "Schuld"),
        (f"hoi {FAMILY}", 6, "hoi"),
        (f"{FAMILY}{FAMILY}", 7, FAMILY),
        ("\u202eadmin", 20, "admin"),
        ("abc", 0, ""),
    ],
)
def test_clean_line__is_one_line_cut_on_a_word(text: str, most: int, expected: str) -> None:
    assert clean_line(text, most) == expected


@settings(max_examples=500)
@given(ODD, st.integers(0, 60))
def test_clean_line__never_exceeds_and_is_idempotent(text: str, most: int) -> None:
    line = clean_line(text, most)
    assert len(line) <= most
    assert "\n" not in line
    assert "  " not in line
    assert clean_line(line, most) == line


@pytest.mark.parametrize(
    ("text", "expected"), [("", 0), ("abc", 3), ("é", 1), ("👍", 2), (FLAG, 4), (FAMILY, 8)]
)
def test_units__counts_as_the_chat_service_does(text: str, expected: int) -> None:
    assert units(text) == expected


@given(st.text(max_size=60))
def test_units__is_the_length_in_utf_16(text: str) -> None:
    assert units(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u200b\u200d", "\u3164", "\u2800 \u00a0"])
def test_is_blank__sees_through_invisible_signs(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", ".", "👍", "\u200ba"])
def test_is_blank__is_false_when_there_is_something_to_see(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("Kort.", 10, "Kort."),
        ("Eerst de post. Toen kwam er rust.", 20, "Eerst de post."),
        ("Eerst de post open en toen rust", 20, "Eerst de post open…"),
        ("Ja. Eerst de post open en toen rust", 20, "Ja. Eerst de post…"),
        ("Schuldhulpverlening", 7, "Schuld…"),
        ("👍👍👍", 4, "👍…"),
        (f"{FAMILY}{FAMILY}", 9, f"{FAMILY}…"),
        (f"{FAMILY}{FAMILY}", 8, "…"),
        (f"{FLAG}{FLAG}", 6, f"{FLAG}…"),
        ("Bel bijv. eerst. Dan de rest van het hele verhaal", 18, "Bel bijv. eerst."),
        ("Eerst dit, dan dat en zo", 12, "Eerst dit…"),
        ("abc", 0, ""),
        ("abc", 1, "…"),
    ],
)
def test_shorten__ends_on_a_sentence_or_a_word(text: str, most: int, expected: str) -> None:
    assert shorten(text, most) == expected


@settings(max_examples=500)
@given(st.one_of(ODD, DUTCH), st.integers(0, 60))
def test_shorten__never_exceeds_and_only_leaves_out(text: str, most: int) -> None:
    short = shorten(text, most)
    assert units(short) <= most
    assert text.startswith(short.removesuffix("…"))


@settings(max_examples=300)
@given(st.lists(st.sampled_from([FAMILY, HEART, THUMB, FLAG, "a", " "]), max_size=12), st.integers(0, 30))
def test_shorten__never_splits_an_emoji(pieces: list[str], most: int) -> None:
    kept = shorten("".join(pieces), most).removesuffix("…")
    assert any("".join(pieces[:count]).rstrip() == kept.rstrip() for count in range(len(pieces) + 1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        (" \n ", ()),
        ("Eén zin", ("Eén zin",)),
        ("Eerst dit. Toen dat.", ("Eerst dit.", "Toen dat.")),
        ("eerst dit. toen dat", ("eerst dit.", "toen dat")),
        ("Eerst dit.Toen dat was klaar", ("Eerst dit.", "Toen dat was klaar")),
        ("Wat nu? Niets! Klaar", ("Wat nu?", "Niets!", "Klaar")),
        ("Bijv. bij dhr. Jansen ging het goed. Mooi", ("Bijv. bij dhr. Jansen ging het goed.", "Mooi")),
        (
            "Neem o.a. een brief mee, e.g. a letter. Klaar",
            ("Neem o.a. een brief mee, e.g. a letter.", "Klaar"),
        ),
        ("Brieven, kaarten enz. Daarna bellen", ("Brieven, kaarten enz.", "Daarna bellen")),
        ("Brieven enz. en daarna bellen", ("Brieven enz. en daarna bellen",)),
        ("Zie art. 5 lid 2. Dat helpt", ("Zie art. 5 lid 2.", "Dat helpt")),
        ("Mevr. J. de Vries i.v.m. schulden", ("Mevr. J. de Vries i.v.m. schulden",)),
        ("Tja... dat werkte", ("Tja... dat werkte",)),
        ("Tja... Dat werkte", ("Tja...", "Dat werkte")),
        ('Ze zei "kom maar!" en ging', ('Ze zei "kom maar!" en ging',)),
        ('Ze zei "kom maar." Toen ging ze', ('Ze zei "kom maar."', "Toen ging ze")),
        ("1. Eerst bellen 2. dan gaan", ("1. Eerst bellen 2.", "dan gaan")),
        ("1. Eerst bellen\n2. dan gaan", ("1. Eerst bellen", "2. dan gaan")),
        ("regel een\nregel twee", ("regel een", "regel twee")),
        ("Kijk op www.voorbeeld.nl voor meer. Klaar", ("Kijk op www.voorbeeld.nl voor meer.", "Klaar")),
        ("Het kost 1.250,50 per jaar. Klaar", ("Het kost 1.250,50 per jaar.", "Klaar")),
        ("Top 👍 doen", ("Top 👍 doen",)),
    ],
)
def test_sentences__end_where_a_reader_ends_them(text: str, expected: tuple[str, ...]) -> None:
    assert sentences(text) == expected


@settings(max_examples=500)
@given(st.one_of(ODD, DUTCH))
def test_sentences__keep_every_sign_in_order(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
    assert first_sentence(text) == next(iter(sentences(text)), "")


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        ". ",
        "👩\u200d",
        "a\u0301",
        "...",
        "\n ",
        "a.b.",
        "! ",
        " ",
        "a" * 12 + ".",
        "\u200d",
        "Ab.Cd ",
        '."',
    ],
)
@pytest.mark.parametrize(
    "function",
    [clean, sentences, lambda text: shorten(text, 1000), lambda text: clean_line(text, 60)],
    ids=["clean", "sentences", "shorten", "clean_line"],
)
def test_text__is_quick_with_the_longest_message(unit: str, function: Callable[[str], object]) -> None:
    text = (unit * 4096)[:4096]
    begin = time.process_time()
    function(text)
    assert time.process_time() - begin < 0.25
