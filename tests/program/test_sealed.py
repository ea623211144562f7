"""Two organisations in one program: nothing of one is ever said, shown, written or logged to the other.

Every field of the other organisation that may hold words has a canary in it, and every name in it is looked
for too. Then everything that can be done here is done by everybody here: all commands, all buttons on
everything over there, all choices in all conversations, typed words, links, jobs, exports and files.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice, product

import pytest
import sqlalchemy as sa
import structlog

from bot.files import FILE_MAKERS
from bot.practice_files.writing import Format, write
from content.speech import LANGUAGES, command_words
from domain.delivery import OWN_DATA
from domain.links import PRACTICE_MARK
from handlers.contribution import MakeContribution
from handlers.kit import Button, Pick
from handlers.kit.buttons import registered, right_to
from handlers.my_data import FORMS, TakeMyData
from handlers.nudging.script import MakeScript
from storage import exports, organisations, questions
from storage.database import Connection
from storage.questions import OpenQuestion
from storage.tables import deliveries, lines, metadata
from tests.planted import fields_with_words, holds_words, plant
from tests.program.test_presses import CANARY, World, filled, like
from tests.rehearsal import Heard

PEOPLE = ("member", "policy", "liaison", "coordinator", "admin", "colleague", "unagreed", "stranger")
ROLES = PEOPLE[:5]
LATER = (timedelta(0), timedelta(hours=2), timedelta(days=1), timedelta(days=7), timedelta(days=28))
ASKED = (
    "heeft schulden en opent de post niet meer, wie helpt?",
    "zoekt een vergunning voor een dakkapel",
    "open samen de enveloppen en maak drie stapels",
    "wie is de coördinator?",
    "someone with debts does not open the mail",
)
SAMPLE = 40  # of so many things one is tried on PostgreSQL: the queries are the same there


@dataclass
class Elsewhere:
    """What belongs to the other organisation, and where any of it was found."""

    organisation_id: int
    ids: frozenset[str]
    found: list[str] = field(default_factory=list)
    tried: Counter[str] = field(default_factory=Counter)

    def look(self, what: str, where: str, *texts: str, typed: str = "") -> None:
        """Look for a canary or a name; what somebody typed themselves is not counted."""
        self.tried[what] += 1
        for text in texts:
            rest = text.replace(typed, "") if typed else text
            if CANARY.casefold() in rest.casefold():
                self.found.append(f"{where}: {rest[:200]!r}")
            self.found += [f"{where} names {name}" for name in self.ids if name in rest and name not in typed]

    def heard(self, what: str, where: str, heard: Heard, typed: str = "") -> None:
        """Look in everything that came of one thing somebody did."""
        data = [one.data for spoken in heard.spoken for row in spoken.rows for one in row]
        html = [spoken.html for spoken in heard.spoken]
        self.look(what, where, heard.raw, heard.words, heard.told, *html, *data, typed=typed)


@pytest.fixture(scope="module")
def elsewhere(world: World) -> Elsewhere:
    """The other organisation, with a canary in every field."""
    stage = world.rehearsal.stage
    with stage.database.transaction() as connection:
        other = organisations.by_name(connection, CANARY)
        assert other is not None
        planted = plant(connection, other.id, CANARY, stage.now)
        ids = {
            name
            for table in metadata.sorted_tables
            if "public_id" in table.c and "organisation_id" in table.c
            for name in connection.execute(
                sa.select(table.c.public_id).where(table.c.organisation_id == other.id)
            ).scalars()
        }
    stage.catch_up()
    fields = [f"{column.table.name}.{column.name}" for column in fields_with_words()]
    assert planted == fields, "say in tests/planted.py that it holds no words, or furnish a row for it"
    return Elsewhere(other.id, frozenset(ids))


@pytest.fixture(autouse=True)
def _printed(elsewhere: Elsewhere, capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Start with nothing found, look at the log too, and print what was tried."""
    elsewhere.found.clear()
    elsewhere.tried.clear()
    with structlog.testing.capture_logs() as logged:
        yield
    elsewhere.look("log lines", "the log", json.dumps(logged, default=str))
    tried = ", ".join(f"{what} {many}" for what, many in elsewhere.tried.items())
    with capsys.disabled():
        print(f"\ntenant canary: fields {len(fields_with_words())}, {tried}: {len(elsewhere.found)} canaries")


def some(world: World, every: Iterable[Button]) -> Iterable[Button]:
    """Return all of them, or a sample on PostgreSQL."""
    return every if world.rehearsal.stage.database.is_sqlite else islice(every, 0, None, SAMPLE)


def test_sealed__commands_and_words(world: World, elsewhere: Elsewhere) -> None:
    commands = world.rehearsal.stage.routes.commands
    typed = {f"/{command_words(one, language)[0]}": "" for one, language in product(commands, LANGUAGES)}
    typed |= dict.fromkeys(ASKED, "")
    typed |= {words: words for words in (CANARY, f"{CANARY} shown", f"{CANARY} deelnemer")}
    typed |= {f"/{command_words(one, 'nl')[0]} {CANARY}": CANARY for one in commands}
    typed |= {f"/start {PRACTICE_MARK}{name}": name for name in world.elsewhere.names["practice"]}
    for who, words in product(PEOPLE, typed):
        with world.rehearsal.scene() as scene:
            heard = scene.says(world.here.people[who], words)
        elsewhere.heard("commands and words", f"{words!r} by {who}", heard, typed[words])
    assert not elsewhere.found, "\n".join(elsewhere.found[:20])


@pytest.mark.timeout(500)
def test_sealed__buttons(world: World, elsewhere: Elsewhere) -> None:
    for kind, who in product(registered().values(), PEOPLE):
        every = filled(kind, world.here.names)
        if right_to(kind).names:
            plain = next(filled(kind, dict.fromkeys(right_to(kind).names, ("",))))
            every = iter(like(plain, world.elsewhere.names))
        for pressed in some(world, every):
            with world.rehearsal.scene() as scene:
                heard = scene.presses(world.here.people[who], pressed)
            elsewhere.heard("presses", f"{pressed} by {who}", heard)
    assert not elsewhere.found, "\n".join(elsewhere.found[:20])


@pytest.mark.timeout(500)
def test_sealed__choices_in_conversations(world: World, elsewhere: Elsewhere) -> None:
    flows = world.rehearsal.stage.routes.flows
    names = [name for names in world.elsewhere.names.values() for name in names[:2] if name]
    values = [*names, *(f"team-{name}" for name in world.elsewhere.names["team"])]
    picks = (
        (who, Pick(draft, step.name, value))
        for which, draft in world.here.known["draft"].items()
        for who, flow in [which.split()]
        for step in flows[flow].steps
        if step.picked
        for value in values
    )
    every = picks if world.rehearsal.stage.database.is_sqlite else islice(picks, 0, None, SAMPLE)
    for who, pressed in every:
        with world.rehearsal.scene() as scene:
            heard = scene.presses(world.here.people[who], pressed)
        elsewhere.heard("choices", f"{pressed} by {who}", heard, pressed.value)
    assert not elsewhere.found, "\n".join(elsewhere.found[:20])


def test_sealed__jobs_write_for_everybody_and_of_their_own_only(world: World, elsewhere: Elsewhere) -> None:
    stage = world.rehearsal.stage
    with world.rehearsal.scene() as scene:
        for later, job in product(LATER, stage.routes.jobs):
            now = stage.now + later
            for part in list(job.parts(scene.connection, now)):
                job.run(scene.connection, now, *part)
            elsewhere.tried["job runs"] += 1
        for table, column in ((deliveries, deliveries.c.payload), (lines, lines.c.payload)):
            rows = scene.connection.execute(sa.select(table.c.organisation_id, column)).all()
            for of, payload in rows:
                said = json.dumps(payload, ensure_ascii=False)
                if of == elsewhere.organisation_id:
                    assert '"Proef ' not in said, said
                else:
                    elsewhere.look("messages", table.name, said)
    assert not elsewhere.found, "\n".join(elsewhere.found[:20])


def test_sealed__what_is_kept_here(world: World, elsewhere: Elsewhere) -> None:
    with world.rehearsal.stage.database.reading() as connection:
        for table in metadata.sorted_tables:
            if "organisation_id" in table.c:
                here = sa.select(table).where(table.c.organisation_id != elsewhere.organisation_id)
                for row in connection.execute(here):
                    elsewhere.look("rows", table.name, str(tuple(row)))
    assert not elsewhere.found, "\n".join(elsewhere.found[:20])


def readable(data: bytes) -> str:
    """Return the words in a file: of a workbook all its parts."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return "\n".join(parts.read(name).decode("utf-8") for name in parts.namelist())
    return data.decode("utf-8")


def files_of(heard: Heard) -> Iterator[str]:
    """Yield the words in every file that goes with an answer; of a picture or PDF, what it is made from."""
    for file in filter(None, (spoken.file for spoken in heard.spoken)):
        yield json.dumps(dict(file), default=str, ensure_ascii=False)
        if file["kind"] in ("document", OWN_DATA):
            yield readable(FILE_MAKERS[file["kind"]](file["values"]).data)


def test_sealed__exports_and_files(world: World, elsewhere: Elsewhere) -> None:
    stage = world.rehearsal.stage
    made = [*map(TakeMyData, FORMS), MakeContribution(), MakeScript()]
    typed = [f"/{command_words(one, 'nl')[0]}" for one in ("overview", "rounds", "contribution")]
    for who, what in product(ROLES, (*made, *typed)):
        person = world.here.people[who]
        with world.rehearsal.scene() as scene:
            heard = scene.says(person, what) if isinstance(what, str) else scene.presses(person, what)
        elsewhere.heard("exports", f"{what} by {who}", heard)
        for words in files_of(heard):
            elsewhere.look("files", f"the file of {what} by {who}", words)
    assert elsewhere.tried["files"] > len(ROLES) * 2, "and pictures"
    with stage.database.reading() as connection:
        here = next(one for one in organisations.every(connection) if one.id != elsewhere.organisation_id)
        for kind, hidden in product(Format, (False, True)):
            out = io.BytesIO()
            write(exports.every(connection, here.id, hidden=hidden), kind, "nl", here.timezone, out)
            assert out.getvalue(), kind
            words = readable(out.getvalue())
            assert "Proef shown" in words, kind
            elsewhere.look("exports", f"export as {kind.value}", words)
    assert not elsewhere.found, "\n".join(elsewhere.found[:20])


# --- and would it be found? ----------------------------------------------------------------------------


def test_canary__is_found_where_a_query_forgets_the_organisation(
    world: World, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = questions.open_questions

    def unsealed(connection: Connection, _organisation_id: int, **more: int) -> list[OpenQuestion]:
        return real(connection, elsewhere.organisation_id, **more)

    monkeypatch.setattr(questions, "open_questions", unsealed)
    with world.rehearsal.scene() as scene:
        heard = scene.says(world.here.people["coordinator"], f"/{command_words('gaps', 'nl')[0]}")
    elsewhere.heard("commands", "the gaps", heard)
    assert any(CANARY in one for one in elsewhere.found)
    assert any("names" in one for one in elsewhere.found)
    elsewhere.found.clear()


def test_column__that_is_new_holds_words_until_it_is_said_that_it_does_not() -> None:
    new = sa.Table("hobbies", sa.MetaData(), sa.Column("hobby", sa.Text), sa.Column("state", sa.String(16)))
    assert holds_words(new.c.hobby)
    assert not holds_words(new.c.state)
