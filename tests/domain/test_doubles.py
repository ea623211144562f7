"""Which of two practices that are alike would stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.doubles import which_gives_way
from domain.practices import Attribution, Parts, Practice, PracticeState, Visibility

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
OLD = Practice(
    id=1,
    public_id="old",
    organisation_id=1,
    author_id=1,
    author_name="Anna",
    author_job="",
    language="nl",
    parts=Parts("Post openen"),
    attribution=Attribution.name,
    visibility=Visibility.organisation,
    state=PracticeState.published,
    illustrative=False,
    useful=0,
    shared_at=NOW,
    voted=False,
    dismissed=False,
)
NEW = replace(OLD, id=2, public_id="new", shared_at=NOW + timedelta(days=1))


@pytest.mark.parametrize(
    ("one", "other", "stays"),
    [
        (OLD, NEW, "old"),
        (OLD, replace(NEW, useful=3), "new"),
        (replace(OLD, useful=1, visibility=Visibility.team), NEW, "new"),
        (replace(OLD, useful=9, illustrative=True), NEW, "new"),
        (OLD, replace(NEW, organisation_id=2), None),
        (replace(OLD, illustrative=True), replace(NEW, illustrative=True), None),
        (OLD, OLD, None),
    ],
)
def test_double__gives_way_to_what_helped_more_and_reaches_further(
    one: Practice, other: Practice, stays: str | None
) -> None:
    for first, second in ((one, other), (other, one)):
        found = which_gives_way(first, second)
        assert (found[1].public_id if found else None) == stays
