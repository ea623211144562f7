"""Carla chooses a group: by tapping or by its name, and hears how many she reaches."""

from __future__ import annotations

import pytest

from domain.audience import EVERYBODY, Audience, By
from domain.people import EVERYONE, State
from handlers.capabilities import CAPABILITIES
from handlers.kit import Capability, Command, Draft, Flow, Reply, Routes, Say, Turn, begin
from handlers.kit.audience import audience_of, audience_steps, described
from storage import audiences, members, organisations
from storage.database import Database
from tests.stage import Person, Seen, Stage


def _chosen(turn: Turn, draft: Draft) -> Reply:
    return Say((described(turn, audience_of(draft)),))


FLOW = Flow("whom", EVERYONE, audience_steps("nothing-said"), _chosen)
WHOM = Capability(
    "whom", commands=(Command("rounds_whom", lambda turn, _: begin(turn, FLOW), EVERYONE),), flows=(FLOW,)
)


@pytest.fixture
def stage(database: Database) -> Stage:
    made = Stage(database, Routes((*CAPABILITIES, WHOM)))
    made.world.vocabulary.command = lambda word: "rounds_whom" if word == "wie" else None  # type: ignore[method-assign]
    return made


@pytest.fixture
def carla(stage: Stage) -> Person:
    """Carla looks after Proef: Anna and Bob are in team Noord, Bob follows debt, Otto wants silence."""
    with stage.database.transaction() as connection:
        north = organisations.add_team(connection, stage.organisation.id, "Noord")
        organisations.add_team(connection, stage.organisation.id, "Leeg")
    stage.person("Anna", team_id=north.id)
    bob = stage.person("Bob", team_id=north.id)
    otto = stage.person("Otto", team_id=north.id)
    left = stage.person("Weg", team_id=north.id)
    stage.stranger("Nieuw").says(f"/start {stage.invite()}")
    with stage.database.transaction() as connection:
        member = members.by_id(connection, bob.member_id)
        assert member
        members.follow(connection, member, "debt")
        members.change(connection, bob.member_id, job="debt")
        members.change(connection, otto.member_id, silent=True)
        members.change(connection, left.member_id, state=State.left.value)
    return stage.person("Carla")


def says(person: Person, words: str) -> Seen:
    seen = person.says(words)
    assert seen
    return seen


def test_audience__is_chosen_by_tapping(carla: Person) -> None:
    assert says(carla, "/wie").labels[:2] == ["Iedereen (4)", "Per onderwerp"]
    seen = carla.taps("Per team")
    assert seen
    assert seen.labels[0] == "Noord (3)"
    assert "Leeg" not in str(seen.labels)
    chosen = carla.taps("Noord (3)")
    assert chosen
    assert chosen.text == "team Noord (3 mensen)"


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("iedereen", "iedereen (4 mensen)"),
        ("schulden", "wie Schulden volgt (1 persoon)"),
        ("noord", "team Noord (3 mensen)"),
        ("Schuldhulp", "werk: Schuldhulp (1 persoon)"),
        ("deelnemer", "rol: deelnemer (4 mensen)"),
    ],
)
def test_audience__is_chosen_by_its_name(carla: Person, typed: str, heard: str) -> None:
    says(carla, "/wie")
    assert says(carla, typed).text == heard


def test_audience__that_does_not_exist_is_asked_again(carla: Person) -> None:
    says(carla, "/wie")
    assert "ken ik niet" in says(carla, "de maan").text


def test_audience__by_a_kind_that_is_typed_offers_what_there_is(carla: Person) -> None:
    says(carla, "/wie")
    assert says(carla, "onderwerp").labels[0] == "Schulden (1)"


def test_audience__is_sealed_by_organisation(stage: Stage, carla: Person) -> None:
    here = stage.organisation.id
    with stage.database.transaction() as connection:
        elsewhere = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
        team = organisations.add_team(connection, elsewhere.id, "Overzee")
        theirs = Audience(By.team, team.public_id)
        assert audiences.count(connection, here, theirs) == 0
        assert audiences.team_name(connection, here, theirs) == ""
        assert audiences.member_ids(connection, elsewhere.id, EVERYBODY) == []
        assert carla.member_id in audiences.member_ids(connection, here, EVERYBODY)
        assert audiences.choices(connection, elsewhere.id, By.role) == []
