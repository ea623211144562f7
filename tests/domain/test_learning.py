"""What becomes an alias, and how much one person counts for."""

from __future__ import annotations

import pytest

from domain.learning import LONGEST_ALIAS, MOST_STEPS, alias_of, bounded, change, lesson
from domain.questions import Verdict

HELPED, UNFIT = Verdict.helped, Verdict.unfit


@pytest.mark.parametrize(
    ("question", "alias"),
    [
        ("Post blijft dicht, wat nu?", "Post blijft dicht, wat nu?"),
        ("bel [telefoonnummer]  over\nde post", "bel over de post"),
        ("[telefoonnummer]", ""),
        ("[adres] 12", ""),
        ("ww", "ww"),
        ("", ""),
    ],
)
def test_alias__is_the_question_without_what_the_guard_took_out(question: str, alias: str) -> None:
    assert alias_of(question, ["[telefoonnummer]", "[adres]"]) == alias


def test_alias__of_a_long_story_is_its_beginning() -> None:
    assert len(alias_of("de post blijft dicht en " * 80, [])) <= LONGEST_ALIAS


@pytest.mark.parametrize(
    ("before", "after", "by"),
    [
        ({}, {1: HELPED}, 1),
        ({1: HELPED}, {1: HELPED}, 0),
        ({1: HELPED}, {1: HELPED, 2: HELPED}, 0),
        ({}, {1: UNFIT}, -1),
        ({1: UNFIT}, {1: UNFIT, 2: UNFIT}, 0),
        ({1: HELPED}, {1: UNFIT}, -1),
        ({1: UNFIT}, {1: HELPED}, 1),
        ({1: HELPED}, {1: HELPED, 2: UNFIT}, -1),
        ({1: HELPED, 2: UNFIT}, {1: HELPED, 2: UNFIT, 3: HELPED}, 0),
        ({1: HELPED}, {}, -1),
        ({1: HELPED, 2: HELPED}, {2: HELPED}, 0),
        ({1: UNFIT}, {}, 1),
        ({}, {}, 0),
    ],
)
def test_change__counts_one_person_once(
    before: dict[int, Verdict], after: dict[int, Verdict], by: int
) -> None:
    assert change(before, after) == by


@pytest.mark.parametrize(
    ("before", "after", "steps"),
    [
        ({}, {1: HELPED}, {"letters": 1, "walk": -1}),
        ({1: HELPED}, {1: HELPED, 2: HELPED}, {}),
        ({}, {1: UNFIT}, {"letters": -1}),
        ({1: HELPED}, {1: UNFIT}, {"letters": -2, "walk": 1}),
        ({1: HELPED}, {}, {"letters": -1, "walk": 1}),
        ({1: UNFIT}, {}, {"letters": 1}),
        ({1: HELPED}, {1: HELPED, 2: UNFIT}, {"letters": -1, "walk": 1}),
        ({}, {}, {}),
    ],
)
def test_lesson__of_passing_over_the_first_is_about_both_and_is_taken_back_whole(
    before: dict[int, Verdict], after: dict[int, Verdict], steps: dict[str, int]
) -> None:
    assert lesson("letters", "walk", before, after) == steps


def test_lesson__is_none_when_what_stood_first_helped() -> None:
    assert lesson("letters", "letters", {}, {1: HELPED}) == {}
    assert lesson("letters", "letters", {}, {1: UNFIT}) == {"letters": -1}


@pytest.mark.parametrize(("steps", "kept"), [(1, 1), (-2, -2), (9, MOST_STEPS), (-9, -MOST_STEPS)])
def test_pull__by_one_question_is_bounded(steps: int, kept: int) -> None:
    assert bounded(steps) == kept
