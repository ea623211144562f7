"""What a practice is, who may see it, and which of its counts may be shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from domain.peers.constants import DEFAULTS
from domain.peers.evidence import Outcome
from domain.peers.fit import UNKNOWN, Context, fit
from domain.peers.rank import search_score, value
from domain.peers.usefulness import usefulness
from domain.people import Member
from domain.text import fold
from domain.trials import EPOCH, NOTHING_TOLD, Told, evidence_for

MOST_TITLE = 60  # characters
MOST_PART = 3000  # characters in one of the four parts
_SHRUG = re.compile(
    r"\W*(?:(?:(?:dat |ik )?weet (?:ik )?(?:het )?(?:nog )?niet|geen(?: idee)?|niets|niks|nee|n\W?v\W?t|xx*"
    r"|(?:i )?(?:do not|don\W?t) know|dunno|no(?:ne|thing| idea)?|n\W?a|not applicable)\W*)?",
    re.IGNORECASE,
)
SHOW_VOTES_FROM = 5
SHOW_VOTES_AFTER = timedelta(days=7)


class Attribution(StrEnum):
    """How the maker is named on the card."""

    name = "name"
    job = "job"
    nobody = "nobody"


class Visibility(StrEnum):
    """Who may read the card."""

    team = "team"
    employer = "employer"
    organisation = "organisation"


class PracticeState(StrEnum):
    """Whether the card is on show."""

    published = "published"
    hidden = "hidden"  # reported or hidden by a coordinator, until one decides
    withdrawn = "withdrawn"  # taken back by its maker
    merged = "merged"  # its votes moved to another practice


class Reason(StrEnum):
    """Why somebody reports a practice."""

    personal = "personal"  # it holds something about a person
    wrong = "wrong"
    unsafe = "unsafe"


class Change(StrEnum):
    """What those who do it hear when a practice is changed."""

    limits = "limits"
    approach = "approach"


class ReportState(StrEnum):
    """What came of a report."""

    open = "open"
    upheld = "upheld"  # it stays hidden
    dismissed = "dismissed"  # it was shown again


PARTS: Final = ("situation", "approach", "result", "limits")
WORDS: Final = ("title", *PARTS)


@dataclass(frozen=True)
class Parts:
    """The words of a practice: a title and the four parts."""

    title: str = ""
    situation: str = ""
    approach: str = ""
    result: str = ""
    limits: str = ""


@dataclass(frozen=True)
class Practice:
    """A practice as one viewer sees it, in one language."""

    id: int
    public_id: str
    organisation_id: int
    author_id: int | None
    author_name: str
    author_job: str
    language: str
    parts: Parts
    attribution: Attribution
    visibility: Visibility
    state: PracticeState
    illustrative: bool
    useful: int
    shared_at: datetime
    voted: bool
    dismissed: bool
    told: Told = NOTHING_TOLD  # what colleagues told of trying it
    context: Context = UNKNOWN  # where its maker works
    pledged: bool = False  # the viewer wants to try it, and has not told yet
    own_outcome: Outcome | None = None  # what the viewer told last of trying it
    parent_id: int | None = None  # the practice that this one does differently
    has_family: bool = False  # it does one differently, or is done differently
    weight: float | None = None  # what the votes count for in an order; None as many as there are
    portrayed: bool = False  # whoever made it shows their name on it, and a portrait

    @property
    def is_signed(self) -> bool:
        """Whether the name of whoever made it stands on it."""
        return self.attribution is Attribution.name and self.author_id is not None and bool(self.author_name)

    def in_words(self, parts: Parts, language: str) -> Practice:
        """Return the same practice in other words, such as a translation."""
        return replace(self, parts=parts, language=language)


def may_show_votes(practice: Practice, viewer: Member, now: datetime) -> bool:
    """Tell whether `viewer` may see how many found it useful.

    People follow the count they see. So it stays hidden until there are five votes or seven days have passed,
    and always until one has voted oneself; the maker always sees it. Why: docs/decisions/0020.
    """
    if practice.author_id == viewer.id:
        return True
    ripe = practice.useful >= SHOW_VOTES_FROM or now - practice.shared_at >= SHOW_VOTES_AFTER
    return practice.voted and ripe


def worth_of(
    *,
    useful: int,
    told: Told,
    illustrative: bool,
    reader: Context,
    now: datetime,
    weight: float | None = None,
) -> float:
    """Return the rank value of a practice for a reader: what came of trying it, and how useful it is found.

    Votes count for their `weight`; whoever gave one opened the card, however little it weighs.

    Who only looked is kept nowhere, so some silent readers are supposed: otherwise two votes would go before
    three colleagues for whom it worked. An example that was made up is only worth what came of trying it.
    """
    opened = useful + told.tried + DEFAULTS.evidence.silent
    found = 0.0 if illustrative else usefulness(useful if weight is None else weight, opened)
    return value(evidence_for(told, reader, now).lower, found)


UNTRIED: Final = worth_of(useful=0, told=NOTHING_TOLD, illustrative=True, reader=UNKNOWN, now=EPOCH)


def found_score(practice: Practice, confidence: float, reader: Context, now: datetime) -> float:
    """Return in what order a practice that was found is shown: words, fit and worth together."""
    worth = worth_of(
        useful=practice.useful,
        weight=practice.weight,
        told=practice.told,
        illustrative=practice.illustrative,
        reader=reader,
        now=now,
    )
    return search_score(confidence, fit(practice.context, reader), worth)


def may_try(practice: Practice, viewer: Member) -> bool:
    """Tell whether `viewer` may pledge to try it, or tell that they did: anything on show but their own."""
    return practice.author_id != viewer.id and practice.state is PracticeState.published


def is_shrug(words: str) -> bool:
    """Tell whether `words` say nothing, such as "geen idee" or "-".

    A card without its limits is not trusted by colleagues, so a shrug does not count as having told them.
    """
    return _SHRUG.fullmatch(words) is not None


def what_changed(before: Parts, after: Parts) -> Change | None:
    """Return what those who do it are to hear, first of all what to watch out for; None: nothing of use."""
    if fold(before.limits) != fold(after.limits) and not is_shrug(after.limits):
        return Change.limits
    return Change.approach if fold(before.approach) != fold(after.approach) else None


def may_edit(practice: Practice, member: Member) -> bool:
    """Tell whether `member` may change the words: only the maker, also while it is hidden or withdrawn."""
    return practice.author_id == member.id and practice.state is not PracticeState.merged


def may_withdraw(practice: Practice, member: Member) -> bool:
    """Tell whether `member` may take it back: only the maker, and only what is on show.

    What a coordinator hid stays with the coordinator; withdrawing and putting back would undo the hiding.
    """
    return practice.author_id == member.id and practice.state is PracticeState.published


def may_put_back(practice: Practice, member: Member) -> bool:
    """Tell whether `member` may show again what they withdrew."""
    return practice.author_id == member.id and practice.state is PracticeState.withdrawn


def readers_for(member: Member) -> tuple[Visibility, ...]:
    """Return the groups `member` can choose to share with, the smallest first."""
    own = {Visibility.team: member.team_id, Visibility.employer: member.employer_id}
    return (*(group for group, number in own.items() if number is not None), Visibility.organisation)


def may_vote(practice: Practice, viewer: Member) -> bool:
    """Tell whether `viewer` may say "useful": not on one's own practice, nor on one that is not on show.

    An example that was made up may be voted for: it tells coordinators which subjects people look for. It is
    never shown as experience on the card, for nobody has experience with what did not happen.
    """
    return practice.author_id != viewer.id and practice.state is PracticeState.published
