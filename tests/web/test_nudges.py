"""A practice that is offered on the page, in both languages: it comes by itself, and one tap answers it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.clock import utc_now
from domain.people import Role
from storage import members
from storage.database import Connection, Database
from tests.nudging import AFTERNOON, MONDAY, TITLE, TUESDAY, settle
from tests.web.conftest import Program, running
from tests.web.test_broadcasts import screen, ticks, until

TALKS = {
    "nl": (
        "Dit past bij je werk: ‘Drie stapels post’.",
        ["Ik ga dit proberen", "Bekijk het", "Niet voor mij", "Minder sturen"],
        "staat bij je voornemens",
        "/minder",
        "Niets sturen",
    ),
    "en": (
        "This fits your work: ‘Drie stapels post’.",
        ["I will try this", "See it", "Not for me", "Send less"],
        "is among your plans",
        "/less",
        "Send nothing",
    ),
}


def _settle(connection: Connection, program: Program) -> None:
    bob, *_ = members.with_roles(connection, program.organisation.id, [Role.liaison])
    settle(connection, bob.id, program.now())


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_nudge__comes_by_itself_and_becomes_a_plan(
    database: Database, tmp_path: Path, language: str
) -> None:
    offered, labels, planned, less, nothing = TALKS[language]
    async with running(database, tmp_path) as program:
        program.ahead = MONDAY - utc_now()
        anna = await program.member("Anna", language=language)
        bob = await program.member("Bob", Role.liaison)
        await program.worker.write(_settle, program)
        await ticks(program)
        program.ahead = TUESDAY - utc_now()
        await ticks(program)
        assert TITLE not in await screen(anna)
        program.ahead = AFTERNOON - utc_now()
        await ticks(program)
        await until(anna, offered)
        line = next(one for one in reversed(await anna.lines()) if offered in "\n".join(one["paragraphs"]))
        assert [one["label"] for row in line["rows"] for one in row] == labels
        assert TITLE not in await screen(bob)
        await anna.press(labels[0])
        assert planned in await screen(anna)
        await anna.says(less)
        assert nothing in str((await anna.lines())[-1]["rows"])
