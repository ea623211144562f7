"""A stage for conversations without a network: people say and tap, and see what the program answers.

Everything is real but the channel: the same routes, rules, SQL, words and index as in the running program.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.comparing import compare, keep
from bot.guarding import known_names
from bot.keeper import Finder
from bot.render import Spoken, render
from bot.vocabulary import Vocabulary
from domain.people import Address, Role
from domain.practices import Attribution, Parts, Visibility
from handlers.capabilities import routes
from handlers.kit import Incoming, Kind, Routes, World
from handlers.kit.erasing import erase_some
from handlers.kit.originals import Originals
from handlers.kit.take import Taken, take
from storage import deliveries, erasure, invitations, lines, members, organisations, practices, search
from storage.database import Database
from storage.lines import Line
from storage.tables import deliveries as delivery_rows

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
# After most turns nothing waits: then there is nothing to release and nothing to write.
WAITING = sa.select(sa.exists().where(delivery_rows.c.state.in_(["held", "waiting"])))


@dataclass
class Seen:
    """One message as its reader sees it now."""

    number: int
    spoken: Spoken

    @property
    def text(self) -> str:
        """The words, without marks."""
        return self.spoken.plain

    @property
    def labels(self) -> list[str]:
        """The words on its buttons."""
        return [one.label for row in self.spoken.rows for one in row]


class Stage:
    """One organisation with people in it, a clock that stands still until moved, and the program."""

    def __init__(self, database: Database, known: Routes | None = None, name: str = "Proef") -> None:
        self.database = database
        self.routes = known or routes()
        self.now = START
        self.finder = Finder()
        self.world = World(
            finder=self.finder,
            vocabulary=Vocabulary(),
            originals=Originals(),
            owner="stage",
            public_url="http://test",
            telegram_link="https://t.me/test_bot?start=",
            names=known_names(),
        )
        self._numbers = iter(range(1, 10**9))
        self._read_up_to = 0
        with database.transaction() as connection:
            self.organisation = organisations.add(connection, name, "nl", "Europe/Amsterdam", self.now)

    def later(self, **span: float) -> None:
        """Move the clock: `stage.later(hours=3)`."""
        self.now += timedelta(**span)

    def invite(self, role: Role = Role.member, uses: int | None = None, **more: Any) -> str:
        """Make an invitation and return its code."""
        with self.database.transaction() as connection:
            return invitations.make(
                connection,
                self.organisation.id,
                role=role,
                uses=uses,
                expires_at=self.now + timedelta(days=7),
                now=self.now,
                **more,
            )

    def stranger(self, name: str, language: str = "nl") -> Person:
        """Somebody the program does not know yet."""
        return Person(self, name, language)

    def person(self, name: str, role: Role = Role.member, language: str = "nl", **more: Any) -> Person:
        """A member who has agreed and takes part; `employer_id` and `team_id` may be given."""
        someone = Person(self, name, language)
        with self.database.transaction() as connection:
            member = members.add(
                connection,
                organisation_id=self.organisation.id,
                role=role,
                language=language,
                name=name,
                now=self.now,
                **more,
            )
            members.add_address(connection, member, someone.where, self.now)
            members.agree(connection, member.id, self.now)
        return someone

    def practice(
        self,
        author: Person | None,
        title: str,
        *,
        situation: str = "Iemand komt er niet uit.",
        approach: str = "Rustig bellen en samen kijken.",
        result: str = "Er kwam rust.",
        limits: str = "Werkt niet bij haast.",
        themes: tuple[str, ...] = ("debt",),
        attribution: Attribution = Attribution.name,
        visibility: Visibility = Visibility.organisation,
        language: str = "nl",
        **more: Any,
    ) -> str:
        """Store a practice as shared now, to be found at once; return its public name.

        Without an author it is one of the starter library when `illustrative=True` is given.
        """
        with self.database.transaction() as connection:
            member = members.by_id(connection, author.member_id) if author else None
            organisation_id = member.organisation_id if member else self.organisation.id
            number, name = practices.add(
                connection,
                organisation_id,
                practices.NewPractice(
                    Parts(title, situation, approach, result, limits),
                    language,
                    themes,
                    attribution,
                    visibility,
                    author_id=member.id if member else None,
                    employer_id=member.employer_id if member else None,
                    team_id=member.team_id if member else None,
                    **more,
                ),
                self.now,
            )
            analyses = [self.finder.analyse(one) for one in search.documents(connection, number)]
            search.store(connection, organisation_id, number, analyses, self.now)
        self.catch_up()
        return name

    def take(self, incoming: Incoming) -> Taken:
        """Take one turn, as the engine does."""
        with self.database.transaction() as connection:
            taken = take(connection, incoming, self.world, self.routes, self.now)
        self.catch_up()
        return taken

    def catch_up(self) -> None:
        """Bring the index up to date and write what waits into people's pages."""
        with self.database.reading() as connection:
            changes = search.changes_after(connection, self._read_up_to)
            if changes:
                self.finder.follow(connection, changes)
                self._read_up_to = changes[-1].number
            waiting = connection.execute(WAITING).scalar()
        if waiting:
            with self.database.transaction() as connection:
                deliveries.release(connection, self.now)
                deliveries.pull_waiting(connection, ["stage"], self.now)

    def finish_erasing(self, most: int = 50) -> int:
        """Do all steps of who is being erased, as the program does in the background; return how many."""
        steps = 0
        with self.database.reading() as connection:
            waiting = erasure.open_erasures(connection)
        for one in waiting:
            with self.database.transaction() as connection:
                marks = erasure.marks_of(connection, one.member_id, keep_practices=one.keep_practices)
                erasure.note_marks(connection, one, marks)
            at: int | None = 0
            while at is not None:
                with self.database.transaction() as connection:
                    at = erase_some(connection, self.world, one.id, most, self.now)
                steps += 1
        with self.database.transaction() as connection:
            erasure.close(connection, erasure.are_done(connection))
        self.catch_up()
        return steps

    def compare(self) -> None:
        """Compare what changed with what is there, as the program does in the background."""
        while True:
            with self.database.reading() as connection:
                found = compare(connection, self.finder, search.newest_change(connection))
            if found is None:
                return
            with self.database.transaction() as connection:
                keep(connection, found, self.now)

    def restart(self) -> None:
        """Begin again as after a crash: only the database is left."""
        self.finder, self._read_up_to = Finder(), 0
        self.world = replace(
            self.world, finder=self.finder, originals=Originals(), owner=f"after {self.number()}"
        )
        self.catch_up()

    def number(self) -> int:
        """Return the next number of an update."""
        return next(self._numbers)

    def jobs(self, *names: str) -> None:
        """Run every job once, as the clock does, or these only."""
        for job in self.routes.jobs:
            if names and job.name not in names:
                continue
            with self.database.reading() as connection:
                parts = job.parts(connection, self.now)
            for part in parts:
                with self.database.transaction() as connection:
                    job.run(connection, self.now, *part)


class Person:
    """Somebody on the stage."""

    def __init__(self, stage: Stage, name: str, language: str) -> None:
        self.stage = stage
        self.name = name
        self.language = language
        self.where = Address("stage", name, pull=True)
        self._said: dict[int, tuple[Any, str, Spoken]] = {}

    def says(self, words: str, kind: Kind = Kind.text, **more: Any) -> Seen | None:
        """Type something and return the last answer."""
        before = self._highest()
        number = self.stage.number()
        self._take(
            Incoming(
                channel="stage",
                address=self.name,
                keys=(more.pop("key", f"stage:{number}"),),
                kind=kind,
                text=words,
                message=more.pop("message", str(number)),
                name=self.name,
                language=self.language,
                pull=True,
                **more,
            )
        )
        return self._last(before)

    def taps(self, label: str, on: Seen | None = None) -> Seen | None:
        """Tap the newest button with these words (or the one on a given message); return what it led to.

        What a card does not show first is looked for behind "more", as people do.
        """
        if found := self._button(label, on):
            return self.presses(*found)
        if more := self._button("Meer", on) or self._button("More", on):
            opened = self.presses(*more)
            if found := self._button(label, opened):
                return self.presses(*found)
        raise AssertionError(f"{self.name} sees no button {label!r}; on screen: {self.screen()}")

    def _button(self, label: str, on: Seen | None) -> tuple[str, Seen] | None:
        """Return what the newest button with these words carries, and the message it hangs on."""
        for seen in [on] if on else reversed(self.chat):
            for row in seen.spoken.rows:
                for one in row:
                    if one.label == label:
                        return one.data, seen
        return None

    def presses(self, data: str, seen: Seen | None = None) -> Seen | None:
        """Press a button by what it carries, as a forged or very old press would."""
        before = self._highest()
        self._take(
            Incoming(
                channel="stage",
                address=self.name,
                keys=(f"stage:{self.stage.number()}",),
                kind=Kind.button,
                data=data,
                tapped=str(seen.number) if seen else "",
                pull=True,
            )
        )
        return self._last(before)

    def _take(self, incoming: Incoming) -> None:
        self.taken = self.stage.take(incoming)

    @property
    def member_id(self) -> int:
        """The number of this person's member."""
        with self.stage.database.reading() as connection:
            member = members.at_address(connection, "stage", self.name)
        assert member is not None, f"{self.name} is not a member"
        return member.id

    @property
    def chat(self) -> list[Seen]:
        """What this person sees now, oldest first, edits applied; their own words left out."""
        return self._seen(*self._lines())

    def _lines(self) -> tuple[str, tuple[Line, ...]]:
        """Return the language this person reads and their lines, oldest first."""
        with self.stage.database.reading() as connection:
            member = members.at_address(connection, "stage", self.name)
            if member is None:
                return self.language, ()
            return member.language, lines.newest(connection, member.id, 500)

    def _seen(self, language: str, found: Iterable[Line]) -> list[Seen]:
        shown: dict[int, Seen] = {}
        for line in found:
            if line.payload is None:
                continue
            number = line.target if line.target in shown else line.id
            shown[number] = Seen(number, self._spoken(line, language))
        return list(shown.values())

    def _spoken(self, line: Line, language: str) -> Spoken:
        """Return a line in words: it is put in words once, as long as it stays as it is."""
        before = self._said.get(line.id)
        if before is None or before[:2] != (line.payload, language):
            spoken = render(line.payload or {}, language, "Europe/Amsterdam", 8192)
            before = self._said[line.id] = (line.payload, language, spoken)
        return before[2]

    def screen(self) -> str:
        """The whole chat in words, for transcripts and failures."""
        return "\n---\n".join(f"{seen.text}\n[{'] ['.join(seen.labels)}]" for seen in self.chat)

    def sees(self, words: str) -> bool:
        """Tell whether these words are anywhere on screen."""
        return any(words in seen.text for seen in self.chat)

    def _highest(self) -> int:
        with self.stage.database.reading() as connection:
            return lines.newest_number(connection)

    def _last(self, before: int) -> Seen | None:
        """Return the newest message this turn added or edited, or None when it said nothing."""
        language, found = self._lines()
        said = [line for line in found if line.id > before and line.payload is not None]
        if not said:
            return None
        numbers = (said[-1].target, said[-1].id)
        return next((seen for seen in self._seen(language, found) if seen.number in numbers), None)
