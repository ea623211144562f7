"""Who may invite whom, and on which terms."""

from __future__ import annotations

import pytest

from domain.invitations import MAY_INVITE, Terms, allowed, gives_more, may_invite, usual_terms
from domain.people import Role


@pytest.mark.parametrize(
    ("inviter", "may"),
    [
        (Role.admin, {"member", "coordinator", "liaison", "policy"}),
        (Role.coordinator, {"member", "coordinator", "liaison", "policy"}),
        (Role.liaison, {"member"}),
        (Role.policy, set()),
        (Role.member, set()),
    ],
)
def test_may_invite__is_a_table_by_role(inviter: Role, may: set[str]) -> None:
    assert {role.value for role in Role if may_invite(inviter, role)} == may


@pytest.mark.parametrize(
    ("role", "uses", "days", "fine"),
    [
        (Role.member, None, 30, True),
        (Role.member, 1, 1, True),
        (Role.member, None, 31, False),
        (Role.member, 2, 7, False),
        (Role.coordinator, 1, 7, True),
        (Role.coordinator, None, 7, False),
        (Role.coordinator, 1, 30, False),
        (Role.policy, None, 1, False),
        (Role.liaison, 1, 1, True),
    ],
)
def test_allowed__lets_only_member_links_be_passed_on(
    role: Role, uses: int | None, days: int, fine: bool
) -> None:
    assert allowed(role, Terms(uses, days)) is fine


def test_usual_terms__are_allowed_for_every_role_one_may_invite() -> None:
    for roles in MAY_INVITE.values():
        for role in roles:
            assert allowed(role, usual_terms(role))


def test_gives_more__never_takes_a_role_away() -> None:
    for role in Role:
        assert not gives_more(Role.member, role)
        assert not gives_more(role, role)
        assert not gives_more(role, Role.admin)
    assert gives_more(Role.coordinator, Role.policy)
    assert not gives_more(Role.policy, Role.coordinator)
