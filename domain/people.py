"""Who people are: members, roles, and the choices a profile offers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.peers.fit import UNKNOWN, Context

CONSENT = "2026-11"  # a changed privacy text gets a new name, and everybody is asked again


class Role(StrEnum):
    """What somebody may do; every role can do what a member can."""

    member = "member"
    coordinator = "coordinator"
    liaison = "liaison"
    policy = "policy"
    admin = "admin"


class State(StrEnum):
    """Where a member stands: invited and not yet agreed, taking part, or gone."""

    joining = "joining"
    active = "active"
    left = "left"


EVERYONE = frozenset(Role)
MODERATORS = frozenset({Role.coordinator, Role.liaison, Role.admin})
COORDINATORS = frozenset({Role.coordinator, Role.admin})

JOBS = ("neighbourhood", "debt", "youth", "work", "counter", "enforcement", "housing", "other")
THEMES = (
    "debt",
    "youth",
    "neighbourhood",
    "wmo",
    "work",
    "counter",
    "enforcement",
    "housing",
    "care_avoiders",
    "safety",
    "language",
)
RHYTHMS = ("weekly", "twice", "digest", "nothing")
LANGUAGES = ("nl", "en")
MOST_THEMES = 3
MOST_NAME = 40  # characters


@dataclass(frozen=True)
class Member:
    """One person in one organisation, as the program knows them."""

    id: int
    public_id: str
    organisation_id: int
    employer_id: int | None
    team_id: int | None
    role: Role
    state: State
    name: str
    language: str
    job: str
    rhythm: str
    consent: str
    silent: bool
    place: Context = UNKNOWN  # as far as they said so themselves

    @property
    def agreed(self) -> bool:
        """Whether this member said yes to the privacy text as it is now."""
        return self.state is State.active and self.consent == CONSENT


@dataclass(frozen=True)
class Address:
    """Where a member is reached: a channel and what that channel calls them."""

    channel: str
    address: str
    pull: bool


def language_for(hint: str, default: str) -> str:
    """Return the language to speak, from a hint such as "en-GB"; `default` when we do not speak it."""
    language = hint.split("-")[0].lower()
    return language if language in LANGUAGES else default
