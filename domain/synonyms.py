"""Synonyms: two terms that mean the same in one organisation, as its coordinators type them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from domain import guard
from domain.questions import bare, is_enough
from domain.text import clean

MOST_SYNONYMS = 2000  # per organisation
MOST_LINES = 2000  # of a list
LONGEST_TERM = 60  # characters
BETWEEN = "="
_SHEET = re.compile(r"[;\t]")


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


@dataclass(frozen=True)
class SynonymList:
    """What a list of pairs holds: those that can be taken, and (line, why not) of the others."""

    pairs: tuple[Synonyms, ...]
    unfit: tuple[tuple[int, Unfit], ...]


def read_list(words: str) -> SynonymList:
    """Return the pairs of a list, one to a line; a semicolon or a tab, as in a sheet, is as good as "=".

    Empty lines, lines that begin with "#", and a pair that stands there twice are passed over.
    """
    pairs: dict[str, Synonyms] = {}
    unfit: list[tuple[int, Unfit]] = []
    for number, line in enumerate(words.splitlines()[:MOST_LINES], start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = read_synonyms(_SHEET.sub(BETWEEN, line.strip(), count=1) if BETWEEN not in line else line)
        if isinstance(found, Unfit):
            unfit.append((number, found))
        else:
            pairs.setdefault(found.bare, found)
    return SynonymList(tuple(pairs.values()), tuple(unfit))
