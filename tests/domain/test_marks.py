"""Marks as people type them."""

from __future__ import annotations

import pytest

from domain.marks import bare, dressed


def html(words: str) -> str:
    return dressed(words, lambda mark, inside: f"<{mark}>{inside}</{mark}>" if mark else inside)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("dit is *vet* en _schuin_.", "dit is <b>vet</b> en <i>schuin</i>."),
        ("*vet en _schuin_*", "<b>vet en <i>schuin</i></b>"),
        ("*een* en *twee*", "<b>een</b> en <b>twee</b>"),
        ("5*3*2 en bestand_van_mij", "5*3*2 en bestand_van_mij"),
        ("* dit * is los", "* dit * is los"),
        ("*over twee\nregels*", "*over twee\nregels*"),
        ("kijk op https://voorbeeld.nl/_map_/a*b*c", "kijk op https://voorbeeld.nl/_map_/a*b*c"),
        ("*vet _door elkaar* heen_", "<b>vet _door elkaar</b> heen_"),
        ("**dubbel**", "**dubbel**"),
        ("", ""),
    ],
)
def test_marks__hold_on_to_words(words: str, said: str) -> None:
    assert html(words) == said


def test_bare__is_the_same_words() -> None:
    assert bare("*vet en _schuin_*, en https://x.nl/_a_") == "vet en schuin, en https://x.nl/_a_"
