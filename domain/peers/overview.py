"""What a coordinator may be told of a whole organisation: in bands, of ten people and more, once a week.

Everything here follows from counts. One person more or less changes a band of the whole organisation, or
nothing: no figure is about fewer people, and none is split, so that nothing can be worked out by taking
one figure from another. What is exact in `Facts` never leaves this module.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from domain.peers.constants import DEFAULTS, Constants
from domain.peers.holdout import Difference, Verdict
from domain.peers.small_groups import Count, curve, figure, middle

WEEKS = 12  # shown of a curve
QUESTION_WEEKS = 8  # over which questions are counted
ROUNDS_WEEKS = 26
MOST_CURVES = 5
MOST_ROUNDS = 3


@dataclass(frozen=True)
class Facts:
    """What was counted of an organisation up to a moment; `tries` has of each practice in which week a
    colleague told of it first, 0 being before all that are shown."""

    members: int
    tries: Mapping[str, Sequence[int]]
    asked: int = 0
    fitted: int = 0
    open: int = 0
    hours: Sequence[float] = ()  # from a question that nothing fitted to the end of it
    rounds: Sequence[tuple[str, int, int]] = ()  # its name, invited, answered; the newest first
    stopped: int | None = None  # None when it was not counted
    offers: int = 0  # practices offered unasked
    new_offers: int = 0  # of those, practices that were shared not long before
    difference: Difference | None = None
    middle: Difference | None = None  # the same of who is neither new nor ahead


def overview(facts: Facts, constants: Constants = DEFAULTS) -> dict[str, Any] | None:
    """Return what may be told, as JSON can hold it; None as long as there are fewer than ten members."""
    if facts.members < constants.privacy.group:
        return None
    return {
        "curves": _curves(facts, constants),
        "asked": _share(facts.asked, facts.fitted, constants),
        "open": band(facts.open, constants),
        "days": _days(facts, constants),
        "rounds": [
            {"round": name, "share": found.share}
            for name, invited, answered in facts.rounds[:MOST_ROUNDS]
            if (found := figure(Count(invited, answered), constants))
        ],
        "stopped": None if facts.stopped is None else _stopped(facts.members, facts.stopped, constants),
        "new": _share(facts.offers, facts.new_offers, constants),
        "pull": pull(facts.difference, constants) if facts.difference else None,
        "middle": pull(facts.middle, constants) if facts.middle else None,
    }


def band(count: int, constants: Constants = DEFAULTS) -> int | None:
    """Return a count as "so many or more", by fives; None is fewer than five, or none."""
    step = constants.privacy.count_from
    return count // step * step or None


def at_least(people: int, constants: Constants = DEFAULTS) -> int:
    """Return a number of people as "so many or more", by fives; 0 is fewer than ten."""
    return 0 if people < constants.privacy.group else band(people, constants) or 0


def strict(constants: Constants, least: int) -> Constants:
    """Return numbers by which a comparison is only told of arms with at least so many people."""
    known = constants.hold_out
    return replace(constants, hold_out=replace(known, reported_from=max(known.reported_from, least)))


def _curves(facts: Facts, constants: Constants) -> list[dict[str, Any]]:
    """Return the practices that most people tried, and by how many each week, all in bands.

    Which ones are shown follows from the bands as well: an order by exact counts would tell more than they.
    """
    found = []
    for name, weeks in facts.tries.items():
        exact = curve(weeks, facts.members, WEEKS, constants)
        counts = [band(one or 0, constants) for one in exact]
        if counts[-1] is not None:
            found.append((-counts[-1], name, counts))
    return [{"practice": name, "counts": counts} for _, name, counts in sorted(found)[:MOST_CURVES]]


def _share(whole: int, part: int, constants: Constants) -> int | None:
    """Return a share of things that are no people, rounded; None when there are fewer than ten of them."""
    known = constants.privacy
    if whole < known.group:
        return None
    return known.round_to * round(100 * part / whole / known.round_to)


def _stopped(members: int, stopped: int, constants: Constants) -> int:
    """Return the share of the members who stopped, rounded; 0 is also "a few"."""
    found = figure(Count(members, stopped), constants)
    return (found.share if found else None) or 0


def _days(facts: Facts, constants: Constants) -> int | None:
    """Return within how many days half of the questions that nothing fitted came to an end."""
    found = middle(facts.hours, facts.members, constants)
    return None if found is None else max(1, ceil(found / 24))


def pull(difference: Difference, constants: Constants = DEFAULTS) -> dict[str, Any]:
    """Return whether what is sent makes people try something, with its doubt; shares only, never sizes.

    Of arms that are too small, or in which fewer than five did something, only a sentence is told.
    """
    arms = (difference.sent, difference.held)
    known = constants.privacy
    small = any(arm.of < known.group or arm.did < known.count_from for arm in arms)
    if small or difference.verdict is Verdict.too_few:
        return {"verdict": Verdict.too_few.value}

    def rounded(share: float) -> int:
        return known.round_to * round(100 * share / known.round_to)

    return {
        "verdict": difference.verdict.value,
        "sent": rounded(difference.sent.share),
        "held": rounded(difference.held.share),
        "low": rounded(difference.low),
        "high": rounded(difference.high),
    }
