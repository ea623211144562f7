"""What people see has names that chance made: no number of a row is in a button, link or file.

A number of a row tells how many there are, and what may be tried next. Here every table counts on from far
beyond any other number in the program, so that one of them is known wherever it turns up.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

import pytest
import sqlalchemy as sa

from content.speech import command_words
from handlers.kit.buttons import registered, right_to
from storage import organisations
from storage.database import Connection, Database, sqlite_url
from storage.migrate import upgrade
from storage.tables import deliveries, lines, metadata
from tests.program.test_presses import Place, filled, furnish, like
from tests.rehearsal import Rehearsal
from tests.stage import Stage

FAR = 7_000_000
LARGE: Final = ("practices", "members", "questions", "rounds", "broadcasts", "teams", "deliveries", "lines")
COUNTED = re.compile(r"(?<![0-9a-zA-Z])70\d{5}(?![0-9a-zA-Z])")
MOST = 40  # fillings of each button


def count_on_from_afar(connection: Connection) -> None:
    """Give every row a far higher number, and so every row that comes after it."""
    for table in metadata.sorted_tables:
        moved = {
            column.name: column + FAR
            for column in table.columns
            if isinstance(column.type, (sa.Integer, sa.BigInteger))
            and ((column.name == "id" and column.primary_key) or column.foreign_keys)
        }
        if moved:
            connection.execute(sa.update(table).values(moved))


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Rehearsal, Place]]:
    """An organisation that was furnished when every table had counted far already."""
    file: Path = tmp_path_factory.mktemp("counted") / "test.db"
    database = Database(sqlite_url(file))
    upgrade(database)
    stage = Stage(database, name="Eerder")
    furnish(stage, "Eerder")
    with database.transaction() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        count_on_from_afar(connection)
    stage.restart()
    with database.transaction() as connection:
        stage.organisation = organisations.add(connection, "Proef", "nl", "Europe/Amsterdam", stage.now)
    place = furnish(stage, "Proef")
    yield Rehearsal(stage), place
    database.close()


def test_rows__are_counted_from_afar(counted: tuple[Rehearsal, Place]) -> None:
    rehearsal, _ = counted
    with rehearsal.stage.database.reading() as connection:
        for name in LARGE:
            table = metadata.tables[name]
            assert connection.execute(sa.select(sa.func.min(table.c.id))).scalar_one() > FAR, name


def test_number_of_a_row__is_in_no_button_link_or_file(
    counted: tuple[Rehearsal, Place], capsys: pytest.CaptureFixture[str]
) -> None:
    rehearsal, place = counted
    found, seen = [], 0
    with rehearsal.stage.database.reading() as connection:
        for table in (deliveries, lines):
            for payload in connection.execute(sa.select(table.c.payload)).scalars():
                seen += 1
                found += [f"{table.name}: {one}" for one in COUNTED.findall(json.dumps(payload))]
    for who, person in place.people.items():
        for name in rehearsal.stage.routes.commands:
            with rehearsal.scene() as scene:
                heard = scene.says(person, f"/{command_words(name, 'nl')[0]}")
            seen += 1
            found += [f"/{name} by {who}: {one}" for one in COUNTED.findall(heard.raw + heard.told)]
    for kind in registered().values():
        every = filled(kind, place.names)
        if right_to(kind).names:
            plain = next(filled(kind, dict.fromkeys(right_to(kind).names, ("",))))
            every = iter(like(plain, place.names))
        for pressed in islice(every, MOST):
            for who in ("member", "coordinator"):
                with rehearsal.scene() as scene:
                    heard = scene.presses(place.people[who], pressed)
                data = [one.data for spoken in heard.spoken for row in spoken.rows for one in row]
                numbers = COUNTED.findall(f"{heard.raw} {heard.told} {data}")
                seen += 1
                found += [f"{pressed} by {who}: {one}" for one in numbers]
    with capsys.disabled():
        print(f"\npublic names: answers looked at {seen}, numbers of rows in them {len(found)}")
    assert not found, "\n".join(sorted(set(found))[:30])
