"""One pass over everybody who may be nudged now: which practice, with which message.

The simulation lives by this pass, and a job can. It takes what was counted beforehand and changes only the
counts of what was offered.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from typing import Final, TypeAlias

import numpy as np
from numpy.random import Generator

from domain.delivery import Lane
from domain.peers.backoff import ignored_in_a_row, pace
from domain.peers.constants import DEFAULTS, Constants
from domain.peers.fit import Context
from domain.peers.ledger import Evidence
from domain.peers.nudges import Group, Message, Reader, Scope, decide
from domain.peers.offers import Floats, Numbers, Offered, Past, Shelf, Truths, Why, by_theme, choose, together
from domain.rhythm import Sent, room

# What went out some minutes after its moment leaves room as many minutes later a week on: the sender waits.
SLACK: Final = timedelta(hours=1)
Near: TypeAlias = tuple[Scope, str, str, int]  # a reference group: its kind, job, region and theme


@dataclass(frozen=True)
class Ready:
    """Somebody who may be nudged now, as `is_due` tells."""

    member: int
    context: int  # row of the contexts
    themes: tuple[int, ...]
    past: Past = field(default_factory=Past)
    reader: Reader = field(default_factory=Reader)
    active: bool = True
    held: bool = False  # left out by chance: chosen for like anybody, and not counted as offered


@dataclass(frozen=True)
class Nudge:
    """What to send somebody: a practice by its row, why that one, and the message that goes with it."""

    member: int
    row: int
    why: Why
    message: Message


@dataclass(frozen=True, eq=False)
class Library:
    """The practices of an organisation: one entry per practice in every array."""

    theme: Numbers
    lot: Numbers  # see `lots_of`
    maker: Numbers
    context: Numbers
    new: Truths
    flagged: Truths
    evidence: Evidence
    fits: Floats  # of contexts (rows) for readers' contexts (columns)
    told_of: Mapping[int, frozenset[int]] = field(default_factory=dict)  # contexts of who agreed to be named

    def shelf(self, context: int, constants: Constants = DEFAULTS) -> Shelf:
        """Return what a reader in this context may be offered at all."""
        return Shelf(
            row=np.arange(len(self.theme)),
            theme=self.theme,
            lot=self.lot,
            maker=self.maker,
            a=self.evidence.a[:, context],
            b=self.evidence.b[:, context],
            fit=self.fits[self.context, context],
            reports=self.evidence.reports,
            new=self.new,
            flagged=self.flagged,
        ).for_readers(constants)

    def has_near_peer(self, row: int, context: int, constants: Constants = DEFAULTS) -> bool:
        """Tell whether somebody near agreed to be told of."""
        peers = self.told_of.get(row, ())
        return any(self.fits[peer, context] >= constants.fit.near_from for peer in peers)


@dataclass(frozen=True)
class Adopters:
    """How many tried a practice in a group: in all, in the last 28 days, and in the 28 days before."""

    all: int = 0
    lately: int = 0
    before: int = 0


@dataclass(frozen=True)
class Colleagues:
    """Active members per reference group, and adopters per practice and group."""

    active: Mapping[Near, int]
    adopters: Mapping[tuple[int, Near], Adopters]

    def groups(self, row: int, theme: int, here: Context, *, reader_counts: bool) -> list[Group]:
        """Return the reference groups of a reader for a practice, the reader left out."""
        found = []
        for near in nears(here, theme):
            known = self.adopters.get((row, near), _NONE)
            active = max(0, self.active.get(near, 0) - reader_counts)
            found.append(Group(near[0], active, known.all, known.lately, known.before))
        return found


_NONE = Adopters()


def nears(here: Context, theme: int) -> tuple[Near, ...]:
    """Return the reference groups somebody is in, for a theme; what is not known makes no group."""
    found: list[Near] = [(Scope.theme, "", "", theme)]
    if here.job:
        found.append((Scope.job, here.job, "", theme))
        if here.region:
            found.append((Scope.job_and_region, here.job, here.region, theme))
    return tuple(found)


def count_colleagues(
    active: Iterable[tuple[Context, Sequence[int]]],
    tries: Iterable[tuple[int, int, Context, datetime]],
    now: datetime,
    constants: Constants = DEFAULTS,
) -> Colleagues:
    """Count active members, given with the themes they follow, and their tries: (row, theme, context, when).

    Only tries of active members who are not the maker are given: adopters are a part of the group.
    """
    members: Counter[Near] = Counter()
    for here, themes in active:
        members.update(near for theme in themes for near in nears(here, theme))
    month = timedelta(days=constants.norms.growing_days)
    counted: defaultdict[tuple[int, Near], list[int]] = defaultdict(lambda: [0, 0, 0])
    for row, theme, here, at in tries:
        age = now - at
        for near in nears(here, theme):
            several = counted[row, near]
            several[0] += 1
            several[1] += age < month
            several[2] += month <= age < 2 * month
    return Colleagues(members, {key: Adopters(*several) for key, several in counted.items()})


def lots_of(themes: Numbers, makers: Numbers) -> Numbers:
    """Number the pairs of theme and maker: a maker's share is counted per theme."""
    pairs = np.stack([themes, makers], axis=1)
    found: Numbers = np.unique(pairs, axis=0, return_inverse=True)[1].reshape(-1).astype(np.int64)
    return found


def is_due(
    now: datetime,
    zone: tzinfo,
    *,
    nudged: Sequence[tuple[datetime, bool]],
    last_started: datetime | None,
    sent: Sequence[Sent],
    week: int,
    held: bool,
    constants: Constants = DEFAULTS,
) -> bool:
    """Tell whether somebody may be nudged now: neither chance, silence nor a cap says no.

    `nudged` are earlier nudges with whether they were tapped, `sent` all that was sent lately.
    """
    if held:
        return False
    ignored = ignored_in_a_row(nudged, last_started, now, constants)
    gap = pace(ignored, week=week, constants=constants).nudge_gap
    if gap is None or any(now - at < gap for at, _ in nudged):
        return False
    return has_room(now, zone, sent, week, constants)


def has_room(
    now: datetime, zone: tzinfo, sent: Sequence[Sent], week: int, constants: Constants = DEFAULTS
) -> bool:
    """Tell whether the caps leave room for a nudge now, so that it is not dropped."""
    return room(Lane.nudge, now, sent, zone, week=week, constants=constants) - now <= SLACK


def plan(
    ready: Sequence[Ready],
    library: Library,
    offered: Offered,
    colleagues: Colleagues,
    contexts: Sequence[Context],
    now: datetime,
    chance: Generator,
    *,
    crisis: bool = False,
    constants: Constants = DEFAULTS,
) -> Iterator[Nudge]:
    """Yield a nudge for everybody for whom there is one, context by context, in an order of chance."""
    per_context: defaultdict[int, list[Ready]] = defaultdict(list)
    for place in chance.permutation(len(ready)).tolist():
        per_context[ready[place].context].append(ready[place])
    for context, several in per_context.items():
        whole = library.shelf(context, constants)
        nothing, per_theme = whole.only(whole.theme < 0), by_theme(whole)
        shelves: dict[tuple[int, ...], Shelf] = {}
        for one in several:
            if one.themes not in shelves:
                followed = [per_theme[theme] for theme in one.themes if theme in per_theme]
                shelves[one.themes] = together(followed) if followed else nothing
            found = choose(shelves[one.themes], offered, one.past, one.member, chance, constants)
            if found is None:
                continue
            theme = int(library.theme[found.row])
            message = decide(
                one.reader,
                colleagues.groups(found.row, theme, contexts[context], reader_counts=one.active),
                now,
                near_peer=library.has_near_peer(found.row, context, constants),
                crisis=crisis,
                constants=constants,
            )
            if message is not None:
                if not one.held:
                    offered.note(found.row, theme, int(library.lot[found.row]))
                yield Nudge(one.member, found.row, found.why, message)
