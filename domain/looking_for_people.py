"""Looking for somebody by their name, or by what their portrait tells they do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from domain.matching.text import stems, tokens
from domain.portraits import Portrait

FIRST_WORDS: Final = 3
SHORTEST: Final = 4  # letters of a word that tells something
_PEOPLE: Final = frozenset({"wie", "iemand", "who", "whom", "anyone", "anybody", "someone", "somebody"})
# Words that stand in many portraits and questions, and tell nothing.
_ANYBODYS: Final = frozenset(
    {
        *("iemand", "collega", "collegas", "bewoner", "bewoners", "mensen", "weet", "weten", "kent"),
        *("kennen", "help", "helpt", "helpen", "goed", "hier", "over", "voor", "wordt", "heeft", "hebben"),
        *("doet", "doen", "deed", "naar", "niet", "werk", "werkt", "werken", "eens", "ervaring", "iets"),
        *("someone", "somebody", "anyone", "anybody", "colleague", "colleagues", "resident", "residents"),
        *("people", "know", "knows", "helps", "about", "with", "that", "this", "have", "does", "good"),
        *("here", "work", "works", "experience", "something"),
    }
)


_WHO: Final = re.compile(
    r"\W{0,10}(?:wie is|wie's|ken je|wat doet|who is|who's|do you know)\s{1,10}(?P<name>\S.{0,60}?)\W{0,10}",
    re.IGNORECASE,
)


def asked_for(words: str) -> str:
    """Return the name in a question such as "wie is Anna?", "" when it is another question."""
    found = _WHO.fullmatch(words)
    return found["name"] if found else ""


def asks_for_people(words: str) -> bool:
    """Tell whether a question is about who, such as "wie weet iets van verhuurders?"."""
    first = [word for _, word in islice(tokens(words), FIRST_WORDS)]
    return not _PEOPLE.isdisjoint(first)


def about(portraits: Mapping[str, Portrait], words: str) -> dict[str, Portrait]:
    """Return the portraits that tell of something in these words, in the order they came in."""
    wanted = set(_telling(words))
    return {name: one for name, one in portraits.items() if not wanted.isdisjoint(_telling(_told_in(one)))}


def _told_in(portrait: Portrait) -> str:
    """Return what others can read in a portrait of what somebody does; what they need is not that."""
    asked = portrait.contact if portrait.named else ""
    quoted = (portrait.told.empathy, portrait.told.enterprise) if portrait.quoted else ()
    return "\n".join((portrait.day, portrait.turn, asked, *quoted))


def _telling(words: str) -> Iterator[str]:
    for _, word in tokens(words):
        if len(word) >= SHORTEST and word not in _ANYBODYS:
            yield from stems(word)
