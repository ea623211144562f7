"""Who was in the middle at a moment: worked out from what people had done by then, and kept nowhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa

from domain.peers.constants import DEFAULTS, Constants
from domain.peers.contribution import Contribution, Part, points
from domain.peers.evidence import Outcome
from domain.peers.segments import Standing, front_runners, is_new
from domain.people import THEMES, State
from storage.database import Connection
from storage.tables import kudos, member_themes, members, practice_themes, practices, trials, votes

Place = tuple[int, str]  # a member in a theme


@dataclass
class Done:
    """What members had done by a moment, per theme."""

    parts: defaultdict[Place, list[Contribution]] = field(default_factory=lambda: defaultdict(list))
    reported: Counter[Place] = field(default_factory=Counter)
    followers: dict[Place, int] = field(default_factory=dict)  # of the own practice that most tried
    started: Counter[int] = field(default_factory=Counter)  # things done by oneself, ever
    last: dict[int, datetime] = field(default_factory=dict)

    def note(self, member: int, theme: str | None, part: Part, at: datetime) -> None:
        """Count one thing that somebody did by themselves."""
        self.started[member] += 1
        self.last[member] = max(at, self.last.get(member, at))
        if theme is not None:
            self.parts[member, theme].append(Contribution(part, at))


def in_the_middle(
    connection: Connection, organisation_id: int, at: datetime, constants: Constants = DEFAULTS
) -> frozenset[int]:
    """Return who was neither new nor ahead in any theme they follow."""
    done = _done(connection, organisation_id, at)
    joined = {
        row.id: row.joined_at
        for row in connection.execute(
            sa.select(members.c.id, members.c.joined_at).where(
                members.c.organisation_id == organisation_id,
                members.c.state == State.active.value,
                members.c.joined_at < at,
            )
        )
    }
    followed: defaultdict[str, list[int]] = defaultdict(list)
    for row in connection.execute(
        sa.select(member_themes.c.member_id, member_themes.c.theme).where(
            member_themes.c.organisation_id == organisation_id
        )
    ):
        if row.theme in THEMES and row.member_id in joined:
            followed[row.theme].append(row.member_id)
    ahead: set[int] = set()
    for theme, people in followed.items():
        standings = [_standing(done, one, theme, joined[one], at, constants) for one in sorted(people)]
        ahead |= front_runners(standings, at, constants).keys()
    everybody = {one for people in followed.values() for one in people}
    return frozenset(
        one for one in everybody - ahead if not is_new(joined[one], done.started[one], at, constants)
    )


def _standing(
    done: Done, member: int, theme: str, joined_at: datetime, at: datetime, constants: Constants
) -> Standing:
    here = member, theme
    return Standing(
        member,
        joined_at,
        done.started[member],
        done.last.get(member),
        points(done.parts[here], at, constants),
        done.reported[here],
        done.followers.get(here, 0),
    )


def _done(connection: Connection, organisation_id: int, at: datetime) -> Done:
    """Gather what was done before a moment. Questions and plans are of no theme: they only count as done."""
    done = Done()
    about: dict[int, str] = {}
    for row in connection.execute(
        sa.select(practice_themes.c.practice_id, practice_themes.c.theme)
        .where(practice_themes.c.organisation_id == organisation_id)
        .order_by(practice_themes.c.practice_id, practice_themes.c.theme)
    ):
        about.setdefault(row.practice_id, row.theme)
    author: dict[int, int | None] = {}
    for made in connection.execute(
        sa.select(practices.c.id, practices.c.author_id, practices.c.shared_at).where(
            practices.c.organisation_id == organisation_id, sa.not_(practices.c.illustrative)
        )
    ):
        author[made.id] = made.author_id
        if made.author_id is not None and made.shared_at < at:
            done.note(made.author_id, about.get(made.id), Part.shared, made.shared_at)
    _note_tries(connection, organisation_id, at, done, about, author)
    for table, who, part in ((votes, votes.c.member_id, Part.voted), (kudos, kudos.c.from_id, Part.thanked)):
        for said in connection.execute(
            sa.select(who.label("member_id"), table.c.practice_id, table.c.at).where(
                table.c.organisation_id == organisation_id, table.c.at < at
            )
        ):
            done.note(said.member_id, about.get(said.practice_id), part, said.at)
    return done


def _note_tries(
    connection: Connection,
    organisation_id: int,
    at: datetime,
    done: Done,
    about: dict[int, str],
    author: dict[int, int | None],
) -> None:
    """Count what was told for who told it, and for who made what was tried."""
    followers: Counter[int] = Counter()
    for row in connection.execute(
        sa.select(trials.c.member_id, trials.c.practice_id, trials.c.at).where(
            trials.c.organisation_id == organisation_id,
            trials.c.at < at,
            trials.c.outcome != Outcome.too_early.value,
        )
    ):
        theme, maker = about.get(row.practice_id), author.get(row.practice_id)
        done.note(row.member_id, theme, Part.reported, row.at)
        if theme is None:
            continue
        done.reported[row.member_id, theme] += 1
        if maker is not None and maker != row.member_id:
            done.parts[maker, theme].append(Contribution(Part.followed, row.at))
            followers[row.practice_id] += 1
            here = maker, theme
            done.followers[here] = max(done.followers.get(here, 0), followers[row.practice_id])
