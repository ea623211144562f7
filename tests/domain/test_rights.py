"""Who may do what, as a table of examples."""

from __future__ import annotations

import pytest

from domain.people import COORDINATORS, EVERYONE, Role
from domain.rights import REACHED, Reach, Right, Standing, Verdict, Whose, decide

SHOW = Right(EVERYONE, {"practice": Reach.seen})
CHANGE = Right(EVERYONE, {"practice": Reach.own})
STOP = Right(COORDINATORS, {"broadcast": Reach.ours})
SEND = Right(COORDINATORS, {"mode": Reach.nothing})
LEAVE = Right(EVERYONE, before_consent=True)


@pytest.mark.parametrize(
    ("right", "standing", "role", "whose", "verdict"),
    [
        (SHOW, Standing.agreed, Role.member, {"practice": Whose.shared}, Verdict.done),
        (SHOW, Standing.agreed, Role.member, {"practice": Whose.ours}, Verdict.not_found),
        (SHOW, Standing.agreed, Role.member, {"practice": Whose.theirs}, Verdict.not_found),
        (SHOW, Standing.agreed, Role.admin, {"practice": Whose.absent}, Verdict.not_found),
        (SHOW, Standing.unagreed, Role.member, {"practice": Whose.shared}, Verdict.asked_to_agree),
        (SHOW, Standing.stranger, Role.member, {"practice": Whose.shared}, Verdict.asked_to_agree),
        (CHANGE, Standing.agreed, Role.member, {"practice": Whose.own}, Verdict.done),
        (CHANGE, Standing.agreed, Role.admin, {"practice": Whose.shared}, Verdict.not_found),
        (STOP, Standing.agreed, Role.coordinator, {"broadcast": Whose.ours}, Verdict.done),
        (STOP, Standing.agreed, Role.liaison, {"broadcast": Whose.own}, Verdict.no_right),
        (STOP, Standing.agreed, Role.coordinator, {"broadcast": Whose.absent}, Verdict.not_found),
        (SEND, Standing.agreed, Role.coordinator, {}, Verdict.done),
        (SEND, Standing.agreed, Role.member, {}, Verdict.no_right),
        (LEAVE, Standing.unagreed, Role.member, {}, Verdict.done),
        (LEAVE, Standing.stranger, Role.member, {}, Verdict.asked_to_agree),
    ],
)
def test_right__says_what_comes_of_pressing(
    right: Right, standing: Standing, role: Role, whose: dict[str, Whose], verdict: Verdict
) -> None:
    assert decide(right, standing, role, whose) is verdict


def test_reach__grows_and_never_holds_what_is_somebody_elses_alone() -> None:
    own, seen, ours = (REACHED[one] for one in (Reach.own, Reach.seen, Reach.ours))
    assert own < seen < ours
    assert not ours & {Whose.theirs, Whose.absent}
