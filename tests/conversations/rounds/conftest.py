"""Twelve colleagues and their coordinator."""

from __future__ import annotations

import pytest

from domain.people import Role
from tests.conversations.rounds.acting import NAMES
from tests.stage import Person, Stage


@pytest.fixture
def team(stage: Stage) -> list[Person]:
    """Twelve colleagues."""
    return [stage.person(name) for name in NAMES]


@pytest.fixture
def carla(stage: Stage, team: list[Person]) -> Person:
    """The coordinator."""
    assert team
    return stage.person("Carla", Role.coordinator)
