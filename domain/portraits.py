"""Best persons: whom colleagues name, and what somebody then shows of themselves, only if they want to.

Nothing here is computed, counted or ranked: a person is named by peers, and decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from itertools import islice
from typing import Final

from domain.matching.text import stems, tokens

# For whoever names somebody. Only what they did themselves counts, never what came of it.
NAMED_DAYS: Final = timedelta(days=30)
MOST_WORDS: Final = 280  # characters of one sentence about somebody

# For whoever is named: asked once a year, by as many colleagues as there are.
ASKED_AGAIN: Final = timedelta(days=365)
MOST_TOLD: Final = 3  # what so many colleagues told is read at once
ANSWER_WITHIN: Final = timedelta(days=28)  # then what they told is gone

# For a portrait.
MOST_ANSWER: Final = 400  # characters
YEAR: Final = timedelta(days=365)  # then it is asked whether it may stay
GRACE: Final = timedelta(days=28)  # no answer in that time takes it away
KEPT: Final = timedelta(days=28)  # what was begun or taken away; then it is gone
QUESTIONS: Final = ("day", "turn", "needs", "contact")

# For who looks for somebody by what they do.
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


class Kind(StrEnum):
    """Four ways to make the difference; whoever is named chooses which, or none."""

    doer = "doer"
    frontline = "frontline"
    social = "social"
    bridge = "bridge"


class Choice(StrEnum):
    """What somebody says who was named."""

    named = "named"
    nameless = "nameless"
    no = "no"


class PortraitState(StrEnum):
    """Whether a portrait is on show."""

    begun = "begun"  # its owner said yes, and has not shown it yet
    published = "published"
    hidden = "hidden"  # somebody reported it, and a coordinator has not said that it may be seen
    withdrawn = "withdrawn"


@dataclass(frozen=True)
class Told:
    """What one colleague told of somebody: an event that shows empathy, and one that shows enterprise."""

    kind: Kind | None
    empathy: str
    enterprise: str


@dataclass(frozen=True)
class Portrait:
    """What somebody shows of themselves."""

    public_id: str
    member_id: int
    state: PortraitState
    named: bool
    name: str
    job: str
    kind: Kind | None
    day: str
    turn: str
    needs: str
    contact: str
    told: Told  # by the first colleague who named them
    quoted: bool  # whether that stands with it
    renew_at: datetime | None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.quoted and not any(getattr(self, name) for name in QUESTIONS)


def may_name(days: Iterable[date], today: date, most: int) -> bool:
    """Tell whether somebody who named colleagues on these days may name one more."""
    return sum(today - day < NAMED_DAYS for day in days) < most


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


def shuffled(portraits: Iterable[str], reader: str, day: date) -> list[str]:
    """Return portraits by public name in an order that is chance: another for each reader and each day."""

    def chance(one: str) -> bytes:
        return sha256(f"{day}:{reader}:{one}".encode()).digest()

    return sorted(portraits, key=chance)
