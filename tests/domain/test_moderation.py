"""Who may hide, show again and merge what."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.moderation import may_hide, may_merge, may_restore
from domain.people import CONSENT, Member, Role, State
from domain.practices import Attribution, Parts, Practice, PracticeState, Visibility

PRACTICE = Practice(
    1,
    "one",
    7,
    11,
    "Anna",
    "debt",
    "nl",
    Parts("Samen bellen"),
    Attribution.name,
    Visibility.organisation,
    PracticeState.published,
    False,
    0,
    datetime(2026, 11, 24, tzinfo=UTC),
    False,
    False,
)
KEPT = replace(PRACTICE, id=2, public_id="two")
CARLA = Member(
    12, "carla", 7, None, None, Role.coordinator, State.active, "Carla", "nl", "", "", CONSENT, False
)


@pytest.mark.parametrize("role", list(Role))
def test_may_hide__needs_a_moderator_of_the_same_organisation(role: Role) -> None:
    someone = replace(CARLA, role=role)
    assert may_hide(PRACTICE, someone) is (role in (Role.coordinator, Role.liaison, Role.admin))
    assert not may_hide(PRACTICE, replace(someone, organisation_id=8))


@pytest.mark.parametrize("state", list(PracticeState))
def test_may_restore__only_what_is_hidden_never_what_its_maker_withdrew(state: PracticeState) -> None:
    practice = replace(PRACTICE, state=state)
    assert may_restore(practice, CARLA, others=1) is (state is PracticeState.hidden)
    assert may_hide(practice, CARLA) is (state is PracticeState.published)


@pytest.mark.parametrize(("others", "may"), [(0, True), (1, False), (3, False)])
def test_may_restore__own_practice_is_for_somebody_else_if_there_is_one(others: int, may: bool) -> None:
    own = replace(PRACTICE, author_id=CARLA.id, state=PracticeState.hidden)
    assert may_restore(own, CARLA, others=others) is may


@pytest.mark.parametrize(
    ("double", "kept", "may"),
    [
        (PRACTICE, KEPT, True),
        (PRACTICE, PRACTICE, False),
        (PRACTICE, replace(KEPT, organisation_id=8), False),
        (PRACTICE, replace(KEPT, state=PracticeState.hidden), False),
        (PRACTICE, replace(KEPT, state=PracticeState.merged), False),
        (replace(PRACTICE, state=PracticeState.hidden), KEPT, True),
        (replace(PRACTICE, state=PracticeState.withdrawn), KEPT, False),
        (PRACTICE, replace(KEPT, visibility=Visibility.team), False),
        (replace(PRACTICE, visibility=Visibility.team), KEPT, True),
        (PRACTICE, replace(KEPT, illustrative=True), False),
        (replace(PRACTICE, illustrative=True), replace(KEPT, illustrative=True), True),
        (replace(PRACTICE, illustrative=True), KEPT, True),
    ],
)
def test_may_merge__takes_nothing_out_of_sight(double: Practice, kept: Practice, may: bool) -> None:
    assert may_merge(double, kept) is may
