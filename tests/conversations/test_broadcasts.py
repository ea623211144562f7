"""Carla writes to a group: she is sure, follows how it goes, stops it, and never sees who pressed."""

from __future__ import annotations

import pytest

from domain.people import Role
from tests.stage import Person, Seen, Stage


@pytest.fixture
def carla(stage: Stage) -> Person:
    """A Tuesday at ten, with twelve colleagues of Carla's."""
    for number in range(12):
        stage.person(f"Collega {number}")
    return stage.person("Carla", Role.coordinator)


def written(carla: Person, *, asks: str = "Geen knop", voice: str = "Van collega's") -> Seen:
    """Carla writes to everybody, up to the last question."""
    carla.says("/bericht")
    carla.says("Morgen is er *taart* in de kantine.")
    carla.taps("Iedereen (13)")
    carla.taps(voice)
    carla.taps(asks)
    seen = carla.taps("Nu")
    assert seen
    return seen


def seconds(stage: Stage, count: int = 3) -> None:
    """Let the clock tick."""
    for _ in range(count):
        stage.jobs()
        stage.catch_up()
        stage.later(seconds=5)


def person(stage: Stage, name: str) -> Person:
    return Person(stage, name, "nl")


def test_broadcast__is_shown_as_it_arrives_and_goes_out_on_the_number(stage: Stage, carla: Person) -> None:
    preview = written(carla)
    assert "Zo komt het aan" in preview.text
    assert "<b>taart</b>" in preview.spoken.html
    assert "iedereen (13 mensen)" in preview.text
    assert "Ik stuur het nu naar 13 mensen" in carla.says("13").text  # type: ignore[union-attr]
    assert not person(stage, "Collega 3").sees("taart")
    seconds(stage)
    got = person(stage, "Collega 3").chat[-1]
    assert got.text.startswith("Van collega's\nMorgen is er taart in de kantine.")
    assert "<b>taart</b>" in got.spoken.html
    assert "Dit krijgt iedereen hier" in got.text
    assert len(person(stage, "Collega 3").chat) == 1
    assert carla.sees("is verstuurd.")
    assert carla.sees("Aangekomen: 13 van 13")
