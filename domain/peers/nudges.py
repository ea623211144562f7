"""Which message goes with a practice: what colleagues do, but only where that is true, kind and safe to say.

A norm is a message that tells what a group does. Whatever is not known to be allowed is not said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from domain.peers.constants import DEFAULTS, Constants
from domain.peers.usefulness import wilson


class Kind(StrEnum):
    """What a message says. `key` names its words."""

    majority = "majority"  # x of the y
    growing = "growing"  # more and more: n this month
    some = "some"  # k colleagues, without "of how many"
    story = "story"  # one near peer who agreed to be told of
    new = "new"  # nobody tested it yet; colleagues would like to hear
    impact = "impact"  # what your example, or your try, changed for others
    help = "help"  # a colleague would like a tip
    thanks = "thanks"

    @property
    def key(self) -> str:
        """The name of the words that go with it."""
        return f"nudge-{self.value}"


NORMS: Final = frozenset({Kind.majority, Kind.growing, Kind.some})


class Subject(StrEnum):
    """What a practice or a message is about, as far as norms are concerned."""

    practice = "practice"
    signal = "signal"
    violence = "violence"
    absence = "absence"
    errors = "errors"
    workload = "workload"


class Scope(StrEnum):
    """Which colleagues a norm is about, the nearest first."""

    team = "team"
    job_and_region = "job_and_region"
    job = "job"
    theme = "theme"


@dataclass(frozen=True)
class Group:
    """A reference group: its active members and how many adopted the practice, the reader left out.

    `growth` and `growth_before` are the new adopters of the last 28 days and of the 28 days before.
    """

    scope: Scope
    active: int
    adopters: int = 0
    growth: int = 0
    growth_before: int = 0


@dataclass(frozen=True)
class Reader:
    """What is known of whom the message goes to, as far as this practice goes."""

    adopted: bool = False
    maker: bool = False
    failed_at: datetime | None = None  # their own last "did not work", of any practice
    followers: int = 0  # new colleagues who tried it since the last message on impact
    effect: str = ""  # what a follower wrote and agreed to; a quote or a concrete effect
    impact_at: datetime | None = None
    doubting: bool = False  # a colleague would like to start and is unsure
    help_at: datetime | None = None
    declined: tuple[datetime, ...] = ()  # requests for a tip they did not want, in a row


@dataclass(frozen=True)
class Message:
    """What to say: the kind, and the numbers its words need."""

    kind: Kind
    scope: Scope | None = None
    adopters: int = 0
    active: int = 0
    growth: int = 0
    # How many active people a norm is about, also when that is not said; a check afterwards needs it.
    group: int = field(default=0, compare=False)


def reference(groups: Sequence[Group], constants: Constants = DEFAULTS) -> Group | None:
    """Return the nearest group that is large enough to speak of; None when there is none."""
    order = list(Scope)
    near = sorted(groups, key=lambda one: order.index(one.scope))
    return next((one for one in near if one.active >= constants.norms.group), None)


def may_tell_norm(
    reader: Reader,
    subject: Subject,
    now: datetime,
    *,
    crisis: bool = False,
    constants: Constants = DEFAULTS,
) -> bool:
    """Tell whether this reader may be told what colleagues do.

    Not about signals, violence, absence, errors or workload; not to who does it already; not in a week that
    the coordinator called a crisis; not shortly after it did not work for them.
    """
    rest = timedelta(days=constants.norms.rest_after_failure)
    failed = reader.failed_at is not None and now - reader.failed_at < rest
    return subject is Subject.practice and not (reader.adopted or reader.maker) and not crisis and not failed


def norm(group: Group | None, constants: Constants = DEFAULTS) -> Message | None:
    """Return what may be said of a group; None when it says too little, or too much about one person.

    A share is told only when it is clearly most of them, and when those who do not are three at least: "10
    of the 10" points at the last one. Never that few do it: that teaches not to.
    """
    known = constants.norms
    if group is None or group.active < known.group:
        return None
    n, k = group.active, group.adopters
    most = k / n >= known.majority and wilson(k, n)[0] >= known.majority_sure
    if k >= known.least_count and n - k >= known.least_count and most:
        return Message(Kind.majority, group.scope, k, n, group=n)
    before = max(group.growth_before, 1)
    if group.growth >= known.growing and group.growth >= known.growing_times * before:
        return Message(Kind.growing, group.scope, growth=group.growth, group=n)
    if k >= known.least_count:
        return Message(Kind.some, group.scope, k, group=n)
    return None


def decide(
    reader: Reader,
    groups: Sequence[Group],
    now: datetime,
    *,
    subject: Subject = Subject.practice,
    near_peer: bool = False,
    crisis: bool = False,
    constants: Constants = DEFAULTS,
) -> Message | None:
    """Return which message goes with a practice; None when it is better to say nothing.

    `near_peer`: a colleague whose context fits (from 0.6 on) agreed to be told of.
    """
    if reader.adopted or reader.maker:
        return _to_adopter(reader, now, constants)
    if may_tell_norm(reader, subject, now, crisis=crisis, constants=constants):
        found = norm(reference(groups, constants), constants)
        if found is not None:
            return found
    return Message(Kind.story if near_peer else Kind.new)


def _to_adopter(reader: Reader, now: datetime, constants: Constants) -> Message | None:
    """Tell front-runners what it changed, thank them or ask for one tip: never an average, rank or share."""
    known = constants.norms
    rested = reader.impact_at is None or now - reader.impact_at >= timedelta(days=known.impact_rest)
    if rested and reader.followers >= known.impact_from:
        return Message(Kind.impact, adopters=reader.followers)
    if rested and reader.effect:
        return Message(Kind.thanks)
    if reader.doubting and may_ask_tip(reader, now, constants):
        return Message(Kind.help)
    return None


def may_ask_tip(reader: Reader, now: datetime, constants: Constants = DEFAULTS) -> bool:
    """Tell whether somebody may be asked for a tip: once in 14 days; after three declines 60 days' rest."""
    known = constants.norms
    if reader.help_at is not None and now - reader.help_at < timedelta(days=known.help_rest):
        return False
    tired = len(reader.declined) >= known.declines
    return not tired or now - max(reader.declined) >= timedelta(days=known.declines_rest)
