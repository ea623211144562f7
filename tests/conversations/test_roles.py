"""A coordinator's account that somebody got hold of: others hear of it, can stop it, and nothing went out."""

from __future__ import annotations

import re

import pytest

from domain.people import Role
from domain.roles import PAUSE, RoleChange, may_agree, waits
from handlers.kit.buttons import encode
from handlers.kit.doors import AgreeToRole, StopRole
from handlers.roles import TakeRole
from storage import members, organisations, role_changes
from tests.stage import START, Person, Stage


@pytest.fixture
def carla(stage: Stage) -> Person:
    return stage.person("Carla", Role.coordinator)


@pytest.fixture
def cor(stage: Stage) -> Person:
    return stage.person("Cor", Role.coordinator)


def role_of(stage: Stage, person: Person) -> Role:
    with stage.database.reading() as connection:
        found = members.by_id(connection, person.member_id)
    assert found is not None
    return found.role


def name_of(stage: Stage, person: Person) -> str:
    with stage.database.reading() as connection:
        found = members.by_id(connection, person.member_id)
    assert found is not None
    return found.public_id


def coordinator_link(person: Person, label: str = "Coördinator") -> str:
    person.says("/uitnodigen")
    person.taps(label)
    made = person.taps("Maak de link")
    assert made is not None
    found = re.search(r"http://test/join/([\w-]+)", made.text)
    assert found
    return found[1]


def after_pause(stage: Stage) -> None:
    stage.later(seconds=PAUSE.total_seconds())
    stage.jobs()
    stage.catch_up()


def test_link_of_a_coordinator__gives_the_role_after_a_day_in_which_all_coordinators_know(
    stage: Stage, carla: Person, cor: Person
) -> None:
    code = coordinator_link(carla)
    dirk = stage.stranger("Dirk")
    welcome = dirk.says(f"/start {code}")
    assert welcome is not None
    assert "Straks ben je hier ook coördinator" in welcome.text
    assert role_of(stage, dirk) is Role.member
    for person in (carla, cor):
        assert person.sees("Dirk opende een link en wordt coördinator: woensdag 25 november, 10:00")
    dirk.taps("Ja, ik doe mee")
    stage.later(hours=23)
    stage.jobs()
    assert role_of(stage, dirk) is Role.member
    after_pause(stage)
    assert role_of(stage, dirk) is Role.coordinator
    assert dirk.sees("Vanaf nu ben je hier ook coördinator")
    assert cor.sees("Dirk heeft hier vanaf nu de rol: coördinator")


def test_link_of_a_coordinator__is_stopped_by_another_and_by_whose_account_made_it(
    stage: Stage, carla: Person, cor: Person
) -> None:
    for number, who in enumerate((cor, carla)):
        code = coordinator_link(carla)
        mallory = stage.person(f"Mallory {number}")
        mallory.says(f"/start {code}")
        stopped = who.taps("Houd het tegen")
        assert stopped is not None
        assert "Ik heb het tegengehouden" in stopped.text
        after_pause(stage)
        assert role_of(stage, mallory) is Role.member


def test_link_of_a_coordinator__is_agreed_to_by_a_second_person_only(
    stage: Stage, carla: Person, cor: Person
) -> None:
    dirk = stage.person("Dirk")
    dirk.says(f"/start {coordinator_link(carla)}")
    refused = carla.taps("Ik vind het goed")
    assert refused is not None
    assert "die het niet vroeg" in refused.text
    assert role_of(stage, dirk) is Role.member
    cor.taps("Ik vind het goed")
    assert role_of(stage, dirk) is Role.coordinator


def test_link_of_who_runs_the_server__gives_the_role_at_once_and_is_told(stage: Stage, carla: Person) -> None:
    dirk = stage.stranger("Dirk")
    dirk.says(f"/start {stage.invite(Role.coordinator, uses=1)}")
    assert role_of(stage, dirk) is Role.coordinator
    assert carla.sees("Dirk heeft hier vanaf nu de rol: coördinator")


def test_small_role__is_given_at_once_and_told(stage: Stage, carla: Person, cor: Person) -> None:
    lies = stage.person("Lies")
    lies.says(f"/start {coordinator_link(carla, 'Verbinder')}")
    assert role_of(stage, lies) is Role.liaison
    assert cor.sees("Lies heeft hier vanaf nu de rol: verbinder")


def test_account_that_was_taken_over__puts_nobody_out_before_others_can_stop_it(
    stage: Stage, carla: Person, cor: Person
) -> None:
    planned = carla.presses(encode(TakeRole(name_of(stage, cor))))
    assert planned is not None
    assert "straks geen coördinator meer" in planned.text
    assert role_of(stage, cor) is Role.coordinator
    assert cor.sees("Cor is straks geen coördinator meer")
    not_them = cor.taps("Ik vind het goed")
    assert not_them is not None
    assert "die het niet betreft" in not_them.text
    cor.taps("Houd het tegen")
    assert carla.sees("Cor hield een verandering van rol tegen")
    after_pause(stage)
    assert role_of(stage, cor) is Role.coordinator


def test_coordinator__is_taken_away_after_a_day_or_when_a_third_agrees(
    stage: Stage, carla: Person, cor: Person
) -> None:
    third, fourth = stage.person("Dirk", Role.coordinator), stage.person("Els", Role.coordinator)
    carla.presses(encode(TakeRole(name_of(stage, cor))))
    third.taps("Ik vind het goed")
    assert role_of(stage, cor) is Role.member
    assert cor.sees("Je hebt hier geen extra rol meer")
    carla.presses(encode(TakeRole(name_of(stage, fourth))))
    after_pause(stage)
    assert role_of(stage, fourth) is Role.member


def test_what_somebody_asked__who_coordinates_no_more_is_let_go(
    stage: Stage, carla: Person, cor: Person
) -> None:
    third = stage.person("Dirk", Role.coordinator)
    carla.presses(encode(TakeRole(name_of(stage, cor))))
    with stage.database.transaction() as connection:
        members.change(connection, carla.member_id, role=Role.member.value)
    after_pause(stage)
    assert role_of(stage, cor) is Role.coordinator
    assert role_of(stage, third) is Role.coordinator


def test_own_role__is_laid_down_at_once_but_somebody_has_to_stay(stage: Stage, carla: Person) -> None:
    refused = carla.presses(encode(TakeRole(name_of(stage, carla))))
    assert refused is not None
    assert "Er moet een coördinator blijven" in refused.text
    stage.person("Cor", Role.coordinator)
    carla.presses(encode(TakeRole(name_of(stage, carla))))
    assert role_of(stage, carla) is Role.member


def test_list__names_roles_and_what_is_planned(stage: Stage, carla: Person, cor: Person) -> None:
    stage.person("Otto", Role.admin)
    stage.person("Dirk").says(f"/start {coordinator_link(carla)}")
    listed = cor.says("/rollen")
    assert listed is not None
    assert "1. Carla, coördinator" in listed.text
    assert "Dirk wordt coördinator: woensdag 25 november, 10:00" in listed.text
    assert "Otto" not in listed.text, "who runs the server is not for coordinators to take away"
    log = cor.says("/logboek")
    assert log is not None
    assert "Carla maakte een link voor een coördinator" in log.text
    assert "Carla begon een verandering van rol, naar coördinator" in log.text


def test_other_organisation__and_members_change_nothing_here(
    stage: Stage, carla: Person, cor: Person
) -> None:
    anna = stage.person("Anna")
    carla.presses(encode(TakeRole(name_of(stage, cor))))
    with stage.database.reading() as connection:
        (change,) = role_changes.planned(connection, stage.organisation.id)
    with stage.database.transaction() as connection:
        stage.organisation = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
    dora = stage.person("Dora", Role.coordinator)
    for kind in (StopRole, AgreeToRole):
        theirs, absent = (dora.presses(encode(kind(name))) for name in (change.public_id, "z" * 12))
        assert theirs is not None
        assert absent is not None
        assert theirs.text == absent.text
        refused = anna.presses(encode(kind(change.public_id)))
        assert refused is not None
        assert refused.text.startswith("Deze knop werkt niet meer")
    gone = dora.presses(encode(TakeRole(name_of(stage, cor))))
    assert gone is not None
    assert "Die persoon heeft hier geen rol" in gone.text
    with stage.database.reading() as connection:
        assert role_changes.due(connection, change.due_at) == [change]


@pytest.mark.parametrize(
    ("before", "after", "from_chat", "does"),
    [
        (Role.member, Role.coordinator, True, True),
        (Role.coordinator, Role.member, True, True),
        (Role.liaison, Role.coordinator, True, True),
        (Role.member, Role.liaison, True, False),
        (Role.liaison, Role.member, True, False),
        (Role.member, Role.coordinator, False, False),
    ],
)
def test_change__waits_when_it_makes_or_takes_a_coordinator(
    before: Role, after: Role, from_chat: bool, does: bool
) -> None:
    assert waits(before, after, from_chat=from_chat) is does


@pytest.mark.parametrize(
    ("asked_by", "who", "may"), [(1, 3, True), (1, 1, False), (1, 2, False), (None, 3, False)]
)
def test_change__is_agreed_to_by_a_second_person(asked_by: int | None, who: int, may: bool) -> None:
    change = RoleChange(9, "x", 1, 2, Role.coordinator, asked_by, START)
    assert may_agree(change, who) is may
