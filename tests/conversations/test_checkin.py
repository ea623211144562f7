"""The question that comes by itself: every two weeks, to who wants it, at noon, and never twice."""

from __future__ import annotations

import pytest

from domain.people import Role
from storage import members
from tests.stage import Person, Stage

QUESTION = "Waar liep je de laatste weken tegenaan?"


@pytest.fixture
def anna(stage: Stage) -> Person:
    return person(stage, "Anna", "twice")


def person(stage: Stage, name: str, rhythm: str) -> Person:
    someone = stage.person(name)
    with stage.database.transaction() as connection:
        members.change(connection, someone.member_id, rhythm=rhythm)
    return someone


def tick(stage: Stage, **span: float) -> None:
    """Let the time pass, and then the clock tick twice."""
    stage.later(**span)
    for _ in range(2):
        stage.jobs()
        stage.catch_up()


def times(someone: Person) -> int:
    return sum(QUESTION in seen.text for seen in someone.chat)


def test_checkin__asks_every_two_weeks_who_chose_to_be_asked(stage: Stage, anna: Person) -> None:
    """From a Tuesday at ten: a week later at a quarter past twelve it begins."""
    others = [person(stage, name, rhythm) for name, rhythm in (("Bob", "digest"), ("Dirk", "nothing"))]
    tick(stage)
    tick(stage, days=7, hours=2, minutes=14)
    assert times(anna) == 0
    tick(stage, minutes=1)
    assert times(anna) == 1
    assert anna.chat[-1].labels == ["Stel een vraag", "Deel iets", "Minder sturen"]
    tick(stage, days=7)
    assert times(anna) == 1
    tick(stage, days=7)
    assert times(anna) == 2
    assert [times(one) for one in others] == [0, 0]


def test_checkin__leaves_newcomers_in_peace(stage: Stage) -> None:
    tick(stage)
    stage.later(days=3)
    eve = person(stage, "Eve", "weekly")
    tick(stage, days=4, hours=2, minutes=15)
    assert times(eve) == 0
    tick(stage, days=14)
    assert times(eve) == 1


def test_checkin__that_was_missed_is_told_to_the_coordinator_once(stage: Stage, anna: Person) -> None:
    carla = stage.person("Carla", Role.coordinator)
    tick(stage)
    tick(stage, days=36)
    assert times(anna) == 0
    assert [seen.text for seen in carla.chat if "niet gesteld" in seen.text] == [
        "De vraag van 29 december 2026 over hoe het gaat, heb ik niet gesteld. "
        "Het programma stond toen stil. Over twee weken vraag ik het weer."
    ]
    tick(stage, days=7)
    assert times(anna) == 0


def test_checkin__that_comes_late_in_the_day_is_missed(stage: Stage, anna: Person) -> None:
    tick(stage)
    tick(stage, days=7, hours=8)
    tick(stage, hours=16)
    assert times(anna) == 0
