"""Telling words in everything people and operators hand over, and where they are found afterwards: nowhere.

python -m tests.benchmarks.log_canary

The program runs as it is started, with the log at its most talkative. People talk on Telegram and on the
page, what they say breaks the database, Telegram refuses with their words in its description, the process is
killed, commands are called. Then all it wrote is searched, and the arguments of every process it started.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import secrets
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from content import speech
from domain.people import Role
from handlers.kit.buttons import encode
from handlers.kit.doors import ShowPractice
from storage import invitations, organisations
from storage.database import Database, sqlite_url
from storage.migrate import upgrade
from tests.benchmarks.bombs import book
from tests.benchmarks.processes import free_port, running
from tests.emulator import Emulator, Person

TOKEN = "123456789:AAkanarietokenKanarietokenKanariet"
# Each stands for something that somebody handed over. Searched whatever their capitals.
CANARIES = {
    "a message": "kanariebericht",
    "a name": "kanarievoornaam",
    "a surname": "kanarieachternaam",
    "an account": "kanarieaccount",
    "a telephone number": "0687654321",
    "an e-mail address": "kanarie@voorbeeld.nl",
    "a BSN": "111222333",
    "a file's name": "kanariebestand",
    "a file's words": "kanarieinhoud",
    "a link": "kanarielink000000000",
    "a cookie": "kanariekoekje",
    "a header": "kanariekop",
    "Telegram's token": "kanarietoken",
    "the secret key": "kanariesleutel",
    "a key of a service": "kanariedienst",
    "an organisation": "kanariekring",
}
SAYS = (
    "Wie kent {a message}? Mijn nummer is {a telephone number} en {an e-mail address}, BSN {a BSN}.",
    "<b>{a message}</b> \x00\u202e '; DROP TABLE x;--",
)
CODE = re.compile(r"E-[0-9a-f]{6}")


@dataclass
class Heard:
    """What was written down and seen during a run."""

    folder: Path
    arguments: set[str] = field(default_factory=set)
    answers: list[str] = field(default_factory=list)  # what people were told

    @property
    def written(self) -> dict[str, str]:
        """All that the program wrote on standard error and output, per file."""
        return {one.name: one.read_text("utf-8", "replace") for one in sorted(self.folder.glob("*.log"))}

    def found(self) -> Counter[str]:
        """Count each canary in what was written and in the arguments of processes."""
        count: Counter[str] = Counter()
        for place, text in {**self.written, "arguments": "\n".join(self.arguments)}.items():
            for name, word in CANARIES.items():
                times = text.lower().count(word)
                if times:
                    count[f"{name} in {place}"] += times
        return count

    def codes(self) -> tuple[set[str], set[str]]:
        """Return the codes that people were told, and those of them that are in no log."""
        told = {code for one in self.answers for code in CODE.findall(one)}
        logged = set(CODE.findall("\n".join(self.written.values())))
        return told, told - logged

    def look(self, group: int) -> None:
        """Note the arguments of every process of the program."""
        for file in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError, ValueError, IndexError):
                if int(file.read_text("ascii", "replace").rpartition(")")[2].split()[2]) == group:
                    self.arguments.add((file.parent / "cmdline").read_text("utf-8", "replace"))


def filled(words: str) -> str:
    """Return words with canaries in them."""
    for name, word in CANARIES.items():
        words = words.replace(f"{{{name}}}", word)
    return words


class Play:
    """One run of the program, with its people."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.heard = Heard(folder)
        self.file = folder / "data.db"
        self.port = free_port()

    def variables(self, address: str, mode: str) -> dict[str, str]:
        """Return the settings, with a canary wherever one may be."""
        return {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_BASE_URL": address,
            "TELEGRAM_MODE": mode,
            "TELEGRAM_PER_SECOND": "0",
            "TURNS_PER_MINUTE": "0",
            "DATABASE_URL": sqlite_url(self.file),
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "PUBLIC_URL": f"http://127.0.0.1:{self.port}" if mode == "webhook" else "",
            "SECRET_KEY": "kanariesleutel" * 4,
            "DATA_DIR": str(self.folder),
            "LOG_LEVEL": "DEBUG",
            "EMBEDDINGS_URL": "http://127.0.0.1:9/kanariedienst",
            "EMBEDDINGS_MODEL": "kanariedienst",
            "EMBEDDINGS_KEY": "kanariedienst",
            "COLUMNS": "200",
        }

    def prepare(self) -> list[str]:
        """Make an organisation with a telling name, and return codes to come in."""
        database = Database(sqlite_url(self.file))
        upgrade(database)
        now = datetime.now(UTC)
        with database.transaction() as connection:
            made = organisations.add(connection, CANARIES["an organisation"], "nl", "Europe/Amsterdam", now)
            codes = [
                invitations.make(
                    connection,
                    made.id,
                    role=role,
                    uses=None,
                    expires_at=now + timedelta(days=1),
                    now=now,
                )
                for role in (Role.member, Role.coordinator)
            ]
        database.close()
        return codes

    @asynccontextmanager
    async def program(self, name: str, address: str, mode: str) -> AsyncIterator[asyncio.subprocess.Process]:
        """Run it, with what it writes in files."""
        log = self.folder / f"{name}.log"
        command = (sys.executable, "-m", "bot", "run")
        variables = self.variables(address, mode)
        async with running(command, log=log, folder=self.folder, variables=variables) as process:
            assert process.stdout is not None
            said = asyncio.create_task(process.stdout.read())
            looking = asyncio.create_task(self._look_often(process.pid))
            try:
                await self._listens()
                yield process
            finally:
                looking.cancel()
                with contextlib.suppress(ProcessLookupError):
                    process.terminate()
                try:
                    async with asyncio.timeout(20):
                        (self.folder / f"{name}-out.log").write_bytes(await said)
                except TimeoutError:
                    process.kill()

    async def _look_often(self, group: int) -> None:
        while True:
            self.heard.look(group)
            await asyncio.sleep(0.02)

    async def _listens(self) -> None:
        async with asyncio.timeout(60), httpx.AsyncClient() as client:
            while True:
                with contextlib.suppress(httpx.TransportError):
                    if (await client.get(f"http://127.0.0.1:{self.port}/healthz")).status_code == 200:
                        return
                await asyncio.sleep(0.1)

    # --- what people do ---------------------------------------------------------------------------------

    async def chat(self, emulator: Emulator, codes: list[str], *, short: bool) -> None:
        """Let two people say everything they can on Telegram."""
        for number, code in enumerate(codes):
            someone = emulator.person(
                "Kanarievoornaam",
                username=f"kanarieaccount{number}",
                last_name="Kanarieachternaam",
                started=True,
            )
            await someone.says(f"/start {code}")
            await someone.sees("", within=20)
            await self._agree(someone)
            commands = sorted(set(speech.commands()) - {"stop", "start"})
            for word in commands[:: 6 if short else 1]:
                await someone.says(f"/{word} {filled(SAYS[0])}")
            for words in SAYS:
                await someone.says(filled(words))
                await someone.forwards(filled(words), "Kanarieachternaam")
                await someone.edits(await someone.says(filled(words)), filled(words) + " anders")
            await someone.sends_contact(CANARIES["a telephone number"])
            await someone.sends_document("kanariebestand.csv", b"titel;situatie\nkanarieinhoud;x\n")
            await someone.sends_document("kanariebestand.xlsx", book()[:300])
            await someone.sends_photo(filled(SAYS[0]))
            await asyncio.sleep(0.2)
        await emulator.until_confirmed(60)

    async def _agree(self, someone: Person) -> None:
        async with asyncio.timeout(20):
            while not someone.buttons():  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        await someone.taps(someone.buttons()[0])
        await asyncio.sleep(0.5)

    async def browse(self, code: str) -> None:
        """Come in on the page, and ask for all kinds of things that are not there."""
        async with httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{self.port}",
            headers={
                "sec-fetch-site": "same-origin",
                "user-agent": "kanariekop",
                "x-forwarded-for": "kanariekop",
            },
            timeout=20,
        ) as client:
            form = {"name": "Kanarievoornaam", "language": "nl", "form_id": secrets.token_urlsafe(16)}
            await client.post(f"/join/{code}", data=form)
            for path in ("join", "in", "p", "static", "file", "telegram", ".env"):
                await client.get(f"/{path}/kanarielink000000000", params={"q": "kanariebericht"})
            await client.post("/in/kanarielink000000000")
            for words in SAYS:
                said = {"id": secrets.token_hex(8), "text": filled(words)}
                self.heard.answers.append((await client.post("/say", json=said)).text)
                await client.post("/say", data=said)
                await client.post("/tap", json={**said, "data": "kanariebericht", "line": "1"})
            button = {"id": secrets.token_hex(8), "data": encode(ShowPractice("kanarie")), "line": "0"}
            await client.post("/tap", json=button)
            await client.post(
                "/say", content=b"{kanariebericht", headers={"content-type": "application/json"}
            )
            upload = {"file": ("kanariebestand.csv", b"titel\nkanarieinhoud\n")}
            await client.post("/import", files=upload, data={"id": secrets.token_hex(8)})
            self.heard.answers.append((await client.get("/")).text)
            await client.get("/", headers={"cookie": "kopgroep=kanariekoekje"})
            await client.post(
                "/say", headers={"sec-fetch-site": "cross-site"}, json={"text": "kanariebericht"}
            )

    async def break_(self, emulator: Emulator, code: str) -> None:
        """Let the database refuse what people say, and Telegram what is said to them."""
        with contextlib.closing(sqlite3.connect(self.file, timeout=20)) as raw:
            for table in ("questions", "conversations"):
                for event in ("INSERT", "UPDATE"):
                    raw.execute(
                        f"CREATE TRIGGER IF NOT EXISTS break_{table}_{event} BEFORE {event} ON {table} "
                        "BEGIN SELECT RAISE(ABORT, 'kanariebericht'); END"
                    )
            raw.commit()
        someone = emulator.person("Kanarievoornaam", started=True)
        await someone.says(f"/start {code}")
        await someone.sees("", within=20)
        await self._agree(someone)
        for words in (
            filled(SAYS[0]),
            "/deel",
            filled("/deel {a message}"),
            filled("{a message} bij geldzorgen?"),
        ):
            await someone.says(words)
        await emulator.until_confirmed(60)
        await asyncio.sleep(1)
        await self.browse(code)
        for status in (400, 403, 500, 429):
            more = {"retry_after": 1} if status == 429 else {"description": "Bad Request: kanariebericht"}
            emulator.trouble.fail("sendMessage", status=status, **more)
            await someone.says(filled("{a message} " + str(status)))
            await asyncio.sleep(0.3)
        emulator.trouble.clear()
        self.heard.answers += [one.plain for one in someone.received]

    def commands(self) -> None:
        """Call commands of the operator, with what is no secret of theirs and what is broken."""
        table = self.folder / "kanariebestand.csv"
        table.write_text("titel;situatie;aanpak;resultaat;let op\nkanarieinhoud;a;b;c;\n")
        variables = self.variables("http://127.0.0.1:9", "polling")
        for words in ("check", "organisation list", "export", "retention", "version"):
            done = subprocess.run(
                [sys.executable, "-m", "bot", *words.split()],
                cwd=self.folder,
                env={**os.environ, **variables, "PYTHONPATH": os.getcwd()},
                capture_output=True,
                check=False,
            )
            # What an operator asked for may name their own organisation; what goes wrong may name nobody.
            (self.folder / f"command-{words.split()[0]}.log").write_bytes(done.stderr)


async def run(folder: Path, *, short: bool = False) -> Heard:
    """Do it all in a folder, and return what was heard."""
    play = Play(folder)
    codes = play.prepare()
    async with Emulator(token=TOKEN) as emulator:
        async with play.program("polling", emulator.address, "polling") as process:
            await play.chat(emulator, codes, short=short)
            await play.browse(codes[0])
            process.kill()  # in the middle of whatever goes on
        async with play.program("after-a-kill", emulator.address, "polling"):
            await play.break_(emulator, codes[1])
        if not short:
            async with play.program("webhook", emulator.address, "webhook"):
                await play.chat(emulator, codes, short=True)
            play.commands()
    return play.heard


def main() -> int:
    """Print what was found, and return 1 when that is anything."""
    with tempfile.TemporaryDirectory(prefix="kg-canary-") as name:
        heard = asyncio.run(run(Path(name)))
        found, (told, lost) = heard.found(), heard.codes()
        size = sum(map(len, heard.written.values()))
        for place, times in found.most_common():
            print(f"  FOUND {place}: {times} times")
        print(f"{len(CANARIES)} canaries in what people and operators hand over; {size:,} characters written")
        count, started = sum(found.values()), len(heard.arguments)
        print(f"{count} found in logs, errors and the arguments of {started} processes")
        print(f"{len(told)} codes told to people, {len(lost)} of them in no log")
    return int(bool(found or lost or not told))


if __name__ == "__main__":
    sys.exit(main())
