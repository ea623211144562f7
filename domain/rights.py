"""Who may do what: one table of roles, whose thing it is, and where the member stands.

Every button, command and conversation declares its row; the kit reads it when it is pressed. Roles and the
member's own state are decided here alone. Whose a thing is, its organisation and its state are part of the
query that finds it: what one may not reach is not found, so that it looks as if it were not there.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from domain.people import Member, Role


class Whose(StrEnum):
    """Whose a thing is, as somebody sees it."""

    own = "own"  # made by them, or meant for them alone
    shared = "shared"  # somebody else's, for them to see
    theirs = "theirs"  # somebody else's alone
    elsewhere = "elsewhere"  # of another organisation
    absent = "absent"  # not there (any more)


class Reach(StrEnum):
    """What of their organisation one may name with a button."""

    own = "own"
    seen = "seen"
    ours = "ours"  # of anybody, as far as it is shared with those who look after the organisation


REACHED: Mapping[Reach, frozenset[Whose]] = {
    Reach.own: frozenset({Whose.own}),
    Reach.seen: frozenset({Whose.own, Whose.shared}),
    Reach.ours: frozenset({Whose.own, Whose.shared}),
}


class Standing(StrEnum):
    """Where somebody stands who presses."""

    stranger = "stranger"
    unagreed = "unagreed"
    agreed = "agreed"


@dataclass(frozen=True)
class Right:
    """One row: the roles, how far each thing that is named may be, and whether a yes comes first."""

    roles: Collection[Role]
    reaches: Mapping[str, Reach] = field(default_factory=dict)
    before_consent: bool = False


class Verdict(StrEnum):
    """What comes of pressing."""

    done = "done"
    asked_to_agree = "asked to agree"
    no_right = "no right"  # as an old button
    not_found = "not found"  # the same words for what is absent and what is not theirs


def may(member: Member, roles: Collection[Role]) -> bool:
    """Tell whether a member has one of these roles."""
    return member.role in roles


def decide(right: Right, standing: Standing, role: Role, whose: Whose | None) -> Verdict:
    """Return what comes of it; `whose` is None when nothing is named."""
    if standing is Standing.stranger or (standing is Standing.unagreed and not right.before_consent):
        return Verdict.asked_to_agree
    if role not in right.roles:
        return Verdict.no_right
    if whose is not None and any(whose not in REACHED[reach] for reach in right.reaches.values()):
        return Verdict.not_found
    return Verdict.done
