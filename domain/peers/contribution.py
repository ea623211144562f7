"""What somebody's part in a theme adds up to: one number, only to route messages, and never shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Final

from domain.peers.constants import DEFAULTS, Constants, ContributionConstants

DAY: Final = timedelta(days=1)


class Part(StrEnum):
    """What somebody did for a theme. Reading, signals and nominations are never counted."""

    shared = "shared"
    reported = "reported"  # tried something and told, whatever came of it
    followed = "followed"  # a colleague tried one's own practice
    useful_answer = "useful_answer"
    answer = "answer"
    asked = "asked"
    thanked = "thanked"
    voted = "voted"


@dataclass(frozen=True)
class Contribution:
    """One thing that somebody did in a theme."""

    part: Part
    at: datetime


def points(contributions: Iterable[Contribution], now: datetime, constants: Constants = DEFAULTS) -> float:
    """Return C: the points of half a year, each worth half after 90 days.

    Of what can be done without end (votes, being followed) only the newest count.
    """
    known = constants.contribution
    window = timedelta(days=known.window)
    recent = sorted(
        (one for one in contributions if timedelta(0) <= now - one.at <= window),
        key=lambda one: (one.part, now - one.at),
    )
    found = 0.0
    for part, several in groupby(recent, key=lambda one: one.part):
        for one in list(several)[: _most(part, known)]:
            found += _worth(part, known) * 0.5 ** ((now - one.at) / DAY / known.half_life)
    return found


def _worth(part: Part, known: ContributionConstants) -> float:
    return {
        Part.shared: known.shared,
        Part.reported: known.reported,
        Part.followed: known.followed,
        Part.useful_answer: known.useful_answer,
        Part.answer: known.answer,
        Part.asked: known.asked,
        Part.thanked: known.thanked,
        Part.voted: known.voted,
    }[part]


def _most(part: Part, known: ContributionConstants) -> int | None:
    return {Part.followed: known.most_followed, Part.voted: known.most_voted}.get(part)
