"""Which practice somebody is offered unasked: what fits and may well work, with chances for what is new.

Arrays hold one entry per practice, so that one rule serves one person now and a hundred thousand at night.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from domain.peers.constants import DEFAULTS, Constants, OfferConstants

Floats: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = NDArray[np.int64]
Truths: TypeAlias = NDArray[np.bool_]

NOBODY: Final = -1  # a practice whose maker is not known


class Why(StrEnum):
    """By which step a practice was chosen."""

    floor = "floor"  # it is new and was hardly shown
    explore = "explore"  # it is little known, and chance chose it
    promising = "promising"  # it fits, and a draw from what is known of it was the best


@dataclass(frozen=True)
class Choice:
    """The practice to offer, by its row, and why this one."""

    row: int
    why: Why


@dataclass(frozen=True, eq=False)
class Shelf:
    """The practices that a reader could be offered: one entry per practice in every array."""

    row: Numbers  # the practice's row in `Offered`
    theme: Numbers  # the theme's row there; the first theme of the practice
    lot: Numbers  # the row there of this maker's practices in this theme
    maker: Numbers  # NOBODY when not known
    a: Floats  # evidence as this reader's context weighs it
    b: Floats
    fit: Floats
    reports: Numbers
    new: Truths  # shared in the last 28 days
    flagged: Truths  # reported, and nobody looked yet

    def only(self, kept: Truths) -> Shelf:
        """Return a shelf with some of the practices."""
        return Shelf(*(getattr(self, name)[kept] for name in self.__dataclass_fields__))

    def for_readers(self, constants: Constants = DEFAULTS) -> Shelf:
        """Return what may be offered at all: what fits well enough and was not reported."""
        return self.only((self.fit >= constants.fit.offered_from) & ~self.flagged)


def by_theme(shelf: Shelf) -> dict[int, Shelf]:
    """Return a shelf per theme."""
    return {theme: shelf.only(shelf.theme == theme) for theme in np.unique(shelf.theme).tolist()}


def together(shelves: Sequence[Shelf]) -> Shelf:
    """Return one shelf with what is on several, at least one."""
    if len(shelves) == 1:
        return shelves[0]
    names = Shelf.__dataclass_fields__
    return Shelf(*(np.concatenate([getattr(one, name) for one in shelves]) for name in names))


@dataclass(eq=False)
class Offered:
    """What was offered in the last 28 days; `note` adds one, so that a job keeps within the shares."""

    practice: Numbers
    theme: Numbers
    lot: Numbers
    shown: Numbers  # how often a practice came before somebody it fits, in whatever way

    @classmethod
    def empty(cls, practices: int, themes: int, lots: int) -> Offered:
        """Return one in which nothing was offered yet."""
        return cls(*(np.zeros(many, np.int64) for many in (practices, themes, lots, practices)))

    def note(self, practice: int, theme: int, lot: int) -> None:
        """Count one more offer."""
        self.practice[practice] += 1
        self.theme[theme] += 1
        self.lot[lot] += 1
        self.shown[practice] += 1


@dataclass(frozen=True)
class Past:
    """What one reader is not offered: practices by row, and makers of the last offers, the newest first."""

    closed: Collection[int] = ()  # own, tried, or dismissed as `is_dismissed` tells
    makers: Sequence[int] = ()


def is_dismissed(times: Sequence[datetime], now: datetime, constants: Constants = DEFAULTS) -> bool:
    """Tell whether "not for me" still holds: for 90 days, and the second time for good."""
    days = timedelta(days=constants.offers.dismissed_days)
    return len(times) >= 2 or any(now - at < days for at in times)


def choose(
    shelf: Shelf,
    offered: Offered,
    past: Past,
    me: int,
    chance: Generator,
    constants: Constants = DEFAULTS,
) -> Choice | None:
    """Return which practice to offer to `me`, or None when nothing suits.

    First what is new and hardly shown yet. Else, one time in five, something little known. Else the best
    draw from what is known, times fit: Thompson, W. R. (1933), Biometrika 25, 285-294. Shares are hard: a
    theme with few practices falls silent rather than loud.
    """
    known = constants.offers
    may = np.flatnonzero(_allowed(shelf, offered, past, me, constants))
    if not len(may):
        return None
    hardly = may[shelf.new[may] & (offered.shown[shelf.row[may]] < known.new_shown)]
    if len(hardly):
        seen = offered.shown[shelf.row[hardly]]
        return Choice(_row(shelf, _one(hardly[seen == seen.min()], chance)), Why.floor)
    little = may[shelf.reports[may] < known.little_known] if chance.random() < known.explore else may[:0]
    if len(little):
        return Choice(_row(shelf, _one(little, chance)), Why.explore)
    drawn = chance.beta(shelf.a[may], shelf.b[may]) * shelf.fit[may]
    return Choice(_row(shelf, int(may[drawn.argmax()])), Why.promising)


def _allowed(shelf: Shelf, offered: Offered, past: Past, me: int, constants: Constants) -> Truths:
    known = constants.offers
    may: Truths = (shelf.fit >= constants.fit.offered_from) & ~shelf.flagged & (shelf.maker != me)
    for one in past.closed:
        may &= shelf.row != one
    for one in past.makers[: known.author_rest]:
        if one != NOBODY:
            may &= shelf.maker != one
    return may & _within_shares(shelf, offered, known)


def _within_shares(shelf: Shelf, offered: Offered, known: OfferConstants) -> Truths:
    """Tell for which practices one more offer keeps them, and their maker, within their share of the theme.

    As long as a theme had few offers, shares are taken of twenty; otherwise nothing could ever be the first.
    """
    whole = np.maximum(offered.theme[shelf.theme] + 1, known.shares_from)
    practice: Truths = offered.practice[shelf.row] + 1 <= known.most_practice * whole
    maker: Truths = offered.lot[shelf.lot] + 1 <= known.most_author * whole
    nobodys: Truths = shelf.maker == NOBODY
    return practice & (maker | nobodys)


def _one(places: Numbers, chance: Generator) -> int:
    return int(places[chance.integers(len(places))])


def _row(shelf: Shelf, place: int) -> int:
    return int(shelf.row[place])
