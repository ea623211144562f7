"""The pass over everybody: it leaves out whom it must, says what it may, and only counts what was offered."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from domain.delivery import Lane
from domain.peers.fit import Context
from domain.peers.ledger import Evidence, fits
from domain.peers.nudges import Group, Kind, Reader, Scope
from domain.peers.nudging import (
    Adopters,
    Colleagues,
    Library,
    Near,
    Ready,
    count_colleagues,
    is_due,
    lots_of,
    nears,
    plan,
)
from domain.peers.offers import Offered, Past
from domain.rhythm import Sent

NOW = datetime(2026, 11, 25, 11, 15, tzinfo=UTC)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DEBT = Context("debt", frozenset({"families"}), "medium", "town", "municipality")
RULES = Context("enforcement", frozenset({"shops"}), "city", "metropolis", "agency")
CONTEXTS = (DEBT, RULES)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def library(practices: int = 6, **changed: object) -> Library:
    """Return practices of two themes by six makers who do debt help."""
    theme, maker = np.arange(practices) % 2, np.arange(practices) + 1000
    flat = np.full((practices, 2), 8.4), np.full((practices, 2), 3.6)
    found = Library(
        theme=theme,
        lot=lots_of(theme, maker),
        maker=maker,
        context=np.zeros(practices, np.int64),
        new=np.zeros(practices, np.bool_),
        flagged=np.zeros(practices, np.bool_),
        evidence=Evidence(*flat, np.full(practices, 8)),
        fits=fits(CONTEXTS, CONTEXTS),
    )
    return replace(found, **changed)  # type: ignore[arg-type]


def offered(practices: int = 6) -> Offered:
    return Offered.empty(practices, 2, practices)


NOBODY = Colleagues({}, {})


def planned(
    ready: list[Ready], colleagues: Colleagues = NOBODY, **changed: object
) -> list[tuple[int, int, Kind]]:
    chance = np.random.default_rng(1)
    nudges = plan(ready, library(6, **changed), offered(), colleagues, CONTEXTS, NOW, chance)
    return [(one.member, one.row, one.message.kind) for one in nudges]


def test_everybody__gets_one_of_the_themes_they_follow() -> None:
    found = planned([Ready(number, 0, (number % 2,)) for number in range(8)])
    assert {member for member, _, _ in found} == set(range(8))
    assert all(row % 2 == member % 2 for member, row, _ in found)
    assert {kind for _, _, kind in found} == {Kind.new}


def test_reader__whose_work_differs_or_who_follows_nothing_gets_nothing() -> None:
    assert planned([Ready(1, 1, (0, 1)), Ready(2, 0, ()), Ready(3, 0, (7,))]) == []


def test_reader__who_did_all_of_it_gets_nothing() -> None:
    assert planned([Ready(1, 0, (0,), Past(closed=(0, 2, 4)))]) == []


def test_adopter__is_told_no_norm_also_when_a_pass_would_offer_it() -> None:
    most = Colleagues(dict.fromkeys(nears(DEBT, 0), 30), count_all(24))
    assert planned([Ready(1, 0, (0,))], most)[0][2] is Kind.majority
    assert planned([Ready(1, 0, (0,), reader=Reader(adopted=True))], most) == []


def count_all(many: int) -> dict[tuple[int, Near], Adopters]:
    """Say of every practice that so many tried it, in every group."""
    return {(row, near): Adopters(many) for row in range(6) for near in nears(DEBT, row % 2)}


def test_near_peer__who_agreed_is_told_of() -> None:
    assert planned([Ready(1, 0, (0,))], told_of={row: frozenset({0}) for row in range(6)})[0][2] is Kind.story
    assert planned([Ready(1, 0, (0,))], told_of={row: frozenset({1}) for row in range(6)})[0][2] is Kind.new


def test_colleagues__are_counted_in_their_groups_and_the_reader_is_left_out() -> None:
    people = [(DEBT, (0, 1))] * 12 + [(RULES, (0,))] * 5
    tries = [(3, 0, DEBT, ago(days)) for days in (1, 27, 28, 55, 56, 300)] + [(3, 0, RULES, ago(2))]
    found = count_colleagues(people, tries, NOW)
    assert found.groups(3, 0, DEBT, reader_counts=True) == [
        Group(Scope.theme, 16, 7, 3, 2),
        Group(Scope.job, 11, 6, 2, 2),
        Group(Scope.job_and_region, 11, 6, 2, 2),
    ]
    assert found.groups(3, 1, DEBT, reader_counts=False)[0] == Group(Scope.theme, 12)
    assert [one.scope for one in found.groups(3, 0, Context(), reader_counts=False)] == [Scope.theme]


@pytest.mark.parametrize(
    ("nudged", "started", "sent", "week", "held", "due"),
    [
        ([], None, [], 2, False, True),
        ([], None, [], 2, True, False),
        ([], None, [], 0, False, False),
        ([], None, [Sent(Lane.broadcast, ago(1)), Sent(Lane.digest, ago(3))], 2, False, False),
        ([(ago(1.9), True)], None, [], 2, False, False),
        ([(ago(2), True)], None, [], 2, False, True),
        ([(ago(9), False), (ago(12), False), (ago(15), False)], None, [], 2, False, True),
        ([(ago(6), False), (ago(8), False), (ago(12), False), (ago(15), False)], None, [], 2, False, False),
        ([(ago(6), False), (ago(8), False), (ago(12), False), (ago(15), False)], ago(7), [], 2, False, True),
        ([(ago(days), False) for days in range(10, 70, 10)], None, [], 2, False, False),
    ],
)
def test_person__is_due_when_neither_chance_nor_caps_nor_silence_say_no(
    nudged: list[tuple[datetime, bool]],
    started: datetime | None,
    sent: list[Sent],
    week: int,
    held: bool,
    due: bool,
) -> None:
    found = is_due(NOW, AMSTERDAM, nudged=nudged, last_started=started, sent=sent, week=week, held=held)
    assert found is due


def test_lots__are_pairs_of_theme_and_maker() -> None:
    found = lots_of(np.array([0, 0, 1, 0]), np.array([5, 6, 5, 5]))
    assert found[0] == found[3]
    assert len(set(found.tolist())) == 3
