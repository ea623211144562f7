"""What a practice is, and what its maker may do with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.people import CONSENT, Member, Role, State
from domain.practices import (
    Attribution,
    Parts,
    Practice,
    PracticeState,
    Visibility,
    is_shrug,
    may_edit,
    may_put_back,
    may_withdraw,
    readers_for,
)

ANNA = Member(
    1, "anna", 1, None, None, Role.member, State.active, "Anna", "nl", "debt", "weekly", CONSENT, False
)
BOB = replace(ANNA, id=2, public_id="bob", role=Role.coordinator)
CARD = Practice(
    id=1,
    public_id="card",
    organisation_id=1,
    author_id=ANNA.id,
    author_name="Anna",
    author_job="debt",
    language="nl",
    parts=Parts("Post", "Bij post", "Samen openen", "Rust", "Niet bij spoed"),
    attribution=Attribution.job,
    visibility=Visibility.organisation,
    state=PracticeState.published,
    illustrative=False,
    useful=0,
    shared_at=datetime(2026, 11, 24, tzinfo=UTC),
    voted=False,
    dismissed=False,
)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "-",
        "...",
        "?",
        "Weet ik niet",
        "weet niet",
        "Dat weet ik nog niet.",
        "ik weet het niet",
        "geen idee!",
        "Geen",
        "nvt",
        "n.v.t.",
        "niks",
        "x",
        "I don't know",
        "don’t know",
        "dunno",
        "no idea",
        "None.",
        "n/a",
        "not applicable",
    ],
)
def test_shrug__says_nothing(words: str) -> None:
    assert is_shrug(words)


@pytest.mark.parametrize(
    "words",
    ["Niet bij spoed.", "Geen huisbezoek alleen", "Ik weet niet of het bij gezinnen werkt", "No home visits"],
)
def test_shrug__is_not_a_sentence(words: str) -> None:
    assert not is_shrug(words)


@pytest.mark.parametrize(
    ("state", "edit", "withdraw", "put_back"),
    [
        (PracticeState.published, True, True, False),
        (PracticeState.hidden, True, False, False),
        (PracticeState.withdrawn, True, False, True),
        (PracticeState.merged, False, False, False),
    ],
)
def test_maker__may(state: PracticeState, edit: bool, withdraw: bool, put_back: bool) -> None:
    card = replace(CARD, state=state)

    assert (may_edit(card, ANNA), may_withdraw(card, ANNA), may_put_back(card, ANNA)) == (
        edit,
        withdraw,
        put_back,
    )
    assert not any((may_edit(card, BOB), may_withdraw(card, BOB), may_put_back(card, BOB)))


@pytest.mark.parametrize(
    ("team", "employer", "expected"),
    [
        (None, None, (Visibility.organisation,)),
        (1, None, (Visibility.team, Visibility.organisation)),
        (None, 1, (Visibility.employer, Visibility.organisation)),
        (1, 1, (Visibility.team, Visibility.employer, Visibility.organisation)),
    ],
)
def test_readers__are_groups_one_belongs_to(
    team: int | None, employer: int | None, expected: tuple[Visibility, ...]
) -> None:
    assert readers_for(replace(ANNA, team_id=team, employer_id=employer)) == expected
