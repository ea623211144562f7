"""Who may invite whom, and on which terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from domain.people import Role

MOST_TEAM_NAME = 40  # characters
JOIN_BURST = 10  # people by one link within an hour: coordinators hear of it
LINK_MADE = "role-link-made"  # in the log

# An administrator is made on the command line, by whoever runs the server; never by a link that travels.
MAY_INVITE: Mapping[Role, tuple[Role, ...]] = {
    Role.admin: (Role.member, Role.coordinator, Role.liaison, Role.policy),
    Role.coordinator: (Role.member, Role.coordinator, Role.liaison, Role.policy),
    Role.liaison: (Role.member,),
}
INVITERS = frozenset(MAY_INVITE)
_BY_SAY = (Role.member, Role.policy, Role.liaison, Role.coordinator, Role.admin)  # the least say first


@dataclass(frozen=True)
class Terms:
    """How often a link works (None: for everyone who has it) and for how many days."""

    uses: int | None
    days: int


def may_invite(inviter: Role, role: Role) -> bool:
    """Tell whether `inviter` may make a link that gives somebody `role`."""
    return role in MAY_INVITE.get(inviter, ())


def gives_more(role: Role, now: Role) -> bool:
    """Tell whether an invitation to be `role` changes somebody who is `now`; it never takes anything away."""
    return _BY_SAY.index(role) > _BY_SAY.index(now)


def may_be_shared(role: Role) -> bool:
    """Tell whether one link may let many people in.

    Links get forwarded. One that makes members may be; one that gives somebody a say over others works once.
    """
    return role is Role.member


def days_for(role: Role) -> tuple[int, ...]:
    """Return the lifetimes to choose from, in days."""
    return (1, 7, 30) if may_be_shared(role) else (1, 7)


def usual_terms(role: Role) -> Terms:
    """Return what most people want, so that they need not choose."""
    return Terms(None, 30) if may_be_shared(role) else Terms(1, 7)


def allowed(role: Role, terms: Terms) -> bool:
    """Tell whether a link for `role` may have these terms."""
    once = terms.uses == 1
    return terms.days in days_for(role) and (once or (terms.uses is None and may_be_shared(role)))
