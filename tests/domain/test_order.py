"""In which order somebody sees what was found: by words, by fit, and by what came of trying it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.peers.evidence import Outcome
from domain.peers.fit import UNKNOWN, Context
from domain.practices import (
    Attribution,
    Parts,
    Practice,
    PracticeState,
    Visibility,
    found_score,
    worth_of,
)
from domain.trials import NOTHING_TOLD, Told, Trial, told_of

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
DEBT, RULES = Context("debt"), Context("enforcement")
LINE = "We deden het met zijn tweeën."
PRACTICE = Practice(
    id=1,
    public_id="p1",
    organisation_id=1,
    author_id=7,
    author_name="Anna",
    author_job="debt",
    language="nl",
    parts=Parts(),
    attribution=Attribution.name,
    visibility=Visibility.organisation,
    state=PracticeState.published,
    illustrative=False,
    useful=0,
    shared_at=NOW,
    voted=False,
    dismissed=False,
)


def told(*outcomes: Outcome, context: Context = UNKNOWN) -> Told:
    return told_of(
        Trial(f"t{number}", 1, 100 + number, outcome, LINE, False, None, "", NOW, context)
        for number, outcome in enumerate(outcomes)
    )


WORKED, FAILED = told(*[Outcome.worked] * 3), told(*[Outcome.did_not] * 3)


def worth(
    this: Told = NOTHING_TOLD, *, useful: int = 0, reader: Context = UNKNOWN, made_up: bool = False
) -> float:
    return worth_of(useful=useful, told=this, illustrative=made_up, reader=reader, now=NOW)


def test_worth__of_what_nobody_tried_is_what_is_expected() -> None:
    assert worth() == pytest.approx(0.7 * 0.3192, abs=1e-4)


def test_worth__of_three_for_whom_it_worked_is_more_than_applause() -> None:
    assert worth(WORKED) > worth(useful=9) > worth(useful=2) > worth() > worth(FAILED)
    assert worth(FAILED, useful=5) < worth(WORKED)


def test_worth__of_what_was_made_up_takes_no_votes() -> None:
    assert worth(useful=40, made_up=True) == worth()


def test_worth__is_more_for_a_reader_near_those_who_told() -> None:
    near = told(*[Outcome.worked] * 3, context=DEBT)
    assert worth(near, reader=DEBT) > worth(near, reader=RULES)


def test_found__weighs_words_then_fit() -> None:
    one, other = replace(PRACTICE, context=RULES), replace(PRACTICE, context=DEBT)
    apart = found_score(other, 0.8, DEBT, NOW) - found_score(one, 0.9, DEBT, NOW)
    assert apart == pytest.approx(0.25 * 0.35 - 0.06)
