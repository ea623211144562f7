"""Who may do what: one table of roles, whose thing it is, and where the member stands.

Every button, command and conversation declares its row; the kit reads it when it is used. What one may not
reach is answered as what is not there, so nobody can tell the two apart.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from domain.people import Member, Role


class Thing(StrEnum):
    """What can be named in a button, by its public name."""

    practice = "practice"
    question = "question"
    draft = "draft"
    invitation = "invitation"
    code = "code"  # of an invitation: a secret
    file = "file"
    synonyms = "synonyms"
    kudos = "kudos"
    pair = "pair"
    broadcast = "broadcast"
    round = "round"
    team = "team"
    nudge = "nudge"
    portrait = "portrait"
    burst = "burst"
    person = "person"  # who has a role
    change = "change"  # of a role


# Two practices in one button have a name each.
THINGS: Mapping[str, Thing] = {
    **{one.value: one for one in Thing},
    "double": Thing.practice,
    "kept": Thing.practice,
}


class Whose(StrEnum):
    """Whose a thing is, as somebody sees it."""

    own = "own"  # made by them, or meant for them alone
    shared = "shared"  # somebody else's, for them to see
    ours = "ours"  # of the organisation, for whoever looks after it
    theirs = "theirs"  # somebody else's alone
    absent = "absent"  # not there (any more), or of another organisation: nobody here can tell


class Reach(StrEnum):
    """How far a thing that a button names may be."""

    own = "own"
    seen = "seen"
    ours = "ours"
    nothing = "nothing"  # it names no thing: it is one of a few words


REACHED: Mapping[Reach, frozenset[Whose]] = {
    Reach.own: frozenset({Whose.own}),
    Reach.seen: frozenset({Whose.own, Whose.shared}),
    Reach.ours: frozenset({Whose.own, Whose.shared, Whose.ours}),
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

    @property
    def names(self) -> Mapping[str, Reach]:
        """The fields that name a thing, with how far it may be."""
        return {name: reach for name, reach in self.reaches.items() if reach is not Reach.nothing}


class Verdict(StrEnum):
    """What comes of pressing."""

    done = "done"
    asked_to_agree = "asked to agree"
    no_right = "no right"  # as an old button
    not_found = "not found"  # the same words for what is absent and what is not theirs


def may(member: Member, roles: Collection[Role]) -> bool:
    """Tell whether a member has one of these roles."""
    return member.role in roles


def in_reach(reach: Reach, whose: Whose) -> bool:
    """Tell whether a thing may be named."""
    return whose in REACHED[reach]


def decide(right: Right, standing: Standing, role: Role, whose: Mapping[str, Whose]) -> Verdict:
    """Return what comes of it; `whose` says it of each field that names something."""
    if standing is Standing.stranger or (standing is Standing.unagreed and not right.before_consent):
        return Verdict.asked_to_agree
    if role not in right.roles:
        return Verdict.no_right
    if not all(in_reach(right.names[name], of) for name, of in whose.items()):
        return Verdict.not_found
    return Verdict.done
