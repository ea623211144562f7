"""The project's own questions: complete, and answered no worse than when the pages were written.

Floors lie under what was measured, so that chance does not break them; `kopgroep bench matching`
prints what is measured. Whoever makes matching better raises them.
"""

from __future__ import annotations

from collections import Counter

import pytest

from content.library import starter_practices
from tests.benchmarks.matching import own, questions

ASKED = questions.read()


@pytest.fixture(scope="module")
def measured() -> own.Measured:
    return own.measure(lambda *_: None, libraries=(("nl",),))


def test_questions__are_enough_in_every_kind() -> None:
    answerable = Counter(one.language for one in ASKED if one.practices)
    assert answerable["nl"] >= 200
    assert answerable["en"] >= 60
    assert sum(not one.practices for one in ASKED) >= 80
    assert {one.style for one in ASKED if one.practices} == set(questions.ANSWERED)
    assert {one.style for one in ASKED if not one.practices} == set(questions.UNANSWERABLE)


def test_questions__are_asked_once() -> None:
    assert not [text for text, count in Counter(one.text for one in ASKED).items() if count > 1]


def test_questions__are_about_cards_that_exist_and_about_each_of_them() -> None:
    keys = {one.key for one in starter_practices()}
    assert {key for one in ASKED for key in one.practices} == keys
    for language in questions.LANGUAGES:
        held_out = own.select(language, part="held-out")
        assert {key for one in held_out for key in one.practices} == keys


def test_questions__are_for_tuning_or_held_out_and_about_as_many_of_each() -> None:
    parts = Counter(one.part for one in ASKED)
    assert set(parts) == set(questions.PARTS)
    assert min(parts.values()) >= 0.35 * len(ASKED)


@pytest.mark.parametrize(
    ("name", "least"), [("found", 66), ("answered", 61), ("refused", 78), ("across", 50)]
)
def test_goal__is_met_no_less_than_before(measured: own.Measured, name: str, least: int) -> None:
    goal = next(one for one in measured.goals() if one.name == name)
    assert goal.held_out.percent >= least
    assert goal.tune.percent >= least


def test_match__finds_the_card_when_a_question_shares_three_words_with_it(measured: own.Measured) -> None:
    sharing = [one for one in measured.answerable["nl", ("nl",)] if one.shared == own.MANY]
    assert own.share(sharing, lambda one: one.within(own.SHOWN)).percent >= 97


def test_match__answers_next_to_nothing_that_the_library_is_not_about(measured: own.Measured) -> None:
    for language in questions.LANGUAGES:
        assert own.share(measured.unanswerable[language, ("nl",)], own.sure).percent <= 5


def test_share__has_the_interval_of_wilson() -> None:
    least, most = own.Share(8, 10).between
    assert (round(least, 1), round(most, 1)) == (49.0, 94.3)
    assert own.Share(0, 0).percent == 0.0
