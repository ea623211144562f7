"""The facts in the order that the rules take them: rows of practices, numbers of contexts and themes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

import numpy as np
from numpy.random import Generator

from domain.peers.constants import Constants
from domain.peers.evidence import Outcome
from domain.peers.facts import Card, Facts, History, Picks, Someone, Sort
from domain.peers.fit import Context
from domain.peers.ledger import Evidence, fits
from domain.peers.nudges import Message, Reader, decide
from domain.peers.nudging import Colleagues, Library, Nudge, Ready, count_colleagues, lots_of, plan
from domain.peers.offers import NOBODY, Floats, Numbers, Offered, Past, Shelf, choose
from domain.peers.segments import is_active
from domain.people import THEMES
from domain.trials import aged

AT_ONCE: Final = 64  # contexts of readers that evidence is worked out for at a time: it bounds the memory


@dataclass(eq=False)
class Scene:
    """The facts in the order that the rules take them: rows of practices, numbers of contexts and themes."""

    facts: Facts
    constants: Constants
    contexts: list[Context]
    number_of: dict[Context, int]
    library: Library  # without evidence and fits, which are worked out for some readers at a time
    offered: Offered
    colleagues: Colleagues
    told: tuple[Numbers, Numbers, Floats, Floats]  # row, context, what worked, what did not
    fresh: float
    active: frozenset[int]
    row_of: dict[int, int]
    tried: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    failed: dict[int, datetime] = field(default_factory=dict)
    shared_by: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    followers: defaultdict[int, list[datetime]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, facts: Facts, now: datetime, constants: Constants) -> Scene:
        """Put the facts in order."""
        places = {one.context for one in facts.people} | {card.context for card in facts.cards}
        places |= {one.context for card in facts.cards for one in card.weights}
        contexts = sorted(places, key=Context.order)
        number_of = {one: number for number, one in enumerate(contexts)}
        row_of = {card.number: row for row, card in enumerate(facts.cards)}
        active = frozenset(
            one.number for one in facts.people if is_active(facts.started.get(one.number), now, constants)
        )
        library = _library(facts, number_of, row_of, now, constants)
        scene = cls(
            facts,
            constants,
            contexts,
            number_of,
            library,
            _offered(facts, library, row_of),
            _colleagues(facts, active, row_of, now, constants),
            _told(facts.cards, number_of),
            aged(now, constants),
            active,
            row_of,
        )
        scene._note_tries()
        return scene

    def _note_tries(self) -> None:
        for row, card in enumerate(self.facts.cards):
            if card.maker is not None:
                self.shared_by[card.maker].append(row)
        for one in self.facts.tries:
            known = self.row_of.get(one.practice)
            if one.outcome is Outcome.did_not:
                self.failed[one.member] = max(one.at, self.failed.get(one.member, one.at))
            if known is not None:
                self.tried[one.member].add(known)
                if one.member != self.facts.cards[known].maker:
                    self.followers[known].append(one.at)

    def ready(self, one: Someone, history: History, *, held: bool = False) -> Ready:
        """Return somebody who may be nudged, as the pass takes them."""
        offers = [own.practice for own in history.nudges if own.sort is not Sort.news]
        before = [self.row_of[number] for number in offers if number in self.row_of]
        closed = {self.row_of[number] for number in history.closed if number in self.row_of}
        makers = [int(self.library.maker[row]) for row in before]
        return Ready(
            one.number,
            self.number_of[one.context],
            tuple(THEMES.index(theme) for theme in one.themes),
            Past(tuple(closed | self.tried.get(one.number, set()) | set(before)), makers),
            Reader(failed_at=self.failed.get(one.number)),
            active=one.number in self.active,
            held=held,
        )

    def news_for(self, maker: int, history: History, now: datetime) -> tuple[int, Message] | None:
        """Return what a practice of theirs changed for others, when it is time to say so: the most first."""
        told = [one.at for one in history.nudges if one.sort is Sort.news]
        found: list[tuple[int, Message]] = []
        for row in self.shared_by.get(maker, ()):
            number = self.facts.cards[row].number
            since = max((one.at for one in history.nudges if one.practice == number), default=None)
            followers = sum(since is None or at > since for at in self.followers.get(row, ()))
            reader = Reader(maker=True, followers=followers, impact_at=max(told, default=None))
            message = decide(reader, (), now, constants=self.constants)
            if message is not None:
                found.append((number, message))
        return max(found, key=lambda one: one[1].adopters) if found else None

    def plan(self, ready: Sequence[Ready], now: datetime, chance: Generator) -> Iterator[Nudge]:
        """Yield the nudges for these, some contexts at a time."""
        for readers, some in self._blocks(ready, chance):
            yield from plan(
                some,
                self._for(readers),
                self.offered,
                self.colleagues,
                readers,
                now,
                chance,
                constants=self.constants,
            )

    def picks(
        self, ready: Sequence[Ready], since: datetime, chance: Generator
    ) -> Iterator[tuple[int, Picks]]:
        """Yield what goes into each one's digest; it counts as offered."""
        for readers, some in self._blocks(ready, chance):
            library = self._for(readers)
            for one in some:
                shelf = library.shelf(one.context, self.constants)
                followed = shelf.only(np.isin(shelf.theme, one.themes))
                # What is new has the first place: what fits is another one, so that both are there.
                new = self._newest(followed, one, since)
                others = followed if new is None else followed.only(followed.row != new)
                fits = choose(others, self.offered, one.past, one.member, chance, self.constants)
                if fits is not None:
                    row = fits.row
                    self.offered.note(row, int(library.theme[row]), int(library.lot[row]))
                if fits is not None or new is not None:
                    yield one.member, Picks(self._number(fits.row if fits else None), self._number(new))

    def _newest(self, shelf: Shelf, one: Ready, since: datetime) -> int | None:
        """Return the newest of a shelf that they do not know yet."""
        rows = zip(shelf.row.tolist(), shelf.maker.tolist(), strict=True)
        cards = self.facts.cards
        new = [
            row
            for row, maker in rows
            if row not in one.past.closed and maker != one.member and cards[row].shared_at >= since
        ]
        return max(new, key=lambda row: (cards[row].shared_at, row)) if new else None

    def _number(self, row: int | None) -> int | None:
        return None if row is None else self.facts.cards[row].number

    def _blocks(
        self, ready: Sequence[Ready], chance: Generator
    ) -> Iterator[tuple[Sequence[Context], Sequence[Ready]]]:
        """Yield some contexts at a time, in an order of chance, with the readers who work there."""
        per_context: defaultdict[int, list[Ready]] = defaultdict(list)
        for one in ready:
            per_context[one.context].append(one)
        order = [list(per_context)[place] for place in chance.permutation(len(per_context)).tolist()]
        for start in range(0, len(order), AT_ONCE):
            columns = order[start : start + AT_ONCE]
            some = [
                replace(one, context=column)
                for column, context in enumerate(columns)
                for one in per_context[context]
            ]
            yield [self.contexts[context] for context in columns], some

    def _for(self, readers: Sequence[Context]) -> Library:
        """Return the library with its evidence and fits for these readers."""
        known = self.constants.evidence
        near = fits(self.contexts, readers, self.constants)
        row, context, worked, failed = self.told
        heavy = self.fresh * (known.least_weight + (1 - known.least_weight) * near[context])
        many = len(self.facts.cards)
        a = known.prior_weight * self.facts.mean + _summed(worked[:, None] * heavy, row, many)
        b = known.prior_weight * (1 - self.facts.mean) + _summed(failed[:, None] * heavy, row, many)
        reports = np.array([card.reports for card in self.facts.cards], np.int64)
        base = self.library
        return Library(
            base.theme,
            base.lot,
            base.maker,
            base.context,
            base.new,
            base.flagged,
            Evidence(a, b, reports),
            near,
            base.told_of,
        )


def _summed(values: Floats, row: Numbers, many: int) -> Floats:
    """Sum what belongs to each row; `row` is in order."""
    found = np.zeros((many, values.shape[1]))
    if len(row):
        starts = np.flatnonzero(np.r_[True, row[1:] != row[:-1]])
        found[row[starts]] = np.add.reduceat(values, starts, axis=0)
    return found


def _told(cards: Sequence[Card], number_of: Mapping[Context, int]) -> tuple[Numbers, Numbers, Floats, Floats]:
    found = [
        (row, number_of[one.context], one.worked, one.failed)
        for row, card in enumerate(cards)
        for one in card.weights
    ]
    rows, contexts, worked, failed = zip(*found, strict=True) if found else ((), (), (), ())
    return (
        np.array(rows, np.int64),
        np.array(contexts, np.int64),
        np.array(worked, np.float64),
        np.array(failed, np.float64),
    )


def _library(
    facts: Facts,
    number_of: Mapping[Context, int],
    row_of: Mapping[int, int],
    now: datetime,
    constants: Constants,
) -> Library:
    cards = facts.cards
    theme = np.array([THEMES.index(card.theme) for card in cards], np.int64)
    maker = np.array([NOBODY if card.maker is None else card.maker for card in cards], np.int64)
    new_for = timedelta(days=constants.offers.new_days)
    where = {one.number: number_of[one.context] for one in facts.people}
    told_of: defaultdict[int, set[int]] = defaultdict(set)
    for one in facts.tries:
        worked = one.outcome in (Outcome.worked, Outcome.partly)
        if one.named and worked and one.practice in row_of and one.member in where:
            told_of[row_of[one.practice]].add(where[one.member])
    nothing = np.zeros((len(cards), 0))
    return Library(
        theme,
        lots_of(theme, maker),
        maker,
        np.array([number_of[card.context] for card in cards], np.int64),
        np.array([now - card.shared_at < new_for for card in cards], np.bool_),
        np.zeros(len(cards), np.bool_),  # what was reported is hidden, and not among the facts
        Evidence(nothing, nothing, np.zeros(len(cards), np.int64)),
        nothing,
        {row: frozenset(peers) for row, peers in told_of.items()},
    )


def _offered(facts: Facts, library: Library, row_of: Mapping[int, int]) -> Offered:
    found = Offered.empty(len(facts.cards), len(THEMES), len(facts.cards))
    for number, many in facts.offered.items():
        row = row_of.get(number)
        if row is not None:
            found.practice[row] += many
            found.theme[library.theme[row]] += many
            found.lot[library.lot[row]] += many
            found.shown[row] += many
    for number, many in facts.shown.items():
        if number in row_of:
            found.shown[row_of[number]] += many
    return found


def _colleagues(
    facts: Facts,
    active: frozenset[int],
    row_of: Mapping[int, int],
    now: datetime,
    constants: Constants,
) -> Colleagues:
    """Count active members and their tries; an adopter is a part of the group that follows the theme."""
    people = {one.number: one for one in facts.people if one.number in active}
    return count_colleagues(
        ((one.context, [THEMES.index(theme) for theme in one.themes]) for one in people.values()),
        _adopted(facts, people, row_of),
        now,
        constants,
    )


def _adopted(
    facts: Facts, people: Mapping[int, Someone], row_of: Mapping[int, int]
) -> Iterable[tuple[int, int, Context, datetime]]:
    for one in facts.tries:
        row, who = row_of.get(one.practice), people.get(one.member)
        if row is None or who is None:
            continue
        card = facts.cards[row]
        if card.maker != one.member and card.theme in who.themes:
            yield row, THEMES.index(card.theme), who.context, one.at
