"""Doubles: who looks after the organisation is offered what is alike, and decides once."""

from __future__ import annotations

from typing import Any

from domain.people import Role
from domain.practices import Parts, PracticeState, Visibility
from storage import members, moderation, organisations, practices, search
from tests.stage import Person, Stage

NONE = "Er zijn nu geen voorbeelden die op elkaar lijken."
GONE = "Hierover is al beslist, of een van de twee is veranderd. Ik heb niets veranderd."


def post(stage: Stage, author: Person | None, title: str, **more: Any) -> str:
    """Share a practice about opening mail together."""
    return stage.practice(
        author,
        title,
        situation="Een bewoner met schulden opent de post niet meer.",
        approach="Open samen de enveloppen aan de keukentafel en maak drie stapels.",
        **more,
    )


def garden(stage: Stage, author: Person) -> str:
    """Share a practice about something else."""
    return stage.practice(
        author,
        "Geveltuin",
        situation="Buren kennen elkaar niet.",
        approach="Plant samen een geveltuin op zaterdag en drink daarna koffie.",
    )


def carla(stage: Stage) -> Person:
    return stage.person("Carla", Role.coordinator)


def alike(stage: Stage, author: Person | None = None) -> tuple[str, str]:
    """Two practices that tell the same, of which the second is newer, and one about something else."""
    author = author or stage.person("Anna")
    first = post(stage, author, "Samen de post openen")
    stage.later(days=1)
    second = post(stage, author, "Post openen met een bewoner")
    garden(stage, author)
    stage.compare()
    return first, second


def state(stage: Stage, name: str) -> PracticeState:
    with stage.database.reading() as connection:
        record = moderation.record_of(connection, stage.organisation.id, name)
    assert record is not None
    return record.state


def answer(person: Person, words: str = "/dubbel") -> str:
    said = person.says(words)
    assert said is not None
    return said.text


def test_doubles__are_offered_with_both_cards_on_asking(stage: Stage) -> None:
    alike(stage)
    said = answer(carla(stage))
    assert "Er is één paar dat op elkaar lijkt." in said
    assert (
        "Twee voorbeelden lijken op elkaar: ‘Samen de post openen’ en ‘Post openen met een bewoner’." in said
    )
    assert said.count("Open samen de enveloppen") == 2
    assert "Geveltuin" not in said


def test_doubles__are_not_there_when_nothing_is_alike(stage: Stage) -> None:
    garden(stage, stage.person("Anna"))
    stage.compare()
    assert answer(carla(stage)) == NONE


def test_doubles__are_merged_after_one_more_question_and_the_older_one_stays(stage: Stage) -> None:
    first, second = alike(stage)
    coordinator = carla(stage)
    coordinator.says("/dubbel")
    sure = coordinator.taps("Voeg samen")
    assert sure is not None
    assert "‘Post openen met een bewoner’ gaat erin op" in sure.text
    coordinator.taps("Voeg samen", sure)
    assert state(stage, second) is PracticeState.merged
    assert state(stage, first) is PracticeState.published
    stage.compare()
    assert answer(coordinator) == NONE


def test_doubles__that_are_merged_and_taken_apart_are_not_offered_again(stage: Stage) -> None:
    _, second = alike(stage)
    coordinator = carla(stage)
    coordinator.says("/dubbel")
    coordinator.taps("Voeg samen", coordinator.taps("Voeg samen"))
    coordinator.taps("Maak ongedaan")
    stage.compare()
    assert state(stage, second) is PracticeState.published
    assert answer(coordinator) == NONE


def test_doubles__that_are_not_the_same_are_never_offered_again(stage: Stage) -> None:
    alike(stage)
    coordinator = carla(stage)
    shown = coordinator.says("/dubbel")
    said = coordinator.taps("Niet hetzelfde")
    assert said is not None
    assert "blijven apart. Ik vraag het niet meer." in said.text
    assert NONE in said.text
    assert GONE in (coordinator.taps("Niet hetzelfde", shown) or said).text
    stage.later(days=40)
    with stage.database.transaction() as connection:
        for number in range(1, 4):
            search.log(connection, stage.organisation.id, number, stage.now)
    stage.catch_up()
    stage.compare()
    assert answer(coordinator) == NONE


def test_doubles__put_off_come_back_after_two_weeks(stage: Stage) -> None:
    alike(stage)
    coordinator = carla(stage)
    coordinator.says("/dubbel")
    coordinator.taps("Later")
    assert answer(coordinator) == NONE
    stage.later(days=15)
    assert "Twee voorbeelden lijken op elkaar" in answer(coordinator)


def test_doubles__that_are_no_longer_alike_are_let_go(stage: Stage) -> None:
    author = stage.person("Anna")
    alike(stage, author)
    coordinator = carla(stage)
    with stage.database.transaction() as connection:
        organisation = stage.organisation.id
        number = next(entry.practice_id for entry in search.entries(connection))
        anna = members.by_id(connection, author.member_id)
        assert anna is not None
        (old,) = practices.by_ids(connection, anna, [number])
        told = Parts("Taalmaatje", "Iemand leert Nederlands.", "Koppel ze.", "Fijn.", "Geen haast.")
        practices.rewrite(connection, old, told, stage.now)
        search.analyse_again(connection, organisation, number, stage.finder.analyse, stage.now)
    stage.catch_up()
    stage.compare()
    assert answer(coordinator) == NONE


def test_doubles__of_a_team_are_not_offered_to_a_coordinator_who_may_not_see_it(stage: Stage) -> None:
    with stage.database.transaction() as connection:
        employer = organisations.add_employer(connection, stage.organisation.id, "Gemeente", "Noord")
        team = organisations.add_team(connection, stage.organisation.id, "Zuid", employer.id)
    anna = stage.person("Anna", employer_id=employer.id, team_id=team.id)
    post(stage, anna, "Samen de post openen")
    post(stage, anna, "Post openen met een bewoner", visibility=Visibility.team)
    stage.compare()
    assert answer(carla(stage)) == NONE
    lies = stage.person("Lies", Role.liaison, employer_id=employer.id, team_id=team.id)
    # What the team alone may read gives way to what everybody may read, and never the other way round.
    assert "‘Samen de post openen’ en ‘Post openen met een bewoner’" in answer(lies)


def test_doubles__of_another_organisation_are_neither_found_nor_shown(stage: Stage) -> None:
    anna = stage.person("Anna")
    post(stage, anna, "Samen de post openen")
    with stage.database.transaction() as connection:
        stage.organisation = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
    post(stage, stage.person("Wim"), "Post openen met een bewoner")
    stage.compare()
    assert answer(carla(stage)) == NONE


def test_doubles__among_made_up_examples_are_left_alone(stage: Stage) -> None:
    for title in ("Samen de post openen", "Post openen met een bewoner"):
        post(stage, None, title, illustrative=True)
    stage.compare()
    assert answer(carla(stage)) == NONE


def test_doubles__are_for_who_looks_after_the_organisation(stage: Stage) -> None:
    alike(stage)
    assert "Twee voorbeelden" not in answer(stage.person("Bob"))


def test_comparing__does_each_change_once_and_both_of_an_import(stage: Stage) -> None:
    alike(stage)
    with stage.database.reading() as connection:
        newest = search.newest_change(connection)
        assert search.read_up_to(connection, "doubles") == newest
    with stage.database.transaction() as connection:
        assert not search.read_on(connection, "doubles", newest - 1, newest + 5)
        assert search.read_up_to(connection, "doubles") == newest
