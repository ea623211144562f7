"""Questions: what is enough to look for, which two are the same, and what is shown of a match."""

from __future__ import annotations

import pytest

from domain.matching import Hit, Match, Outcome
from domain.questions import QuestionState, choose, is_enough, is_same, state_after


def match(*confidences: float) -> Match:
    """A match of practices 1, 2, 3 … with these confidences, as the matcher gives it."""
    hits = tuple(Hit(str(number), sure, ()) for number, sure in enumerate(confidences, 1))
    best = confidences[0] if confidences else 0.0
    return Match(Outcome.ANSWER if best >= 0.7 else Outcome.UNSURE if hits else Outcome.NONE, hits)


@pytest.mark.parametrize(
    ("given", "visible", "dismissed", "outcome", "shown"),
    [
        (match(0.9, 0.8, 0.5, 0.4), {1, 2, 3, 4}, set(), Outcome.ANSWER, ["1", "2", "3"]),
        (match(0.9, 0.8), {1, 2}, {1}, Outcome.ANSWER, ["2", "1"]),
        # What is sure is not for them, and what is left is not sure: then nothing is an answer.
        (match(0.9, 0.4), {1, 2}, {1}, Outcome.UNSURE, ["2", "1"]),
        (match(0.9), {1}, {1}, Outcome.ANSWER, ["1"]),
        (match(0.9, 0.4), {2}, set(), Outcome.UNSURE, ["2"]),
        (match(0.9), set(), set(), Outcome.NONE, []),
        (match(0.4, 0.3), {1, 2}, set(), Outcome.UNSURE, ["1", "2"]),
        (match(), {1}, set(), Outcome.NONE, []),
    ],
)
def test_choose__shows_what_may_be_seen_and_what_is_not_for_me_last(
    given: Match, visible: set[int], dismissed: set[int], outcome: Outcome, shown: list[str]
) -> None:
    chosen = choose(given, visible, dismissed)
    assert chosen.outcome is outcome
    assert [hit.id for hit in chosen.hits] == shown


@pytest.mark.parametrize(
    ("old", "outcome", "state"),
    [
        (QuestionState.shown, Outcome.ANSWER, QuestionState.shown),
        (QuestionState.shown, Outcome.NONE, QuestionState.open),
        (QuestionState.held, Outcome.UNSURE, QuestionState.shown),
        (QuestionState.held, Outcome.NONE, QuestionState.open),
        (QuestionState.open, Outcome.ANSWER, QuestionState.open),
        (QuestionState.answered, Outcome.ANSWER, QuestionState.shown),
        (QuestionState.closed, Outcome.NONE, QuestionState.open),
    ],
)
def test_state__of_a_gap_stays_until_something_helps(
    old: QuestionState, outcome: Outcome, state: QuestionState
) -> None:
    assert state_after(old, outcome) is state


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hoe help ik?", "hoe help ik", True),
        ("Hoe  help\nik ?!", "Hoe help ik", True),
        ("Hoe help ik?", "Hoe help jij?", False),
    ],
)
def test_same__looks_past_capitals_signs_and_spaces(one: str, other: str, same: bool) -> None:
    assert is_same(one, other) is same


@pytest.mark.parametrize(
    ("words", "enough"),
    [("ww", True), ("a", False), ("👍👍", False), ("12345", False), ("", False), ("é ö", True)],
)
def test_enough__is_two_letters(words: str, enough: bool) -> None:
    assert is_enough(words) is enough
