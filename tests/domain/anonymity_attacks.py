"""Attacks on rounds: what somebody who knows the rules and who answered can work out of what was shown.

An answer counts as recovered unless another world is found in which that person answered something else and
exactly the same was shown. Worlds are tried by the real rules, so "not recovered" always has a witness, and
"recovered" may be too severe. The attacker is stronger than a real one: he knows who took part in what, that
nobody changed their mind between rounds, and the answers of those who work with him.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from domain.anonymity import RULES, Rules, figure, merged, partition, shown

World: TypeAlias = "dict[int, int]"  # what each member answers
Seen: TypeAlias = "tuple[object, ...]"


@dataclass(frozen=True)
class Organisation:
    """Members with a team and an answer; some of them work with the attacker."""

    teams: dict[int, int]
    truth: World
    options: int
    scale: bool
    colluders: frozenset[int]


def organisation(dice: random.Random) -> Organisation:
    """Make one up: 10 to 45 members in up to five teams, of one mind or of many."""
    size = dice.randint(10, 45)
    scale = dice.random() < 0.5
    options = 6 if scale else dice.randint(2, 8)
    weights = [dice.random() ** dice.choice((1, 3, 8)) + 0.001 for _ in range(options)]
    teams = {member: dice.randint(1, dice.randint(1, 5)) for member in range(size)}
    truth = {member: dice.choices(range(options), weights)[0] for member in range(size)}
    colluders = frozenset(dice.sample(range(size), dice.randint(0, 2)))
    return Organisation(teams, truth, options, scale, colluders)


def counted(world: World, answered: list[int], options: int) -> list[int]:
    """Count how often each option was chosen."""
    found = Counter(world[member] for member in answered)
    return [found[option] for option in range(options)]


Attack: TypeAlias = "Callable[[Organisation, random.Random, Rules], tuple[Callable[[World], Seen], set[int]]]"


def live_polling(
    of: Organisation, dice: random.Random, rules: Rules
) -> tuple[Callable[[World], Seen], set[int]]:
    """Look after every answer that comes in."""
    order = dice.sample(sorted(of.truth), dice.randint(5, len(of.truth)))
    moments = [len(order)] if rules.only_closed else range(1, len(order) + 1)

    def seen(world: World) -> Seen:
        return tuple(
            figure(counted(world, order[:many], of.options), scale=of.scale, rules=rules) for many in moments
        )

    return seen, set(order)


def slices(of: Organisation, dice: random.Random, rules: Rules) -> tuple[Callable[[World], Seen], set[int]]:
    """Lay the teams beside each other; a team that is too small must not be what is left."""
    order = _answering(of, dice)
    parts = _parts(of, order, rules)

    def seen(world: World) -> Seen:
        rows = [counted(world, part, of.options) for part in parts]
        return (shown(rows, scale=of.scale, rules=rules),)

    return seen, set(order)


def parent_and_child(
    of: Organisation, dice: random.Random, rules: Rules
) -> tuple[Callable[[World], Seen], set[int]]:
    """Take a team that was asked the same in a round of its own away from everybody."""
    order = _answering(of, dice)
    team = [member for member in order if of.teams[member] == 1]
    # A choice that was put to some of them before does not start: `rounds.unfit`.
    second = of.scale or not rules.pairs

    def seen(world: World) -> Seen:
        asked = [order, team] if second else [order]
        return tuple(figure(counted(world, one, of.options), scale=of.scale, rules=rules) for one in asked)

    return seen, set(order)


def _rounds(of: Organisation, first: list[int], second: list[int], rules: Rules) -> Callable[[World], Seen]:
    def seen(world: World) -> Seen:
        return tuple(
            figure(counted(world, one, of.options), scale=of.scale, again=True, rules=rules)
            for one in (first, second)
        )

    return seen


def round_to_round(
    of: Organisation, dice: random.Random, rules: Rules
) -> tuple[Callable[[World], Seen], set[int]]:
    """Lay two rounds beside each other between which somebody left."""
    order = _answering(of, dice)
    return _rounds(of, order, order[: -dice.randint(1, 3)], rules), set(order)


def time_of_joining(
    of: Organisation, dice: random.Random, rules: Rules
) -> tuple[Callable[[World], Seen], set[int]]:
    """Lay two rounds beside each other between which somebody came in."""
    order = _answering(of, dice)
    return _rounds(of, order[: -dice.randint(1, 3)], order, rules), set(order)


def series_in_teams(
    of: Organisation, dice: random.Random, rules: Rules
) -> tuple[Callable[[World], Seen], set[int]]:
    """Follow three rounds that show teams apart, between which a few came in and a few left."""
    order = _answering(of, dice)
    few = dice.randint(0, 2), dice.randint(0, 2)
    asked = order[: -few[0] or None], order, order[few[1] :]
    parts = [_parts(of, one, rules) for one in asked]

    def seen(world: World) -> Seen:
        return tuple(
            shown([counted(world, part, of.options) for part in one], scale=of.scale, again=True, rules=rules)
            for one in parts
        )

    return seen, set(order)


ATTACKS: tuple[Attack, ...] = (
    live_polling,
    slices,
    parent_and_child,
    round_to_round,
    time_of_joining,
    series_in_teams,
)


def _answering(of: Organisation, dice: random.Random) -> list[int]:
    return dice.sample(sorted(of.truth), dice.randint(8, len(of.truth)))


def _parts(of: Organisation, order: list[int], rules: Rules) -> list[list[int]]:
    invited = Counter(of.teams.values())
    part_of = partition(invited, rules)
    by_part: dict[int, list[int]] = {}
    for member in order:
        by_part.setdefault(part_of[of.teams[member]], []).append(member)
    groups = merged({part: [len(members)] for part, members in by_part.items()}, rules)
    return [[member for part in group for member in by_part[part]] for group in groups]


# --- working it out -----------------------------------------------------------------------------------


def recovered(of: Organisation, attack: Attack, dice: random.Random, rules: Rules = RULES) -> int:
    """Count whose answer an attack works out exactly."""
    seen, answered = attack(of, dice, rules)
    before = seen(of.truth)
    honest = sorted(answered - of.colluders)
    return sum(not any(seen(world) == before for world in _others(of, one, honest)) for one in honest)


def _others(of: Organisation, one: int, honest: list[int]) -> Iterator[World]:
    """Yield worlds in which this member answered something else."""
    own = of.truth[one]
    for other in range(of.options):
        if other == own:
            continue
        yield {**of.truth, one: other}
        for partner in honest:
            if of.truth[partner] == other:
                yield {**of.truth, one: other, partner: own}
        same = [member for member in honest if of.truth[member] == own]
        yield {**of.truth, **dict.fromkeys(same, other)}
        for team in set(of.teams.values()):
            yield {**of.truth, **{m: other for m in same if of.teams[m] == team}, one: other}


def campaign(organisations: int, seed: int, rules: Rules = RULES) -> dict[str, tuple[int, int]]:
    """Run every attack on made-up organisations: answers that were recovered, and that there are."""
    found: dict[str, tuple[int, int]] = {}
    for attack in ATTACKS:
        dice = random.Random(f"{seed} {attack.__name__}")
        lost = given = 0
        for _ in range(organisations):
            of = organisation(dice)
            lost += recovered(of, attack, dice, rules)
            given += len(of.truth) - len(of.colluders)
        found[attack.__name__] = (lost, given)
    return found


WITHOUT: dict[str, Rules] = {
    "shown before closing": replace(RULES, only_closed=False),
    "a scale in single steps": replace(RULES, bands=False),
    "a choice never in pairs": replace(RULES, pairs=False, whole_hidden=False),
    "figures from one answer": replace(RULES, figures_from=1, pairs=False, bands=False),
    "exact, in single steps": replace(RULES, rounded=False, bands=False, pairs=False),
    "live, exact, in single steps": replace(
        RULES, only_closed=False, rounded=False, bands=False, pairs=False
    ),
    "small teams apart, the whole beside them": replace(
        RULES, split_from=1, figures_from=3, together=0, whole_hidden=False, bands=False, rounded=False
    ),
}
