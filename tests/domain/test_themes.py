"""Which themes a text is about, as a first proposal."""

from __future__ import annotations

import pytest

from domain.themes import propose_themes

WORDS = {"debt": ("schuld", "deurwaarder"), "housing": ("huur", "ontruiming"), "counter": ("balie",)}


@pytest.mark.parametrize(
    ("text", "own", "expected"),
    [
        ("Bij een man met schulden", (), ("debt",)),
        ("Zijn huurschuld liep op", (), ("debt", "housing")),
        ("De deurwaarder belde over schulden, bij de balie stond zijn schuldhulp", (), ("debt",)),
        ("SCHULD en HUUR en BALIE", (), ("debt", "housing", "counter")),
        ("Koffie drinken helpt", ("youth", "wmo"), ("youth", "wmo")),
        ("Koffie drinken helpt", ("youth", "wmo", "work", "counter"), ("youth", "wmo", "work")),
        ("Koffie drinken helpt", (), ()),
        ("verhuurd", (), ()),  # a short beginning does not count inside a word
        ("", (), ()),
    ],
)
def test_propose_themes(text: str, own: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert propose_themes(text, WORDS, own) == expected
