"""Synonyms: two terms that mean the same in one organisation, as its coordinators type them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain import guard
from domain.questions import bare, is_enough
from domain.text import clean

MOST_SYNONYMS = 300  # per organisation
LONGEST_TERM = 60  # characters
BETWEEN = "="


class Unfit(StrEnum):
    """Why something typed is no pair of synonyms."""

    form = "form"  # not two terms with one sign between them
    short = "short"
    long = "long"
    same = "same"
    personal = "personal"


@dataclass(frozen=True)
class Synonyms:
    """Two terms that mean the same, in no order."""

    term: str
    other: str

    @property
    def bare(self) -> str:
        """What makes two pairs the same one."""
        return BETWEEN.join(sorted((bare(self.term), bare(self.other))))


def read_synonyms(words: str) -> Synonyms | Unfit:
    """Return the pair that was typed, such as "beslagvrije voet = leefgeld", or why it is none."""
    terms = [" ".join(clean(term).split()) for term in words.split(BETWEEN)]
    if len(terms) != 2:
        return Unfit.form
    if not all(map(is_enough, terms)):
        return Unfit.short
    if max(map(len, terms)) > LONGEST_TERM:
        return Unfit.long
    pair = Synonyms(*terms)
    if bare(pair.term) == bare(pair.other):
        return Unfit.same
    return pair if guard.check(words).clean else Unfit.personal
