"""What may be shown of answers, so that nobody's answer can be worked out from it.

Why these rules hold, and what each of them costs: docs/decisions (rounds show bands). Every figure is a
function of counts alone; whoever reads it may know who answered, may have answered in twos, and may lay it
beside every other figure that was ever shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from domain.guard import check

Group: TypeAlias = "tuple[int, ...]"  # options that are shown together


@dataclass(frozen=True)
class Rules:
    """The thresholds. An organisation may raise them, and nobody may lower them."""

    figures_from: int = 5  # answers
    comments_from: int = 8  # answers
    invited_from: int = 10
    split_from: int = 10  # invited of a team that is shown apart
    together: int = 2  # people who may put their own answers together and still learn nothing
    bands: bool = True  # a scale is shown in bands of two
    rounded: bool = True
    pairs: bool = True  # a choice that is nearly unanimous, or comes again, is shown in pairs
    whole_hidden: bool = True  # what its parts do not show, the whole does not show either
    only_closed: bool = True  # nothing is shown before the round is closed


RULES = Rules()


@dataclass(frozen=True)
class Figure:
    """What is shown of one question: of each group of options, about how many percent chose one of it."""

    answers: int
    shares: tuple[tuple[Group, int], ...]


@dataclass(frozen=True)
class Shown:
    """What is shown of one question: of everybody, and of each part when the round is split."""

    whole: Figure | None
    parts: tuple[Figure | None, ...] = ()


def pairs_of(options: int) -> tuple[Group, ...]:
    """Return options in pairs, in their order; when one is left over, the last three are together."""
    if options < 4:
        return (tuple(range(options)),)
    starts = range(0, options - options % 2 - 2, 2)
    return (*((one, one + 1) for one in starts), tuple(range(len(starts) * 2, options)))


def step_of(answers: int) -> int:
    """Return to how many percent a share is rounded: quarters below 10 answers, tens below 25, then fives."""
    return 25 if answers < 10 else 10 if answers < 25 else 5


def nearly_unanimous(counts: Sequence[int], rules: Rules = RULES) -> bool:
    """Tell whether all but a few gave the same answer: two who know their own would know that of the rest."""
    return sum(counts) - max(counts, default=0) <= rules.together


def figure(
    counts: Sequence[int], *, scale: bool, again: bool = False, rules: Rules = RULES, coarse: bool = False
) -> Figure | None:
    """Return what is shown of answers, given how often each option was chosen; None below the threshold.

    `again` tells that the question comes back in later rounds: then two figures are laid side by side, and a
    choice is shown in pairs, as it is when it is nearly unanimous.
    """
    answers = sum(counts)
    if answers < rules.figures_from:
        return None
    singles: tuple[Group, ...] = tuple((option,) for option in range(len(counts)))
    if scale:
        groups = pairs_of(len(counts)) if rules.bands else singles
    else:
        hidden = rules.pairs and (again or coarse or nearly_unanimous(counts, rules))
        groups = pairs_of(len(counts)) if hidden else singles
    return Figure(answers, tuple((group, _share(counts, group, answers, rules)) for group in groups))


def _share(counts: Sequence[int], group: Group, answers: int, rules: Rules) -> int:
    percent = 100 * sum(counts[option] for option in group) / answers
    if not rules.rounded:
        return round(percent * 1000)
    step = step_of(answers)
    return step * int(percent / step + 0.5)


def shown(parts: Sequence[Sequence[int]], *, scale: bool, again: bool = False, rules: Rules = RULES) -> Shown:
    """Return what is shown of one question whose answers are counted in parts that do not overlap.

    The whole of a choice shows no more than the least of its parts, else that part is what is left of it.
    """
    counts = [sum(column) for column in zip(*parts, strict=True)]
    if len(parts) == 1:
        return Shown(figure(counts, scale=scale, again=again, rules=rules))
    every = tuple(figure(one, scale=scale, again=again, rules=rules) for one in parts)
    hides = any(one is None or nearly_unanimous(of, rules) for one, of in zip(every, parts, strict=True))
    coarse = hides and rules.whole_hidden
    return Shown(figure(counts, scale=scale, again=again, coarse=coarse, rules=rules), every)


def partition(invited: Mapping[int, int], rules: Rules = RULES) -> dict[int, int]:
    """Return in which part each team is counted, from how many of it were invited; team 0 is "no team".

    Teams that are too small are together; when those are too few, the smallest of the other teams joins them.
    """
    large = sorted((team for team in invited if invited[team] >= rules.split_from and team), key=str)
    others = sum(many for team, many in invited.items() if team not in large)
    if 0 < others < rules.split_from and large:
        large.remove(min(large, key=lambda team: (invited[team], team)))
    apart = [[team] for team in large]
    rest = [team for team in invited if team not in large]
    parts = [*([rest] if rest else []), *apart]
    return {team: number for number, part in enumerate(parts) for team in part}


def merged(answers: Mapping[int, Sequence[int]], rules: Rules = RULES) -> list[list[int]]:
    """Return which parts are shown together, given how many of each answered every question.

    A part of which too few answered joins the one with the fewest answers beside it: by counts alone, so
    that it tells nothing about what they answered.
    """
    groups = [[part] for part in sorted(answers)]

    def fewest(group: list[int]) -> int:
        found = [sum(column) for column in zip(*(answers[part] for part in group), strict=True)]
        return min(found, default=0)

    while len(groups) > 1:
        groups.sort(key=lambda group: (fewest(group), group))
        if fewest(groups[0]) >= rules.figures_from:
            break
        groups[1] = sorted(groups[0] + groups[1])
        del groups[0]
    return sorted(groups)


def may_compare(joined: int, left: int, rules: Rules = RULES) -> bool:
    """Tell whether two rounds may be laid side by side: nobody, or enough people, came in and went out."""
    return all(one == 0 or one >= rules.figures_from for one in (joined, left))


def comments(
    texts: Sequence[str], shuffle: Callable[[list[str]], None], rules: Rules = RULES
) -> tuple[str, ...]:
    """Return what people wrote, in no order and after the guard; nothing below the threshold."""
    if len(texts) < rules.comments_from:
        return ()
    said = [check(one).redacted for one in texts]
    shuffle(said)
    return tuple(said)
