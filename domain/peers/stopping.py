"""When nudging ends by itself: it does more harm than a nudge is worth."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.peers.constants import DEFAULTS, Constants
from domain.peers.holdout import Verdict


@dataclass(frozen=True)
class Energy:
    """Answers to "this gives me energy / costs me energy", on five points, before and now."""

    before: float
    now: float
    answers: int

    @property
    def rise(self) -> float:
        """How much it rose."""
        return self.now - self.before


@dataclass(frozen=True)
class Harm:
    """What is looked at, over 28 days."""

    members: int
    stopped: int  # said stop in these days
    receivers: int
    asked_less: int
    small_group_norms: int = 0  # norms that went to a group under ten: there may never be one
    nudged: Energy | None = None
    held: Energy | None = None
    effect: Verdict = Verdict.too_few  # of what was tried, with and without


class Reason(StrEnum):
    """Why nudging ended; `key` names its words."""

    stopped = "stopped"
    less = "less"
    energy = "energy"
    small_group = "small_group"
    effect = "effect"

    @property
    def key(self) -> str:
        """The name of the words that go with it."""
        return f"nudging-ended-{self.value.replace('_', '-')}"


def reasons_to_stop(harm: Harm, constants: Constants = DEFAULTS) -> tuple[Reason, ...]:
    """Return why nudging must end; empty when it may go on. A person turns it on again, never the program.

    Shares of people count from three people on: one who stops in a group of twenty is 5%, and may not end
    it for all, nor be seen by it.
    """
    known = constants.stop
    found = []
    if harm.stopped >= known.people and harm.stopped > known.stopped * harm.members:
        found.append(Reason.stopped)
    if harm.asked_less >= known.people and harm.asked_less > known.less * harm.receivers:
        found.append(Reason.less)
    if _costs_energy(harm.nudged, harm.held, constants):
        found.append(Reason.energy)
    if harm.small_group_norms:
        found.append(Reason.small_group)
    if harm.effect is Verdict.proven_lower:
        found.append(Reason.effect)
    return tuple(found)


def _costs_energy(nudged: Energy | None, held: Energy | None, constants: Constants) -> bool:
    known = constants.stop
    if nudged is None or held is None or min(nudged.answers, held.answers) < known.energy_answers:
        return False
    return round(nudged.rise - held.rise, 9) <= -known.energy
