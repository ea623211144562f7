"""How long each kind of data is kept: one table that is carried out, shown to people and put in the docs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Final


class Until(StrEnum):
    """When the days begin to count, or until when something is kept that no number of days goes for."""

    made = "made"
    used = "used"  # since it was used last
    over = "over"  # since it was closed, settled or ran out
    left = "left"  # until the member leaves or takes it back
    practice = "practice"  # as long as the practice it belongs to
    organisation = "organisation"  # as long as the organisation, or until somebody there removes it
    done = "done"  # until it has been carried out


@dataclass(frozen=True)
class Kind:
    """One kind of data: where it is, how many days it is kept, and what an organisation may choose."""

    name: str
    tables: tuple[str, ...]
    until: Until
    days: float | None = None
    least: int | None = None  # both None: it cannot be set
    most: int | None = None
    personal: bool = True  # shown to people as something of theirs


# A table may be of several kinds: its words are emptied before its rows go.
KINDS: Final = (
    # What is somebody's own, until they leave or take it back.
    Kind("profile", ("members", "member_themes", "addresses"), Until.left),
    Kind("consents", ("consents",), Until.left),
    Kind(
        "practices",
        ("practices", "practice_themes", "practice_translations", "practice_versions"),
        Until.left,
    ),
    Kind("opinions", ("votes", "dismissals"), Until.left),
    Kind("trying", ("pledges", "trials"), Until.left),
    Kind("thanks", ("kudos",), Until.left),
    Kind("portraits", ("portraits",), Until.left),
    Kind("portrait-reports", ("portrait_reports",), Until.done),
    Kind("unanswered", ("nudge_rests",), Until.left),
    # What goes by itself, the shortest first.
    Kind("links", ("sign_in_links",), Until.made, 1 / 288),
    Kind("drafts", ("conversations",), Until.used, 1),
    Kind("danger", ("questions",), Until.made, 1),
    Kind("joining", ("members",), Until.made, 1),
    Kind("copies", ("deliveries", "lines"), Until.made, 1),
    Kind("words", ("deliveries",), Until.made, 7, 1, 30),
    Kind("strangers", ("deliveries",), Until.made, 7, 1, 30),
    Kind("imports", ("imports",), Until.made, 14),
    Kind("named", ("nominations",), Until.made, 28),
    Kind("seen", ("views",), Until.made, 28),
    Kind("naming", ("nominators",), Until.made, 30),
    Kind("allowances", ("allowances",), Until.made, 2),
    Kind("less", ("opt_outs",), Until.made, 60),
    Kind("lines", ("lines",), Until.made, 90, 7, 400),
    Kind("attachments", ("attachments",), Until.made, 90),
    Kind("sessions", ("sessions",), Until.used, 90),
    Kind("asked", ("round_members",), Until.over, 180),
    Kind("offered", ("nudges", "nudge_passes"), Until.made, 182),
    Kind("reports", ("reports",), Until.over, 365, 90, 1825),
    Kind("broadcasts", ("broadcasts", "broadcast_presses"), Until.made, 365, 90, 1825),
    Kind("inactive", ("members",), Until.used, 395, 210, 1100),
    Kind("messages", ("deliveries",), Until.made, 400, 370, 1100),
    Kind("questions", ("questions", "question_matches"), Until.made, 730, 90, 1825),
    Kind("audit", ("audit",), Until.made, 730, 365, 1825),
    # What is nobody's, or the organisation's.
    Kind("role_changes", ("role_changes",), Until.done),
    Kind("answers", ("round_answers",), Until.done, personal=False),
    Kind("erasures", ("erasures",), Until.done, personal=False),
    Kind("updates", ("updates",), Until.made, 2, personal=False),
    Kind("changes", ("index_log",), Until.made, 2, personal=False),
    Kind("failures", ("failed_updates",), Until.made, 14, 1, 90, personal=False),
    Kind("invitations", ("invitations",), Until.over, 90, 1, 730, personal=False),
    Kind(
        "finding",
        ("practice_analyses", "practice_vectors", "aliases", "doubles"),
        Until.practice,
        personal=False,
    ),
    Kind("bursts", ("bursts",), Until.practice, personal=False),
    Kind("overviews", ("overviews",), Until.made, 730, personal=False),
    Kind("rounds", ("rounds",), Until.organisation, personal=False),
    Kind(
        "organisation",
        (
            *("organisations", "employers", "teams", "teams_told", "synonyms"),
            *("schedules", "firings", "numbers", "nudging"),
        ),
        Until.organisation,
        personal=False,
    ),
    Kind("program", ("leases", "meters", "index_readers"), Until.organisation, personal=False),
)
BY_NAME: Final[Mapping[str, Kind]] = {one.name: one for one in KINDS}
NOTICE: Final = timedelta(days=30)  # between saying that somebody will be erased, and doing it


class WrongDays(ValueError):
    """What an operator wrote is no kind that can be set, no number, or outside of what is allowed."""


@dataclass(frozen=True)
class Kept:
    """How long things are kept here: as they come, with what the operator chose over it."""

    chosen: Mapping[str, int] = field(default_factory=dict)

    def days(self, name: str) -> float | None:
        """Return how many days a kind is kept; None when no number of days goes for it."""
        return self.chosen.get(name, BY_NAME[name].days)

    def span(self, name: str) -> timedelta:
        """Return how long a kind is kept that has a number of days."""
        days = self.days(name)
        assert days is not None, f"{name} has no number of days"
        return timedelta(days=days)


DEFAULTS: Final = Kept()


def read_kept(words: str) -> Kept:
    """Return what "lines=60 audit=365" says; raise WrongDays for what may not be set so."""
    chosen = {}
    for word in words.replace(",", " ").split():
        name, _, number = word.partition("=")
        kind = BY_NAME.get(name)
        if kind is None or kind.least is None or kind.most is None or not number.isdecimal():
            raise WrongDays(word)
        if not kind.least <= int(number) <= kind.most:
            raise WrongDays(word)
        chosen[name] = int(number)
    return Kept(chosen)
