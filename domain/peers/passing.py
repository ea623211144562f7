"""One pass through an organisation: from what is known of people and practices to who is offered what today.

Everything comes in as values and goes out as values. Nothing here is kept but what the pass decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

import numpy as np
from numpy.random import Generator

from domain.peers.backoff import MOST_JITTER, SLOT_DAYS, SLOTS, ignored_in_a_row, next_slot
from domain.peers.constants import DEFAULTS, Constants
from domain.peers.evidence import Outcome
from domain.peers.fit import Context
from domain.peers.holdout import draw, is_held
from domain.peers.ledger import Evidence, fits
from domain.peers.nudges import Kind, Message, Reader, decide
from domain.peers.nudging import Colleagues, Library, Nudge, Ready, count_colleagues, is_due, lots_of, plan
from domain.peers.offers import NOBODY, Floats, Numbers, Offered, Past, Shelf, choose
from domain.peers.segments import is_active
from domain.people import THEMES
from domain.rhythm import Habits, Sent, is_paused, most_a_week, next_moment, works_on
from domain.trials import Weights, aged

AT_ONCE: Final = 64  # contexts of readers that evidence is worked out for at a time: it bounds the memory


class Sort(StrEnum):
    """What was sent: a practice to try; what one's own changed for others; or a practice in a digest."""

    offer = "offer"
    news = "news"
    digest = "digest"


@dataclass(frozen=True, slots=True)
class Someone:
    """A member: where they work, what they follow, when they work; and whether they may be nudged at all."""

    number: int
    name: str  # what chance draws by; nobody can guess it
    context: Context
    themes: tuple[str, ...]
    habits: Habits
    may: bool = True


@dataclass(frozen=True, slots=True)
class Card:
    """A practice that anybody in the organisation may be offered."""

    number: int
    maker: int | None
    theme: str
    context: Context
    shared_at: datetime
    weights: tuple[Weights, ...] = ()
    reports: int = 0


@dataclass(frozen=True, slots=True)
class Try:
    """Somebody told that they tried a practice."""

    practice: int
    member: int
    at: datetime
    outcome: Outcome
    named: bool = False  # they agreed to be told of


@dataclass(frozen=True)
class Facts:
    """What is known of an organisation at the moment of a pass."""

    secret: str
    people: Sequence[Someone]
    cards: Sequence[Card]
    tries: Sequence[Try]
    started: Mapping[int, datetime]  # when members last did something by themselves
    offered: Mapping[int, int]  # how often each practice was offered lately
    shown: Mapping[int, int]  # to how many people whom it fits a new practice was shown
    mean: float = DEFAULTS.evidence.prior_mean


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier nudge: of which practice, when, and whether it was tapped. Held: it was left out."""

    practice: int
    at: datetime
    sort: Sort = Sort.offer
    tapped: bool = False
    held: bool = False


@dataclass(frozen=True)
class History:
    """What one person was sent, and what they said to it."""

    nudges: Sequence[Earlier] = ()  # newest first
    sent: Sequence[Sent] = ()
    closed: frozenset[int] = frozenset()  # practices that are not for them, or that they want to try already
    told_at: datetime | None = None  # when they heard that less will come
    gave_up_at: datetime | None = None  # since when hardly anything comes


NOTHING: Final = History()


@dataclass(frozen=True)
class Opportunity:
    """A practice with a message for one person at a moment; `held` is left out by chance."""

    member: int
    practice: int
    message: Message
    at: datetime
    held: bool

    @property
    def sort(self) -> Sort:
        """What it is: for who made it, or did it already, it is no opportunity to try something."""
        return Sort.news if self.message.kind in (Kind.impact, Kind.thanks, Kind.help) else Sort.offer


@dataclass(frozen=True)
class Rest:
    """So many were ignored in a row: less comes from now on, or, when it is `over`, hardly anything.

    Who is left out by chance rests as well, and is not told.
    """

    member: int
    at: datetime
    ignored: int
    over: bool
    held: bool


@dataclass(frozen=True)
class Picks:
    """The practices of somebody's digest: one that fits, and one that is new since the one before."""

    fits: int | None = None
    new: int | None = None


# --- whose day it is --------------------------------------------------------------------------------


def moments_of(facts: Facts, now: datetime, constants: Constants = DEFAULTS) -> dict[int, datetime]:
    """Return when today each of those whose day it is may be nudged: at work, and not all at one minute."""
    found = {}
    for one in facts.people:
        if one.may and one.themes and (moment := moment_of(one, facts.secret, now, constants)) is not None:
            found[one.number] = moment
    return found


def moment_of(one: Someone, secret: str, now: datetime, constants: Constants = DEFAULTS) -> datetime | None:
    """Return somebody's moment for a nudge today; None when it is not their day, or too late.

    Who chose two a week has the first and the last of their days from Tuesday to Thursday, who chose one has
    one of them, by chance and always the same.
    """
    habits = one.habits
    here = now.astimezone(ZoneInfo(habits.zone))
    today = here.date()
    if today not in _days(one, today, most_a_week(habits.rhythm, constants)) or is_paused(habits, now):
        return None
    chance = draw(one.name, f"{secret}/moment")
    jitter = round((2 * chance - 1) * MOST_JITTER)
    # Half of the people have the later of the two slots; who does not work then has the other one.
    after = datetime.combine(today, time(13), here.tzinfo) if int(chance * 1000) % 2 else here
    for start in (max(after, here), here):
        slot = _slot_on(today, start, jitter)
        if slot is not None and next_moment(habits, slot) == slot:
            return slot
    return None


def _slot_on(day: date, after: datetime, jitter: int) -> datetime | None:
    last = datetime.combine(day, SLOTS[-1], after.tzinfo) + timedelta(minutes=jitter)
    return next_slot(after, lambda other: other == day, jitter) if after < last else None


def _days(one: Someone, today: date, week: int) -> Sequence[date]:
    monday = today - timedelta(days=today.weekday())
    week_days = [monday + timedelta(days=number) for number in sorted(SLOT_DAYS)]
    days = [day for day in week_days if works_on(one.habits, day)]
    if not days or not week:
        return ()
    return (days[0], days[-1]) if week > 1 else (days[one.number % len(days)],)


# --- who is offered what ----------------------------------------------------------------------------


def decisions(
    facts: Facts,
    histories: Mapping[int, History],
    moments: Mapping[int, datetime],
    now: datetime,
    chance: Generator,
    constants: Constants = DEFAULTS,
) -> Iterator[Opportunity | Rest]:
    """Yield what is decided for each of `moments`: an offer, news for a maker, or that less will come.

    Whoever is left out by chance gets a decision as well, which is never sent: it is what would have been.
    """
    scene = _Scene.of(facts, now, constants)
    due: list[Ready] = []
    held: list[Ready] = []
    for one in facts.people:
        if one.number not in moments:
            continue
        history, moment = histories.get(one.number, NOTHING), moments[one.number]
        left_out = is_held(one.name, facts.secret, now, constants)
        started = facts.started.get(one.number)
        rest = _rest(one, history, started, moment, left_out, constants)
        if rest is not None:
            yield rest
        elif _is_due(one, history, started, moment, constants):
            news = scene.news_for(one.number, history, moment)
            if news is not None:
                yield Opportunity(one.number, *news, moment, left_out)
            else:
                (held if left_out else due).append(scene.ready(one, history))
    for several, left_out in ((due, False), (held, True)):
        for nudge in scene.plan(several, now, chance, counted=not left_out):
            practice = facts.cards[nudge.row].number
            yield Opportunity(nudge.member, practice, nudge.message, moments[nudge.member], left_out)


def picks(
    facts: Facts,
    histories: Mapping[int, History],
    members: Collection[int],
    since: datetime,
    now: datetime,
    chance: Generator,
    constants: Constants = DEFAULTS,
) -> dict[int, Picks]:
    """Return what is in the digest of each of `members` that has anything; new is what was shared `since`."""
    scene = _Scene.of(facts, now, constants)
    people = [one for one in facts.people if one.number in members]
    ready = [scene.ready(one, histories.get(one.number, NOTHING)) for one in people]
    return dict(scene.picks(ready, since, chance))


def _answered(history: History) -> list[tuple[datetime, bool]]:
    """Return earlier nudges with whether they were answered; what asked nothing was not ignored."""
    return [(one.at, one.tapped or one.held or one.sort is not Sort.offer) for one in history.nudges]


def _rest(
    one: Someone,
    history: History,
    started: datetime | None,
    now: datetime,
    held: bool,
    constants: Constants,
) -> Rest | None:
    """Return that less will come, when so many were ignored, once until they do something themselves."""
    ignored = ignored_in_a_row(_answered(history), started, now, constants)
    if has_given_up(history, started):
        return None
    if ignored >= constants.caps.give_up:
        return Rest(one.number, now, ignored, over=True, held=held)
    if ignored >= constants.caps.back_off and not _since(history.told_at, started):
        return Rest(one.number, now, ignored, over=False, held=held)
    return None


def _since(moment: datetime | None, started: datetime | None) -> bool:
    return moment is not None and (started is None or started < moment)


def has_given_up(history: History, started: datetime | None) -> bool:
    """Tell whether hardly anything comes any more, since they last did something."""
    return _since(history.gave_up_at, started)


def _is_due(
    one: Someone, history: History, started: datetime | None, moment: datetime, constants: Constants
) -> bool:
    if has_given_up(history, started):
        return False
    return is_due(
        moment,
        ZoneInfo(one.habits.zone),
        nudged=_answered(history),
        last_started=started,
        sent=history.sent,
        week=most_a_week(one.habits.rhythm, constants),
        held=False,
        constants=constants,
    )


# --- what is there to offer -------------------------------------------------------------------------


@dataclass(eq=False)
class _Scene:
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
    def of(cls, facts: Facts, now: datetime, constants: Constants) -> _Scene:
        """Put the facts in order."""
        places = {one.context for one in facts.people} | {card.context for card in facts.cards}
        places |= {_context(one) for card in facts.cards for one in card.weights}
        contexts = sorted(places, key=lambda one: (one.job, one.size, one.region))
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

    def ready(self, one: Someone, history: History) -> Ready:
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

    def plan(
        self, ready: Sequence[Ready], now: datetime, chance: Generator, *, counted: bool
    ) -> Iterator[Nudge]:
        """Yield the nudges for these, some contexts at a time; what is not sent is not counted as offered."""
        offered = self.offered if counted else deepcopy(self.offered)
        for readers, some in self._blocks(ready, chance):
            library = self._for(readers)
            yield from plan(
                some, library, offered, self.colleagues, readers, now, chance, constants=self.constants
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
                fits = choose(followed, self.offered, one.past, one.member, chance, self.constants)
                new = self._newest(followed, one, since, fits.row if fits else None)
                if fits is not None:
                    row = fits.row
                    self.offered.note(row, int(library.theme[row]), int(library.lot[row]))
                if fits is not None or new is not None:
                    yield one.member, Picks(self._number(fits.row if fits else None), self._number(new))

    def _newest(self, shelf: Shelf, one: Ready, since: datetime, besides: int | None) -> int | None:
        """Return the newest of a shelf that they do not know yet."""
        known = {*one.past.closed, besides}
        rows = zip(shelf.row.tolist(), shelf.maker.tolist(), strict=True)
        cards = self.facts.cards
        new = [
            row
            for row, maker in rows
            if row not in known and maker != one.member and cards[row].shared_at >= since
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


def _context(one: Weights) -> Context:
    return Context(one.job, size=one.size, region=one.region)


def _summed(values: Floats, row: Numbers, many: int) -> Floats:
    """Sum what belongs to each row; `row` is in order."""
    found = np.zeros((many, values.shape[1]))
    if len(row):
        starts = np.flatnonzero(np.r_[True, row[1:] != row[:-1]])
        found[row[starts]] = np.add.reduceat(values, starts, axis=0)
    return found


def _told(cards: Sequence[Card], number_of: Mapping[Context, int]) -> tuple[Numbers, Numbers, Floats, Floats]:
    found = [
        (row, number_of[_context(one)], one.worked, one.failed)
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
