"""A round that comes again, and what is compared and asked again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import sqlalchemy as sa

from domain.rounds import CHOICE_ASKED_AGAIN, RoundState
from handlers.rounds.sweep import sweep
from storage import members, rounds
from tests.conversations.rounds.acting import (
    closed,
    compose,
    compose_series,
    leaves,
    says,
    taps,
    tick,
    write_back,
)
from tests.stage import Person, Stage


def test_series__comes_again_and_compares_only_when_enough_changed(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    compose_series(carla, last="6 maanden")
    tick(stage, minutes=1)
    for one in team[:8]:
        taps(one, "Gaf veel")
    tick(stage, days=8)
    write_back(carla)
    tick(stage, days=22, minutes=5)
    assert "Energie in je werk" in team[0].chat[-1].text
    for one in team[:8]:
        taps(one, "Kostte veel")
    tick(stage, days=12)
    outcome = team[9].chat[-1].text
    assert "Vorige keer: Gaf heel veel of Gaf veel, (bijna) iedereen." in outcome
    with stage.database.reading() as connection:
        mine = rounds.of_author(connection, carla.member_id, 9)
    assert [one.number for one in mine] == [2, 1, 0]


def test_series__is_not_compared_when_one_joined(stage: Stage, carla: Person, team: list[Person]) -> None:
    compose_series(carla, last="3 maanden")
    tick(stage, minutes=1)
    for one in team[:8]:
        taps(one, "Gaf veel")
    tick(stage, days=8)
    write_back(carla)
    tick(stage, days=22, minutes=5)
    for one in team[:9]:
        taps(one, "Kostte veel")
    tick(stage, days=12)
    assert "Vorige keer" not in team[10].chat[-1].text


def test_asked__is_remembered_as_long_as_a_choice_may_not_come_again(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    closed(stage, carla, team)
    stage.later(days=150)
    with stage.database.transaction() as connection:
        rounds.forget_old(connection, stage.now)
        everybody = [one.member_id for one in team]
        since = stage.now - CHOICE_ASKED_AGAIN
        assert rounds.asked_choices(connection, carla_of(connection, carla), everybody, since)


def carla_of(connection: sa.Connection, carla: Person) -> int:
    found = members.by_id(connection, carla.member_id)
    assert found is not None
    return found.organisation_id


def times(person: Person) -> int:
    return sum("wil iets van je weten" in one.text for one in person.chat)


def test_series__has_a_last_day_that_may_be_typed(stage: Stage, carla: Person, team: list[Person]) -> None:
    check = compose_series(carla, "Elke week", last="8-12")
    assert "Hoe vaak: Elke week, tot en met 8 december 2026" in check.text
    tick(stage, minutes=1)
    for _ in range(5):
        tick(stage, days=7)
        if "Schrijf terug" in says(carla, "/rondes").labels:
            write_back(carla)
    assert times(team[11]) == 3
    with stage.database.reading() as connection:
        mine = rounds.of_author(connection, carla.member_id, 9)
    assert [one.number for one in mine] == [2, 1, 0]
    assert not any(one.state is RoundState.planned for one in mine)


def test_series__of_every_week_is_closed_before_it_comes_again(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    compose_series(carla, "Elke week")
    tick(stage, minutes=1)
    with stage.database.reading() as connection:
        after, first = rounds.of_author(connection, carla.member_id, 9)
    assert first.plan.closes_at < after.plan.opens_at
    assert after.plan.opens_at == first.plan.opens_at + timedelta(days=7)


def test_round__a_little_late_in_working_hours_still_begins(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    compose(carla)
    tick(stage, minutes=119)
    assert times(team[11]) == 1


def test_round__that_a_standstill_kept_is_told_of_and_does_not_begin(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    compose(carla)
    tick(stage, hours=3)
    assert times(team[11]) == 0
    told = [one.text for one in carla.chat if "stond toen stil" in one.text]
    assert told == ["Het rondje Samenwerking begon niet op 24 november 2026. Het programma stond toen stil."]
    assert "Nieuw rondje" in carla.chat[-1].labels
    assert "nog geen rondje" in says(carla, "/rondes").text


def test_series__that_a_standstill_kept_comes_again_at_its_next_moment(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    compose_series(carla, "Elke twee weken")
    tick(stage, minutes=1)
    for one in team[:8]:
        taps(one, "Gaf veel")
    tick(stage, days=8)
    write_back(carla)
    tick(stage, days=7)  # the second was due yesterday
    told = [one.text for one in carla.chat if "stond toen stil" in one.text]
    assert len(told) == 1
    assert "begon niet op 8 december 2026" in told[0]
    assert "Het komt weer op dinsdag 22 december, 10:01." in told[0]
    assert times(team[11]) == 1
    tick(stage, days=12, hours=20)
    assert times(team[11]) == 1
    tick(stage, hours=5)
    assert times(team[11]) == 2
    for one in team[:8]:
        taps(one, "Gaf veel")
    tick(stage, days=20)
    assert any("Vorige keer" in one.text for one in team[9].chat)


def test_series__that_may_not_begin_now_comes_again_later(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    """Nobody heard what came of the first: the second waits for the next time."""
    compose_series(carla)
    tick(stage, minutes=1)
    tick(stage, days=8)
    tick(stage, days=22)
    assert times(team[11]) == 1
    told = next(one.text for one in carla.chat if "is niet begonnen" in one.text)
    assert "Mensen wachten nog op de vorige terugkoppeling." in told
    assert "Het komt weer op zondag 24 januari, 10:01." in told
    write_back(carla)
    tick(stage, days=31)
    tick(stage, days=1)  # the 24th is a Sunday
    assert times(team[11]) == 2


def test_series__is_not_compared_when_somebody_left_without_a_trace(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    compose_series(carla)
    tick(stage, minutes=1)
    for one in team[:8]:
        taps(one, "Gaf veel")
    tick(stage, days=8)
    write_back(carla)
    leaves(team[0])
    tick(stage, days=22, minutes=5)
    for one in team[1:8]:
        taps(one, "Kostte veel")
    tick(stage, days=12)
    assert "Uitkomst" in team[10].chat[-1].text
    assert "Vorige keer" not in team[10].chat[-1].text


def test_round__opens_once_whoever_looks(stage: Stage, carla: Person, team: list[Person]) -> None:
    compose_series(carla)
    stage.later(minutes=1)

    def look(_number: int) -> None:
        with stage.database.transaction() as connection:
            sweep(connection, stage.now)

    # On SQLite one process writes.
    with ThreadPoolExecutor(1 if stage.database.is_sqlite else 3) as pool:
        list(pool.map(look, range(12)))
    stage.catch_up()
    assert [times(one) for one in team] == [1] * len(team)
    with stage.database.reading() as connection:
        mine = rounds.of_author(connection, carla.member_id, 9)
    assert [(one.number, one.state.value) for one in mine] == [(1, "planned"), (0, "open")]
