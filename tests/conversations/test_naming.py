"""Nobody is called as who looks after people here, or as the program."""

from __future__ import annotations

import pytest

from domain.people import Role
from storage import members, organisations
from tests.stage import Person, Stage


def name_of(stage: Stage, person: Person) -> str:
    with stage.database.reading() as connection:
        found = members.by_id(connection, person.member_id)
    assert found is not None
    return found.name


@pytest.mark.parametrize("typed", ["Carla", "càrla", "Сarlа", "C4rla", "Kopgroep", "Coördinator", "Proef"])
def test_name__of_a_coordinator_cannot_be_chosen_and_one_hears_why(stage: Stage, typed: str) -> None:
    stage.person("Carla", Role.coordinator)
    mallory = stage.person("Mallory")
    mallory.says("/profiel")
    mallory.taps("Naam")
    refused = mallory.says(typed)
    assert refused is not None
    assert "Kies een naam die er niet op lijkt" in refused.text
    assert name_of(stage, mallory) == "Mallory"
    chosen = mallory.says("Mallory van Oost")
    assert chosen is not None
    assert name_of(stage, mallory) == "Mallory van Oost"


def test_name__of_ones_own_may_be_typed_again_and_in_another_way(stage: Stage) -> None:
    carla = stage.person("Carla", Role.coordinator)
    carla.says("/profiel")
    carla.taps("Naam")
    carla.says("Carla (coördinator)")
    assert name_of(stage, carla) == "Carla (coördinator)"


def test_who_joins__under_such_a_name_has_none_and_hears_why(stage: Stage) -> None:
    stage.person("Carla", Role.coordinator)
    impostor = Person(stage, "Сarlа", "nl")
    welcome = impostor.says(f"/start {stage.invite()}")
    assert welcome is not None
    assert "laat ik weg, want die lijkt op die van een coördinator" in welcome.text
    assert name_of(stage, impostor) == ""
    bob = stage.stranger("Bob")
    greeted = bob.says(f"/start {stage.invite()}")
    assert greeted is not None
    assert "laat ik weg" not in greeted.text
    assert name_of(stage, bob) == "Bob"


def test_name__of_a_coordinator_elsewhere_is_free(stage: Stage) -> None:
    stage.person("Carla", Role.coordinator)
    with stage.database.transaction() as connection:
        stage.organisation = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
    other = Person(stage, "Carla van elders", "nl")
    other.says(f"/start {stage.invite()}")
    with stage.database.transaction() as connection:
        members.agree(connection, other.member_id, stage.now)
    other.says("/profiel")
    other.taps("Naam")
    other.says("Carla")
    assert name_of(stage, other) == "Carla"


def test_question__with_look_alike_and_invisible_letters_finds_what_it_means(stage: Stage) -> None:
    anna, bob = stage.person("Anna"), stage.person("Bob")
    stage.practice(anna, "Post op tafel", situation="Een gezin maakt de post niet open.")
    plain = bob.says("gezin maakt de post niet open")
    odd = bob.says("gеzin mааkt de p\u200bоst ni\u2060et opеn")
    assert plain is not None
    assert odd is not None
    assert "Post op tafel" in plain.text
    assert odd.text == plain.text


def test_title__with_look_alike_letters_is_kept_in_letters_of_one_script(stage: Stage) -> None:
    anna = stage.person("Anna")
    anna.says(
        "/deel Bij een gеzin met ongeоpende post maakte ik samen drie stapels: betalen, bellen, bewaren. "
        "Daardoor kwam er een betalingsregeling. Let op: doe dit niet als iemand net uit huis is gezet."
    )
    shown = anna.chat[-1]
    assert "gezin met ongeopende post" in shown.text
