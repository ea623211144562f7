"""Words as they are marked on Telegram become words with marks that people could type."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.telegram.marks import with_marks
from bot.channels.telegram.read import read
from tests.channels.test_read import message


def entity(kind: str, offset: int, length: int, **more: str) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("words", "entities", "marked"),
    [
        ("er is taart", [entity("bold", 6, 5)], "er is *taart*"),
        ("er is taart", [entity("italic", 6, 5)], "er is _taart_"),
        ("er is taart", [entity("bold", 6, 5), entity("italic", 6, 5)], "er is *_taart_*"),
        ("vet heel schuin", [entity("bold", 0, 15), entity("italic", 9, 6)], "*vet heel _schuin_*"),
        ("er is taart hier", [entity("bold", 5, 7)], "er is *taart* hier"),
        ("een\ntwee", [entity("bold", 0, 8)], "*een*\n*twee*"),
        ("\N{PARTY POPPER} taart", [entity("bold", 3, 5)], "\N{PARTY POPPER} *taart*"),
        ("kijk hier", [entity("text_link", 5, 4, url="https://x.nl")], "kijk hier (https://x.nl)"),
        ("bel 14 020", [entity("phone_number", 4, 6)], ""),
        ("niets", [], ""),
    ],
)
def test_marks__are_kept_as_they_can_be_typed(
    words: str, entities: list[dict[str, Any]], marked: str
) -> None:
    assert with_marks(words, entities) == marked


def test_message__brings_its_marks_along() -> None:
    update = {"update_id": 9, "message": message(text="er is taart", entities=[entity("bold", 6, 5)])}
    incoming = read(update)
    assert incoming
    assert (incoming.text, incoming.marked) == ("er is taart", "er is *taart*")
