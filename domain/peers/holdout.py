"""Whether nudges help at all: a fifth is left out by chance, and the difference is told with its doubt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from math import sqrt

from domain.peers.constants import DEFAULTS, POWER80, Z95, Constants
from domain.peers.usefulness import wilson


class Verdict(StrEnum):
    """What a difference says, in plain words; `key` names them. Only the first and last are findings."""

    proven_higher = "higher"
    higher_not_proven = "higher_not_proven"
    same = "same"
    lower_not_proven = "lower_not_proven"
    proven_lower = "lower"
    too_few = "too_few"

    @property
    def key(self) -> str:
        """The name of the words that go with it."""
        return f"difference-{self.value.replace('_', '-')}"

    @property
    def conclusive(self) -> bool:
        """Whether chance alone is an unlikely explanation."""
        return self in (Verdict.proven_higher, Verdict.proven_lower)


@dataclass(frozen=True)
class Arm:
    """How many of `of` people or opportunities did something."""

    did: int
    of: int

    @property
    def share(self) -> float:
        """The share that did."""
        return self.did / self.of if self.of else 0.0


@dataclass(frozen=True)
class Person:
    """What came of one person's opportunities: those that were sent, and those that were left out."""

    sent: Arm = Arm(0, 0)
    held: Arm = Arm(0, 0)


@dataclass(frozen=True)
class Difference:
    """The share among the nudged less that in the hold-out, with its 95% interval, all from -1 to 1."""

    sent: Arm
    held: Arm
    by: float
    error: float
    low: float
    high: float
    verdict: Verdict


def is_held(member: str, salt: str, at: datetime, constants: Constants = DEFAULTS) -> bool:
    """Tell whether a person's nudges are left out now.

    A person is drawn for 56 days at a time: then pull-through and energy, which are about people and not
    about messages, can be compared as well. The draw follows from the names alone, so a job that runs
    twice draws the same. `salt` is a secret of the organisation; nobody can work out who is left out.
    """
    return draw(f"{member}/{period(at, constants)}", salt) < constants.hold_out.share


def period(at: datetime, constants: Constants = DEFAULTS) -> int:
    """Return the number of the period in which `at` lies."""
    return at.date().toordinal() // constants.hold_out.period_days


def draw(name: str, salt: str) -> float:
    """Return a number from 0 up to 1 that looks like chance and is always the same for these names."""
    return int.from_bytes(sha256(f"{salt}/{name}".encode()).digest()[:7], "big") / (1 << 56)


def difference(sent: Arm, held: Arm, constants: Constants = DEFAULTS) -> Difference:
    """Compare two groups of people, each counted once.

    The interval is Wald's; where nobody or everybody of an arm did it, that one would be certain of what
    it cannot know, and it is Newcombe's: Newcombe, R. G. (1998), Statistics in Medicine 17, 873-890.
    """
    by, error = sent.share - held.share, sqrt(_variance(sent) + _variance(held))
    low, high = by - Z95 * error, by + Z95 * error
    if any(one.did in (0, one.of) for one in (sent, held)):
        low, high = _newcombe(sent, held)
    return _told(sent, held, error, low, high, sent.of, held.of, constants)


def pooled(people: Iterable[Person], constants: Constants = DEFAULTS) -> Difference:
    """Compare opportunities over weeks. What one person does is alike, so they count as one cluster.

    The error is that of a difference of two ratios over clusters, by Taylor linearisation: Cochran, W. G.
    (1977), Sampling Techniques, chapter 11.
    """
    everybody = [one for one in people if one.sent.of or one.held.of]
    sent = Arm(sum(one.sent.did for one in everybody), sum(one.sent.of for one in everybody))
    held = Arm(sum(one.held.did for one in everybody), sum(one.held.of for one in everybody))
    by = sent.share - held.share
    if not sent.of or not held.of:
        return _told(sent, held, 0.0, -1.0, 1.0, 0, 0, constants)
    parts = [
        (one.sent.did - sent.share * one.sent.of) / sent.of
        - (one.held.did - held.share * one.held.of) / held.of
        for one in everybody
    ]
    error = sqrt(sum(part * part for part in parts))
    low, high = by - Z95 * error, by + Z95 * error
    if any(one.did in (0, one.of) for one in (sent, held)):
        low, high = _newcombe(sent, held)
    nudged, left_out = (sum(bool(getattr(one, arm).of) for one in everybody) for arm in ("sent", "held"))
    return _told(sent, held, error, low, high, nudged, left_out, constants)


def per_arm(share: float, other: float) -> float:
    """Return how many each arm needs to find this difference four times out of five (two-sided, 5%).

    Source: Fleiss, J. L. (1981), Statistical Methods for Rates and Proportions, without correction.
    """
    if share == other:
        return float("inf")
    spread = share * (1 - share) + other * (1 - other)
    return (Z95 + POWER80) ** 2 * spread / (share - other) ** 2


def smallest_found(share: float, sent: int, held: int) -> float:
    """Return the smallest rise from `share` that these arms find four times out of five: said beforehand.

    1.0 when even a rise to everybody would not be found.
    """
    if not sent or not held:
        return 1.0
    low, high = 0.0, 1.0 - share
    if not _found(share, high, sent, held):
        return 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if _found(share, middle, sent, held) else (middle, high)
    return high


def pull_through(
    first_tries: Iterable[datetime | None], since: datetime, constants: Constants = DEFAULTS
) -> Arm:
    """Count who of the middle at `since` first tried something within 56 days; one entry per person."""
    until = since + timedelta(days=constants.hold_out.pull_days)
    tries = list(first_tries)
    return Arm(sum(one is not None and since <= one < until for one in tries), len(tries))


def _variance(arm: Arm) -> float:
    return arm.share * (1 - arm.share) / arm.of if arm.of else 0.0


def _newcombe(sent: Arm, held: Arm) -> tuple[float, float]:
    (low_1, high_1), (low_2, high_2) = (wilson(one.did, one.of, Z95) for one in (sent, held))
    by = sent.share - held.share
    down = sqrt((sent.share - low_1) ** 2 + (high_2 - held.share) ** 2)
    up = sqrt((high_1 - sent.share) ** 2 + (held.share - low_2) ** 2)
    return by - down, by + up


def _found(share: float, rise: float, sent: int, held: int) -> bool:
    other = share + rise
    error = sqrt(share * (1 - share) / held + other * (1 - other) / sent)
    return rise >= (Z95 + POWER80) * error


def _told(
    sent: Arm,
    held: Arm,
    error: float,
    low: float,
    high: float,
    nudged: int,
    left_out: int,
    constants: Constants,
) -> Difference:
    by = sent.share - held.share
    least = constants.hold_out.reported_from
    if min(nudged, left_out) < least:
        verdict = Verdict.too_few
    elif low > 0 or high < 0:
        verdict = Verdict.proven_higher if by > 0 else Verdict.proven_lower
    elif by == 0:
        verdict = Verdict.same
    else:
        verdict = Verdict.higher_not_proven if by > 0 else Verdict.lower_not_proven
    return Difference(sent, held, by, error, max(-1.0, low), min(1.0, high), verdict)
