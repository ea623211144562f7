"""What goes into matching and what comes out, as frozen values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from domain.matching.dictionary import Dictionary, kin
from domain.matching.spelled import Spelled
from domain.matching.text import fold
from domain.matching.thesaurus import WEIGHTS, Thesaurus


@dataclass(frozen=True)
class Document:
    """One text of one practice; a practice in two languages is two documents.

    `pulls` are questions with how much more (above 0) or less (below) it should be found by them than its
    title and aliases say, in steps.
    """

    id: str
    title: str
    situation: str = ""
    approach: str = ""
    result: str = ""
    limits: str = ""
    themes: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    pulls: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Scope:
    """Who may see a practice, or who is looking; None means everyone in the organisation."""

    organisation: int
    employer: int | None = None
    team: int | None = None


class Outcome(StrEnum):
    """How far the hits may be trusted: show one, show a few to choose from, or ask colleagues."""

    ANSWER = "answer"
    UNSURE = "unsure"
    NONE = "none"


class Leg(StrEnum):
    """What matching can be made to do without, to measure what it is worth."""

    spelling = "spelling"
    compounds = "compounds"
    cosine = "cosine"


@dataclass(frozen=True)
class Word:
    """One reason for a hit: a word of the question and the word of the practice that it met.

    `repaired` when the word asked was read as another spelling, `translated` when in another language.
    """

    asked: str
    found: str
    repaired: bool
    translated: bool = False


@dataclass(frozen=True)
class Hit:
    """A practice that was found; `confidence` runs from 0 to 1."""

    id: str
    confidence: float
    why: tuple[Word, ...]


@dataclass(frozen=True)
class Match:
    """The answer to one question: the outcome and the hits, best first."""

    outcome: Outcome
    hits: tuple[Hit, ...]


class Lexicon:
    """Stop words per language ("nl", "en"), words that may be part of a compound, and a dictionary.

    The caller reads them from its word lists; they are folded here, so accents do not matter.
    `translations` are (Dutch, English, weight up to 1), more of one term as more pairs. Dutch terms that are
    called the same in English are kin: a Dutch question with the one finds practices with the other.
    `spelled` reads words of any language, folded, with spaces between.
    """

    def __init__(
        self,
        stop: Mapping[str, frozenset[str]] | None = None,
        parts: frozenset[str] = frozenset(),
        translations: Iterable[tuple[str, str, float]] = (),
        thesaurus: Iterable[tuple[Sequence[str], str, Sequence[str]]] = (),
        spelled: Callable[[], bytes] = bytes,
    ) -> None:
        self.stop: dict[str, frozenset[str]] = {
            language: frozenset(map(fold, words)) for language, words in (stop or {}).items()
        }
        self.parts = frozenset(map(fold, parts))
        self.any_stop: frozenset[str] = frozenset().union(*self.stop.values())
        self._translations = tuple(translations)
        self._thesaurus = tuple(thesaurus)
        self._spelled = spelled

    @cached_property
    def dictionary(self) -> Dictionary:
        """What terms are called in the other language."""
        return Dictionary(self._translations, self.stop)

    @cached_property
    def kin(self) -> Dictionary:
        """What is called the same in English."""
        return Dictionary(kin(self._translations), {"nl": self.any_stop}, ("nl", "nl"))

    @cached_property
    def spelled(self) -> Spelled:
        """Words that people write: none of them is a slip in another one."""
        return Spelled(self._spelled())

    @cached_property
    def thesaurus(self) -> Thesaurus:
        """What is near in meaning in Dutch."""
        lines = ((said, meant, WEIGHTS[sign]) for said, sign, meant in self._thesaurus)
        return Thesaurus(lines, {"nl": self.any_stop})
