"""Rehearse on the stage: do something, see what it would say and change, and take it all back.

So a thousand things can be tried in one furnished world, each as if it were the first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from bot.render import Spoken, render
from domain.text import clean, units
from handlers.kit import Button, Draft, Incoming, Kind
from handlers.kit.buttons import encode
from handlers.kit.originals import Originals
from handlers.kit.take import take
from storage import conversations, lines, members
from storage.database import Connection
from storage.tables import deliveries as delivery_rows
from storage.tables import metadata
from tests.stage import Person, Stage

# Every answer writes in these; what is left of a refused turn must be here only.
TALK = frozenset({"updates", "lines", "deliveries"})
# A name or a moment that is made anew says nothing about what is kept.
NOT_COMPARED = frozenset(
    {"id", "public_id", "used_at", "updated_at", "replaced_at", "changed_at", "settled_at"}
)
_WRITES = re.compile(r"\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+\"?(\w+)", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
OUR_TAGS = frozenset({"<b>", "</b>", "<i>", "</i>"})

Rows = dict[str, list[str]]


@dataclass(frozen=True)
class Heard:
    """What came of one thing somebody did."""

    spoken: tuple[Spoken, ...]  # what they were told, as Telegram would have it
    told: str  # everything that was queued for others
    touched: frozenset[str]  # tables that were written in, those of talking left out
    raw: str = field(default="", compare=False)  # all that is stored of the answer

    @property
    def words(self) -> str:
        """All words and labels together."""
        parts = [one.plain for one in self.spoken]
        parts += [button.label for one in self.spoken for row in one.rows for button in row]
        return "\n".join(parts)

    def mistakes(self) -> list[str]:
        """What no answer may have: nothing to read, too much of it, foreign marks, or invisible signs."""
        found = [] if self.spoken and all(one.plain.strip() for one in self.spoken) else ["says nothing"]
        for one in self.spoken:
            if units(one.plain) > 4096:
                found.append(f"{units(one.plain)} units")
            if not set(_TAG.findall(one.html)) <= OUR_TAGS:
                found.append("marks that are not ours")
            if clean(one.plain) != one.plain.strip(" \n"):
                found.append("invisible signs")
            if any(not button.label.strip() for row in one.rows for button in row):
                found.append("a button without words")
        return found


@dataclass
class Scene:
    """One transaction that is taken back at the end."""

    stage: Stage
    connection: Connection
    writes: list[str] = field(default_factory=list)

    def take(self, person: Person, kind: Kind, *, after: timedelta = timedelta(0), **more: Any) -> Heard:
        """Let somebody do something, perhaps a while from now."""
        number = self.stage.number()
        incoming = Incoming(
            channel="stage",
            address=person.name,
            keys=(f"stage:{number}",),
            kind=kind,
            language=person.language,
            pull=True,
            **{"message": str(number), "name": person.name, **more},
        )
        now = self.stage.now + after
        line, delivery = lines.newest_number(self.connection), self._newest_delivery()
        self.writes.clear()
        taken = take(self.connection, incoming, self.stage.world, self.stage.routes, now)
        touched = frozenset(self.writes) - TALK
        member = members.at_address(self.connection, "stage", person.name)
        said = [one.payload for one in taken.says]
        if member is not None:
            said += [one.payload for one in lines.after(self.connection, member.id, line) if one.payload]
        language = member.language if member else person.language
        spoken = tuple(render(one, language, "Europe/Amsterdam") for one in said)
        raw = json.dumps([*said, str(taken.toast)], ensure_ascii=False)
        return Heard(spoken, self._queued(delivery), touched, raw)

    def presses(self, person: Person, pressed: Button | str, **more: Any) -> Heard:
        """Let somebody press a button, given by what it means or by what it carries."""
        data = pressed if isinstance(pressed, str) else encode(pressed)
        return self.take(person, Kind.button, data=data, message="", tapped="", **more)

    def says(self, person: Person, words: str, **more: Any) -> Heard:
        """Let somebody type something."""
        return self.take(person, Kind.text, text=words, **more)

    def draft(self, person: Person) -> Draft | None:
        """Return the conversation somebody is in."""
        member = members.at_address(self.connection, "stage", person.name)
        return conversations.open_of(self.connection, member.id) if member else None

    def rows(self, tables: frozenset[str]) -> Rows:
        """Return what is in these tables now."""
        return {name: _rows(self.connection, metadata.tables[name]) for name in tables - TALK}

    def _newest_delivery(self) -> int:
        return self.connection.execute(sa.select(sa.func.max(delivery_rows.c.id))).scalar() or 0

    def _queued(self, after: int) -> str:
        """Return what waits for others since then: the answer itself is not among it."""
        query = sa.select(delivery_rows.c.payload).where(
            delivery_rows.c.id > after, delivery_rows.c.once.is_not(None)
        )
        return "\n".join(map(str, self.connection.execute(query).scalars()))


class Rehearsal:
    """A furnished stage that looks untouched after each scene."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._before: Rows = {}

    def before(self, table: str) -> list[str]:
        """Return what is in a table outside the scene, which is not committed and so seen by nobody else."""
        if table not in self._before:
            with self.stage.database.reading() as connection:
                self._before[table] = _rows(connection, metadata.tables[table])
        return self._before[table]

    @contextmanager
    def scene(self) -> Iterator[Scene]:
        """Open a scene; whatever happens in it is taken back."""
        kept = self.stage.world
        self.stage.world = replace(kept, originals=Originals())
        with self.stage.database.engine.connect() as connection:
            scene = Scene(self.stage, connection)

            def note(*event: Any) -> None:
                if written := _WRITES.match(event[2]):
                    scene.writes.append(written[1])

            sa.event.listen(connection, "before_cursor_execute", note)
            transaction = connection.begin()
            try:
                yield scene
            finally:
                transaction.rollback()
                self.stage.world = kept

    def changed(self, scene: Scene, heard: Heard) -> list[str]:
        """Return the tables that are not as they were before the scene."""
        return [name for name, rows in scene.rows(heard.touched).items() if rows != self.before(name)]


def _rows(connection: Connection, table: sa.Table) -> list[str]:
    columns = [column for column in table.columns if column.name not in NOT_COMPARED]
    return sorted(str(tuple(row)) for row in connection.execute(sa.select(*columns)))
