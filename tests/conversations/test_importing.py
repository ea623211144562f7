"""A file in the chat: nobody's is kept, and a coordinator hears where it does go."""

from __future__ import annotations

import pytest

from domain.importing import columns
from domain.people import Role
from handlers.kit import Kind
from tests.stage import Stage


@pytest.mark.parametrize("role", [Role.coordinator, Role.admin])
def test_document__of_a_coordinator_is_answered_with_what_has_to_be_in_it(stage: Stage, role: Role) -> None:
    answer = stage.person("Carla", role).says("", kind=Kind.document)
    assert answer is not None
    assert answer.text.startswith("Dit bestand heb ik niet bewaard")
    assert "kopgroep import BESTAND" in answer.text


@pytest.mark.parametrize("role", [Role.member, Role.liaison, Role.policy])
def test_document__of_anybody_else_is_refused_with_the_reason(stage: Stage, role: Role) -> None:
    anna = stage.person("Anna", role)
    answer = anna.says("", kind=Kind.document)
    assert answer is not None
    assert answer.text.startswith("Een document bewaar ik niet")
    unknown = anna.says("/importeren")
    assert unknown is not None
    assert "ken ik niet" in unknown.text


@pytest.mark.parametrize(
    ("language", "needed"),
    [("nl", "situatie, aanpak, resultaat, let op"), ("en", "situation, approach, result, limits")],
)
def test_columns__that_are_named_are_the_ones_an_import_needs(
    stage: Stage, language: str, needed: str
) -> None:
    answer = stage.person("Carla", Role.coordinator, language=language).says("/import")
    assert answer is not None
    assert needed in answer.text
    assert len(columns(needed.split(", "))) == 4


def test_help__names_the_coordinators_commands_to_those_who_have_them(stage: Stage) -> None:
    for role in (Role.coordinator, Role.liaison, Role.admin):
        answer = stage.person(role.value, role).says("/help")
        assert answer is not None
        assert "/uitnodigen" in answer.text
    for role in (Role.member, Role.policy):
        answer = stage.person(role.value, role).says("/help")
        assert answer is not None
        assert "/uitnodigen" not in answer.text
