"""Who lives in the simulation: people in teams, and practices of which some arrive later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from domain.peers.constants import Constants
from domain.peers.fit import Context
from domain.peers.ledger import fits
from domain.peers.offers import Floats, Numbers, Truths

TEAM: Final = 10  # people
PRACTICES: Final = 30
AT_START: Final = 12
THEMES: Final = 3
FOLLOWED: Final = 2  # themes per person
SPREAD: Final = 0.8  # of the logarithm of initiative, whose mean is 1: few do much, many do little
WORKS: Final = (5.0, 3.0)  # Beta: how often practices really work, 0.62 on average
# What people chose: messages a week, and how many of them. Who chose the digest or nothing is not nudged.
RHYTHMS: Final = ((1, 0.5), (2, 0.3), (0, 0.2))
CONTEXTS: Final = (
    Context("neighbourhood", frozenset({"families", "elderly"}), "medium", "town", "municipality"),
    Context("youth", frozenset({"families"}), "medium", "town", "municipality"),
    Context("debt", frozenset({"families", "single"}), "large", "city", "municipality"),
    Context("enforcement", frozenset({"shops"}), "city", "city", "municipality"),
)


@dataclass(frozen=True, eq=False)
class Population:
    """One entry per person, or per practice, in every array."""

    team: Numbers
    context: Numbers  # rows of CONTEXTS
    initiative: Floats  # 1 on average
    follows: Truths  # people by themes
    week: Numbers  # messages a week they chose
    arrives: Numbers  # week in which a practice is shared
    theme: Numbers
    maker: Numbers
    works: Floats  # how often it really works: nobody in there knows
    from_context: Numbers
    fits: Floats  # contexts by contexts

    @property
    def people(self) -> int:
        """How many people there are."""
        return len(self.team)

    def part(self, low: float, high: float) -> Truths:
        """Return who lies between two percentiles of initiative."""
        least, most = np.percentile(self.initiative, [low, high])
        last = self.initiative <= most if high >= 100 else self.initiative < most
        found: Truths = (self.initiative >= least) & last
        return found


def populate(people: int, weeks: int, seed: int, constants: Constants) -> Population:
    """Make a population; the same for the same seed, whatever policy is tried on it."""
    chance = np.random.default_rng([seed, 0])
    team = np.arange(people) // TEAM
    contexts = chance.integers(len(CONTEXTS), size=int(team[-1]) + 1)
    initiative = chance.lognormal(-SPREAD * SPREAD / 2, SPREAD, people)
    order = chance.random((people, THEMES)).argsort(axis=1)
    makers = chance.choice(people, PRACTICES, p=initiative / initiative.sum())
    later = chance.integers(1, max(2, weeks), PRACTICES - AT_START)
    caps, shares = zip(*RHYTHMS, strict=True)
    return Population(
        team=team,
        context=contexts[team],
        initiative=initiative,
        follows=order < FOLLOWED,
        week=chance.choice(caps, people, p=shares),
        arrives=np.concatenate([np.zeros(AT_START, np.int64), later]),
        theme=chance.integers(THEMES, size=PRACTICES),
        maker=makers,
        works=chance.beta(*WORKS, PRACTICES),
        from_context=contexts[team][makers],
        fits=fits(CONTEXTS, CONTEXTS, constants),
    )
