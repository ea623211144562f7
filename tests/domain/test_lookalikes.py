"""Letters that look like others: out of words, and seen through in names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.lookalikes import latin_again, pretends, seen_as
from domain.text import clean, clean_line


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("hoe hеlp ik iemand met schuldеn", "hoe help ik iemand met schulden"),  # Cyrillic e
        ("Сarla", "Carla"),  # Cyrillic capital es
        ("𝐂𝐚𝐫𝐥𝐚", "Carla"),
        ("Ｂｕｄｇｅｔ ２０２６", "Budget 2026"),
        ("ⒸⒶⓇⓁⒶ", "CARLA"),
        ("Ⅽarla", "Carla"),
        ("Carla\u200b\u202e\u2060", "Carla"),
        ("Мария", "Мария"),  # a name of another script stays
        ("Γιώργος", "Γιώργος"),
        ("محمد", "محمد"),
        ("Ömer Çelik, Łukasz, Đỗ", "Ömer Çelik, Łukasz, Đỗ"),
        ("β-test van 5 m² en ½ uur", "β-test van 5 m² en ½ uur"),
        ("👩‍👧 samen bellen ✓", "👩‍👧 samen bellen ✓"),
    ],
)
def test_text__has_letters_of_one_script_in_a_word(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(st.text())
def test_text__done_twice_is_done_once(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert latin_again(once) == once
    assert clean_line(clean_line(text, 40), 40) == clean_line(text, 40)


@pytest.mark.parametrize(
    "name",
    [
        *("Carla", "carla", "CARLA", "Cárla", "Çarla", " Carla ", "C a r l a", "Carla.", "Carla!", "*Carla*"),
        *(
            "Сarla",
            "Сагlа",
            "СагӀа",
            "Carlа ✓",
            "Car1a",
            "C4rla",
            "Car|a",
            "CarIa",
            "𝐂arla",
            "Ｃａｒｌａ",
            "Ca.rla",
        ),
        *("Carla\u200b", "C\u0301arla", "Ⅽarla", "Ca-rla", "Carla 👩"),
        *("Kopgroep", "K0PGROEP", "Кopgroep", "Kopgroep-bot", "De Kopgroep"),
        *("Coördinator", "Carla de coordinator", "Beheerder Jan", "Admin", "beheer", "Helpdesk", "Moderator"),
        *("Regio Zuid", "regio-zuid", "Règio Zuid"),
    ],
)
def test_name__that_passes_for_somebody_else_is_seen_through(name: str) -> None:
    assert pretends(name, ["Carla", "Bert", "", "Regio Zuid"], has_a_role=False), seen_as(name)


@pytest.mark.parametrize(
    "name",
    [
        "Anna",
        "Carla V.",
        "Carla (Oost)",
        "Karla",
        "Carlos",
        "Мария",
        "محمد",
        "王芳",
        "Bo",
        "Botje",
        "Jan",
        "👩",
        "",
    ],
)
def test_name__of_ones_own_is_fine(name: str) -> None:
    assert not pretends(name, ["Carla", "Bert", ""], has_a_role=False), seen_as(name)


def test_name__may_tell_the_role_that_one_has_but_not_be_another_coordinators() -> None:
    assert not pretends("Bert (coördinator)", ["Carla"], has_a_role=True)
    assert pretends("Carla", ["Carla"], has_a_role=True)
    assert pretends("Kopgroep", ["Carla"], has_a_role=True)
