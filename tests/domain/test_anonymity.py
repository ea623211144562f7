"""What may be shown of answers; and attacks that try to work them out, with the rules and without."""

from __future__ import annotations

import pytest

from domain.anonymity import (
    RULES,
    Figure,
    comments,
    figure,
    may_compare,
    merged,
    nearly_unanimous,
    pairs_of,
    partition,
    shown,
    step_of,
)
from tests.domain.anonymity_attacks import ATTACKS, WITHOUT, campaign


@pytest.mark.parametrize(
    ("options", "pairs"),
    [
        (2, ((0, 1),)),
        (3, ((0, 1, 2),)),
        (4, ((0, 1), (2, 3))),
        (5, ((0, 1), (2, 3, 4))),
        (6, ((0, 1), (2, 3), (4, 5))),
        (7, ((0, 1), (2, 3), (4, 5, 6))),
        (8, ((0, 1), (2, 3), (4, 5), (6, 7))),
    ],
)
def test_pairs__leave_no_option_alone(options: int, pairs: tuple[tuple[int, ...], ...]) -> None:
    assert pairs_of(options) == pairs


def test_figure__needs_five_answers() -> None:
    assert figure([2, 2, 0, 0, 0, 0], scale=True) is None
    assert figure([2, 3, 0, 0, 0, 0], scale=True) is not None


def test_scale__is_shown_in_bands_of_two() -> None:
    found = figure([1, 4, 2, 3, 0, 0], scale=True)
    assert found == Figure(10, (((0, 1), 50), ((2, 3), 50), ((4, 5), 0)))


def test_scale__of_one_mind_shows_the_band_only() -> None:
    assert figure([9, 0, 0, 0, 0, 0], scale=True) == figure([0, 9, 0, 0, 0, 0], scale=True)


def test_choice__is_shown_by_option_when_people_differ() -> None:
    found = figure([5, 3, 2, 0], scale=False)
    assert found == Figure(10, (((0,), 50), ((1,), 30), ((2,), 20), ((3,), 0)))


@pytest.mark.parametrize("counts", [[8, 0, 0, 0], [0, 8, 0, 0], [7, 1, 0, 0], [6, 2, 0, 0]])
def test_choice__of_nearly_one_mind_is_shown_in_pairs(counts: list[int]) -> None:
    assert nearly_unanimous(counts)
    found = figure(counts, scale=False)
    assert found is not None
    assert [group for group, _ in found.shares] == [(0, 1), (2, 3)]


def test_choice__that_comes_again_is_shown_in_pairs() -> None:
    found = figure([5, 3, 2, 0], scale=False, again=True)
    assert found == Figure(10, (((0, 1), 80), ((2, 3), 20)))


@pytest.mark.parametrize(("answers", "step"), [(5, 25), (9, 25), (10, 10), (24, 10), (25, 5), (400, 5)])
def test_share__is_rounded_the_more_the_fewer_answered(answers: int, step: int) -> None:
    assert step_of(answers) == step
    found = figure([answers - 1, 0, 1, 0, 0, 0], scale=True)
    assert found is not None
    assert all(share % step == 0 for _, share in found.shares)


def test_whole__shows_no_more_than_the_least_of_its_parts() -> None:
    spread, alike = [4, 4, 4, 0], [6, 0, 0, 0]
    assert shown([spread, spread], scale=False).whole == figure([8, 8, 8, 0], scale=False)
    found = shown([spread, alike], scale=False)
    assert found.whole is not None
    assert [group for group, _ in found.whole.shares] == [(0, 1), (2, 3)]


@pytest.mark.parametrize(
    ("invited", "parts"),
    [
        ({1: 12, 2: 15}, {1: 0, 2: 1}),
        ({1: 12, 2: 15, 3: 4}, {1: 0, 2: 1, 3: 0}),  # too few others: the smallest team joins them
        ({1: 12, 2: 15, 3: 4, 4: 7}, {1: 1, 2: 2, 3: 0, 4: 0}),
        ({1: 30, 0: 10}, {1: 1, 0: 0}),
        ({1: 4, 2: 7}, {1: 0, 2: 0}),
    ],
)
def test_partition__leaves_no_small_team_apart(invited: dict[int, int], parts: dict[int, int]) -> None:
    assert partition(invited) == parts


@pytest.mark.parametrize(
    ("answers", "groups"),
    [
        ({0: [9, 9], 1: [7, 8]}, [[0], [1]]),
        ({0: [9, 9], 1: [7, 4]}, [[0, 1]]),
        ({0: [9], 1: [3], 2: [4]}, [[0], [1, 2]]),
        ({0: [9], 1: [2], 2: [1]}, [[0, 1, 2]]),
        ({0: []}, [[0]]),
    ],
)
def test_part__of_which_too_few_answered_joins_another(
    answers: dict[int, list[int]], groups: list[list[int]]
) -> None:
    assert merged(answers) == groups


@pytest.mark.parametrize(
    ("joined", "left", "may"), [(0, 0, True), (1, 0, False), (0, 4, False), (5, 4, False), (5, 5, True)]
)
def test_rounds__are_compared_when_nobody_or_enough_people_changed(joined: int, left: int, may: bool) -> None:
    assert may_compare(joined, left) is may


def test_comments__are_held_until_eight_shuffled_and_guarded() -> None:
    texts = [f"Bel mij op 06-1234567{number}." for number in range(8)]
    assert comments(texts[:7], list.reverse) == ()
    found = comments(texts, list.reverse)
    assert len(found) == 8
    assert "06-" not in "".join(found)
    assert comments(list("abcdefgh"), list.reverse) == tuple("hgfedcba")


# --- attacks ------------------------------------------------------------------------------------------


def test_attacks__recover_no_answer() -> None:
    found = campaign(60, seed=1)
    assert {name: lost for name, (lost, _) in found.items()} == dict.fromkeys(found, 0)
    assert all(answers > 1000 for _, answers in found.values())


@pytest.mark.parametrize("rule", sorted(WITHOUT))
def test_attacks__recover_answers_when_a_rule_is_off(rule: str) -> None:
    assert WITHOUT[rule] != RULES
    assert sum(lost for lost, _ in campaign(12, seed=1, rules=WITHOUT[rule]).values()) > 0


@pytest.mark.campaign
@pytest.mark.timeout(900)
def test_attacks__on_a_thousand_organisations(capsys: pytest.CaptureFixture[str]) -> None:
    found = campaign(1000, seed=2026)
    with capsys.disabled():
        for name, (lost, answers) in found.items():
            print(f"\n{name}: {lost} of {answers} answers recovered", end="")
        for rule, rules in WITHOUT.items():
            without = campaign(30, seed=2026, rules=rules)
            told = ", ".join(f"{name} {lost}" for name, (lost, _) in without.items() if lost)
            print(f"\nwithout the rule ({rule}), 30 organisations: {told}", end="")
    assert len(found) == len(ATTACKS)
    assert sum(lost for lost, _ in found.values()) == 0
