"""The matcher on the project's own questions: is the card found, and is it said when there is none?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt

from bot.keeper import Finder
from content.lexicon import read_lists
from content.library import PracticeText, StarterPractice, starter_practices
from domain.matching import Document, Index, Leg, Lexicon, Outcome, Scope
from domain.matching.text import stems, tokens
from tests.benchmarks.matching import questions
from tests.benchmarks.matching.questions import Question

HERE = Scope(1)
LIBRARIES = (("nl",), ("en",), ("nl", "en"))
"""The languages that the cards of a library are in; in both is how it is installed."""
SHOWN = 3
"""Cards that a person gets to see."""
MANY = 3
"""Words shared with a card beyond which more make no difference."""
CERTAIN = 1.96
"""Standard deviations either side of 95 % of a normal distribution."""


@dataclass(frozen=True)
class Found:
    """What came of one question: the place of a right card, counted from 0, and the outcome."""

    question: Question
    place: int | None
    outcome: Outcome
    shared: int

    def within(self, most: int) -> bool:
        """Tell whether a right card is among the first."""
        return self.place is not None and self.place < most


@dataclass(frozen=True)
class Share:
    """How many of how many."""

    yes: int
    of: int

    @property
    def percent(self) -> float:
        """The share in percent."""
        return 100.0 * self.yes / self.of if self.of else 0.0

    @property
    def between(self) -> tuple[float, float]:
        """The 95 % interval in percent (Wilson 1927)."""
        if not self.of:
            return 0.0, 100.0
        share, spread = self.yes / self.of, CERTAIN**2 / self.of
        middle = share + spread / 2
        half = CERTAIN * sqrt(share * (1 - share) / self.of + spread / (4 * self.of))
        return 100.0 * (middle - half) / (1 + spread), 100.0 * (middle + half) / (1 + spread)


def share(found: Iterable[Found], holds: Callable[[Found], bool]) -> Share:
    """Return of how many something holds."""
    every = [holds(one) for one in found]
    return Share(sum(every), len(every))


def library(languages: Sequence[str], lexicon: Lexicon | None = None, without: Collection[Leg] = ()) -> Index:
    """Return an index of the starter library in some of its languages, as the program fills it."""
    finder = Finder()
    index = Index(lexicon or finder.lexicon, without)
    for practice in starter_practices():
        documents = [_document(practice, practice.texts[language]) for language in languages]
        index.put(practice.key, HERE, [finder.analyse(document) for document in documents])
    return index


def ask(index: Index, asked: Iterable[Question]) -> list[Found]:
    """Ask every question and return what came of it."""
    return [_ask(index, question) for question in asked]


def select(
    language: str, *, part: str | None = None, answerable: bool = True, style: str | None = None
) -> list[Question]:
    """Return some of the questions."""
    return [
        one
        for one in questions.read()
        if one.language == language
        and bool(one.practices) is answerable
        and part in (None, one.part)
        and style in (None, one.style)
    ]


def _document(practice: StarterPractice, text: PracticeText) -> Document:
    return Document(
        practice.key, text.title, text.situation, text.approach, text.result, text.limits, practice.themes
    )


def _ask(index: Index, question: Question) -> Found:
    ranked = [hit.id for hit in index.rank(question.text, HERE, 10)]
    place = next((n for n, one in enumerate(ranked) if one in question.practices), None)
    outcome = index.match(question.text, HERE, SHOWN).outcome
    return Found(question, place, outcome, _shared(question))


def _shared(question: Question) -> int:
    """Return how many meaningful words a question shares with a right card in its own language."""
    cards = _cards(question.language)
    asked = {word for _, word in tokens(question.text)} - _stop()
    met = (sum(not cards[key].isdisjoint(stems(word)) for word in asked) for key in question.practices)
    return min(MANY, max(met, default=0))


@cache
def _stop() -> frozenset[str]:
    return frozenset().union(*read_lists().stop.values())


@cache
def _cards(language: str) -> dict[str, set[str]]:
    """Return the stems of the meaningful words of every card."""
    cards = {}
    for one in starter_practices():
        text = one.texts[language]
        words = " ".join((text.title, text.situation, text.approach, text.result, text.limits))
        cards[one.key] = {root for _, word in tokens(words) if word not in _stop() for root in stems(word)}
    return cards


@dataclass(frozen=True)
class Goal:
    """One goal: its name, the percentage wanted, and what was found on each half."""

    name: str
    wanted: int
    held_out: Share
    tune: Share


@dataclass(frozen=True)
class Measured:
    """Everything that was found, by (language of the question, languages of the cards)."""

    answerable: dict[tuple[str, tuple[str, ...]], list[Found]]
    unanswerable: dict[tuple[str, tuple[str, ...]], list[Found]]

    def goals(self) -> list[Goal]:
        """Return the goals and how far they are met."""
        dutch, english, none = (
            self.answerable["nl", ("nl",)],
            self.answerable["en", ("nl",)],
            self.unanswerable["nl", ("nl",)],
        )
        return [
            _goal("found", 90, dutch, lambda one: one.within(SHOWN)),
            _goal("answered", 85, dutch, shown),
            _goal("refused", 80, none, lambda one: not shown(one)),
            _goal("across", 85, english, lambda one: one.within(SHOWN)),
        ]

    def tables(self, part: str) -> dict[str, list[list[str]]]:
        """Return rows of text by the name of a table, for one half of the questions."""
        yes = {at: _half(every, part) for at, every in self.answerable.items()}
        no = {at: _half(every, part) for at, every in self.unanswerable.items()}
        dutch, english = yes["nl", ("nl",)], yes["en", ("nl",)]
        return {
            "libraries": [[_arrow(at), *_line(every)] for at, every in yes.items()],
            "styles": [
                [style, *_short(_styled(dutch, style)), *_short(_styled(english, style))]
                for style in questions.ANSWERED
            ],
            "shared": [
                [f"{words}+" if words == MANY else str(words), *_line(_sharing(dutch, words))]
                for words in range(MANY + 1)
            ],
            "refused": [
                [_arrow(at), kind, *_refusals(_styled(every, kind))]
                for at, every in no.items()
                for kind in questions.UNANSWERABLE
            ],
        }


def measure(
    told: Callable[[str, str], None],
    lexicon: Lexicon | None = None,
    without: Collection[Leg] = (),
    libraries: Sequence[tuple[str, ...]] = LIBRARIES,
) -> Measured:
    """Ask every question of every library; `told` hears which (language, languages of the cards) is next."""
    answerable, unanswerable = {}, {}
    for cards in libraries:
        index = library(cards, lexicon, without)
        for language in questions.LANGUAGES:
            told(language, "+".join(cards))
            answerable[language, cards] = ask(index, select(language))
            unanswerable[language, cards] = ask(index, select(language, answerable=False))
    return Measured(answerable, unanswerable)


def shown(one: Found) -> bool:
    """Tell whether anything was shown, as an answer or to choose from."""
    return one.outcome is not Outcome.NONE


def sure(one: Found) -> bool:
    """Tell whether it was shown as the answer."""
    return one.outcome is Outcome.ANSWER


def _goal(name: str, wanted: int, found: list[Found], holds: Callable[[Found], bool]) -> Goal:
    return Goal(name, wanted, *(share(_half(found, part), holds) for part in ("held-out", "tune")))


def _half(found: Iterable[Found], part: str) -> list[Found]:
    return [one for one in found if one.question.part == part]


def _styled(found: Iterable[Found], style: str) -> list[Found]:
    return [one for one in found if one.question.style == style]


def _sharing(found: Iterable[Found], words: int) -> list[Found]:
    return [one for one in found if one.shared == words]


def _arrow(at: tuple[str, tuple[str, ...]]) -> str:
    return f"{at[0]} → {'+'.join(at[1])}"


def _line(found: list[Found]) -> list[str]:
    """Return the number of questions, top-1, top-3, top-5, something shown, and shown as the answer."""
    places = [_percent(found, lambda one, most=most: one.within(most)) for most in (1, SHOWN, 5)]  # type: ignore[misc]
    return [str(len(found)), *places, _percent(found, shown), _percent(found, sure)]


def _short(found: list[Found]) -> list[str]:
    return [str(len(found)), _percent(found, lambda one: one.within(SHOWN)), _percent(found, shown)]


def _refusals(found: list[Found]) -> list[str]:
    return [
        str(len(found)),
        _percent(found, lambda one: not shown(one)),
        _percent(found, lambda one: not sure(one)),
    ]


def _percent(found: list[Found], holds: Callable[[Found], bool]) -> str:
    return f"{share(found, holds).percent:.1f}" if found else "–"
