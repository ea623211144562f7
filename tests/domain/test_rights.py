"""Who may do what, as a table of examples."""

from __future__ import annotations

import pytest

from domain.people import COORDINATORS, EVERYONE, Role
from domain.rights import Reach, Right, Standing, Verdict, Whose, decide

SHOW = Right(EVERYONE, {"practice": Reach.seen})
CHANGE = Right(EVERYONE, {"practice": Reach.own})
STOP = Right(COORDINATORS, {"broadcast": Reach.ours})
SEND = Right(COORDINATORS)
LEAVE = Right(EVERYONE, before_consent=True)


@pytest.mark.parametrize(
    ("right", "standing", "role", "whose", "verdict"),
    [
        (SHOW, Standing.agreed, Role.member, Whose.shared, Verdict.done),
        (SHOW, Standing.agreed, Role.member, Whose.theirs, Verdict.not_found),
        (SHOW, Standing.agreed, Role.coordinator, Whose.elsewhere, Verdict.not_found),
        (SHOW, Standing.agreed, Role.admin, Whose.absent, Verdict.not_found),
        (SHOW, Standing.unagreed, Role.member, Whose.shared, Verdict.asked_to_agree),
        (SHOW, Standing.stranger, Role.member, Whose.shared, Verdict.asked_to_agree),
        (CHANGE, Standing.agreed, Role.member, Whose.own, Verdict.done),
        (CHANGE, Standing.agreed, Role.admin, Whose.shared, Verdict.not_found),
        (STOP, Standing.agreed, Role.coordinator, Whose.shared, Verdict.done),
        (STOP, Standing.agreed, Role.liaison, Whose.own, Verdict.no_right),
        (STOP, Standing.agreed, Role.coordinator, Whose.elsewhere, Verdict.not_found),
        (SEND, Standing.agreed, Role.member, None, Verdict.no_right),
        (LEAVE, Standing.unagreed, Role.member, None, Verdict.done),
        (LEAVE, Standing.stranger, Role.member, None, Verdict.asked_to_agree),
    ],
)
def test_right__says_what_comes_of_pressing(
    right: Right, standing: Standing, role: Role, whose: Whose | None, verdict: Verdict
) -> None:
    assert decide(right, standing, role, whose) is verdict
