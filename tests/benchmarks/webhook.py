"""Ten thousand forged calls of the webhook: how many are accepted, and of how many the body was read.

python -m tests.benchmarks.webhook --calls 10000

They come in one by one at the program's own routes, with the database of a new installation behind them. A
call counts as accepted when it is answered with 2xx, or when anything of it is stored.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeAlias

import sqlalchemy as sa
from starlette.types import ASGIApp, Message

from bot.channels.telegram.intake import MOST_BYTES, SECRET_HEADER, Door, Reader, webhook_route
from bot.channels.telegram.promises import Promises
from bot.channels.web import create_app
from bot.core import core
from bot.lanes import Lanes
from bot.settings import read
from storage.database import Connection, sqlite_url
from storage.tables import deliveries, updates

KEY = "k" * 40
HEADER = SECRET_HEADER.lower().encode()
JSON = (b"content-type", b"application/json")


@dataclass(frozen=True)
class Call:
    """One call as it comes over the wire."""

    kind: str
    path: str
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes = b""
    method: str = "POST"
    pieces: int = 1
    endless: bool = False  # the body never comes to its end
    may_read: bool = False  # the secret is right, so the body may be read


Make: TypeAlias = "Callable[[random.Random, Door, int], Call]"


def update(number: int) -> bytes:
    """Return an update of somebody who says something."""
    person = {"id": 1001, "is_bot": False, "first_name": "Anna", "language_code": "nl"}
    return json.dumps(
        {
            "update_id": number,
            "message": {
                "message_id": number,
                "date": 1,
                "from": person,
                "chat": {"id": 1001, "type": "private"},
                "text": "/start",
            },
        }
    ).encode()


def true_call(door: Door, number: int) -> Call:
    """Return a call as Telegram makes it."""
    return Call("true", door.path, ((HEADER, door.secret.encode()), JSON), update(number), may_read=True)


# --- without the secret -----------------------------------------------------------------------------------


def _near(chance: random.Random, secret: str) -> bytes:
    """Return what is almost the secret."""
    at = chance.randrange(len(secret))
    other = chance.choice([one for one in "0123456789abcdefg" if one != secret[at]])
    return chance.choice(
        [
            secret[:at] + other + secret[at + 1 :],
            secret[:at] + secret[at + 1 :],
            secret[:at] + secret[at] + secret[at:],
            secret[:-1],
            secret + "0",
            secret + "\0",
            secret.upper(),
            secret[::-1],
            f"Bearer {secret}",
            f'"{secret}"',
            secret * 2,
            f"{secret},{secret}",
            secret[:at],
        ]
    ).encode()


def without_secret(chance: random.Random, door: Door, number: int) -> Call:
    """Return a call with no secret in its header, and perhaps with it elsewhere."""
    elsewhere: tuple[tuple[bytes, bytes], ...] = chance.choice(
        [
            (),
            ((b"authorization", door.secret.encode()),),
            ((b"cookie", b"secret=" + door.secret.encode()),),
            ((HEADER + b"s", door.secret.encode()),),
            ((HEADER.replace(b"-", b"_"), door.secret.encode()),),
            ((b"x-forwarded-" + HEADER, door.secret.encode()),),
        ]
    )
    return Call("no secret", door.path, (*elsewhere, JSON), update(number))


def near_secret(chance: random.Random, door: Door, number: int) -> Call:
    """Return a call with almost the secret."""
    return Call("a near secret", door.path, ((HEADER, _near(chance, door.secret)), JSON), update(number))


def other_secret(chance: random.Random, door: Door, number: int) -> Call:
    """Return a call with any other secret: empty, long, of other letters, or of another installation."""
    given = chance.choice(
        [
            b"",
            b" ",
            chance.randbytes(32).hex().encode(),
            Door.of(chance.randbytes(20).hex()).secret.encode(),
            bytes(chance.randrange(128, 256) for _ in range(64)),
            "sécret".encode(),
            b"a" * chance.randrange(1, 60_000),
            KEY.encode(),
            door.path.encode(),
        ]
    )
    return Call("another secret", door.path, ((HEADER, given), JSON), update(number))


def two_secrets(chance: random.Random, door: Door, number: int) -> Call:
    """Return a call with a wrong secret before the right one."""
    wrong = (HEADER, _near(chance, door.secret))
    return Call("two secrets", door.path, (wrong, (HEADER, door.secret.encode()), JSON), update(number))


def large_without_secret(chance: random.Random, door: Door, number: int) -> Call:
    """Return a call with much to read for who reads before looking."""
    headers = ((HEADER, _near(chance, door.secret)), JSON)
    return Call("much, and a near secret", door.path, headers, b"x" * 3_000_000, pieces=50)


def slow_without_secret(chance: random.Random, door: Door, number: int) -> Call:
    """Return a call that never comes to its end."""
    return Call(
        "slow, and a near secret", door.path, ((HEADER, _near(chance, door.secret)), JSON), endless=True
    )


# --- with the secret, which nobody but Telegram has ---------------------------------------------------------


def elsewhere(chance: random.Random, door: Door, number: int) -> Call:
    """Return a call with the right secret at another address, or by another method."""
    true = true_call(door, number)
    if chance.random() < 0.3:
        return replace(
            true, kind="another method", method=chance.choice(["GET", "PUT", "HEAD", "OPTIONS", "PATCH"])
        )
    at = chance.randrange(10, len(door.path))
    other = door.path[:at] + chance.choice("ghij") + door.path[at + 1 :]
    paths = [
        other,
        door.path[:-1],
        door.path + "0",
        door.path.upper(),
        "/telegram/",
        "/",
        "/telegram",
        "//" + door.path,
    ]
    return replace(true, kind="another address", path=chance.choice(paths))


def other_type(chance: random.Random, door: Door, number: int) -> Call:
    """Return a call that says it is no JSON."""
    given: list[tuple[tuple[bytes, bytes], ...]] = [
        (),
        *(
            ((b"content-type", one),)
            for one in (
                b"",
                b"text/plain",
                b"application/x-www-form-urlencoded",
                b"multipart/form-data; boundary=a",
            )
        ),
        *(((b"content-type", one),) for one in (b"text/html;application/json", b"application/jsonp", b"*/*")),
    ]
    true = true_call(door, number)
    return replace(true, kind="another type", headers=(true.headers[0], *chance.choice(given)))


def too_much(chance: random.Random, door: Door, number: int) -> Call:
    """Return a call of more than a megabyte, said, not said, or lied about."""
    true = true_call(door, number)
    length = chance.choice([None, b"10", b"0", b"-1", b"1e3", b"9" * 30, b"", b"2000000", "１０".encode()])
    headers = true.headers if length is None else (*true.headers, (b"content-length", length))
    body = update(number)[:-1] + b" " * (MOST_BYTES + chance.randrange(1, 500_000)) + b"}"
    return replace(true, kind="too much", headers=headers, body=body, pieces=chance.randrange(1, 40))


def nonsense(chance: random.Random, door: Door, number: int) -> Call:
    """Return a call that is no update."""
    body = chance.choice(
        [
            b"",
            b"{",
            b"[]",
            b"null",
            b"7",
            b'"a"',
            b"{}",
            b'{"update_id": "1"}',
            b'{"update_id": null}',
            b'{"update_id": 1.5}',
            b"[" * 500_000,
            b'{"a":' * 100_000,
            b"\xff\xfe{}",
            b"\0" * 100,
            b'{"update_id": ' + b"9" * 10_000 + b"}",
            update(number)[:-1],
            update(number) + b"}",
            b'{"update_id": NaN}',
        ]
    )
    return replace(true_call(door, number), kind="nonsense", body=body)


FORGERS: tuple[tuple[Make, int], ...] = (
    (without_secret, 20),
    (near_secret, 30),
    (other_secret, 12),
    (two_secrets, 8),
    (large_without_secret, 4),
    (slow_without_secret, 4),
    (elsewhere, 8),
    (other_type, 6),
    (too_much, 2),
    (nonsense, 6),
)


def forged(count: int, door: Door, seed: int = 7) -> Iterator[Call]:
    """Yield calls that nobody but a forger makes."""
    chance = random.Random(seed)
    makers = chance.choices([make for make, _ in FORGERS], [share for _, share in FORGERS], k=count)
    for number, make in enumerate(makers, start=1):
        yield make(chance, door, number)


# --- the program ------------------------------------------------------------------------------------------


@dataclass
class Office:
    """The program with its webhook, and what it stored."""

    app: ASGIApp
    door: Door
    read: Callable[..., Any]

    async def stored(self) -> int:
        """Return how many rows there are of what came in and of what was said."""
        return int(await self.read(_count))


def _count(connection: Connection) -> int:
    each = (sa.select(sa.func.count()).select_from(table) for table in (updates, deliveries))
    return sum(connection.execute(one).scalar_one() for one in each)


@asynccontextmanager
async def office(folder: Path) -> AsyncIterator[Office]:
    """Open the program with its routes, and no server in front."""
    settings = read(
        _env_file=None, database_url=sqlite_url(folder / "test.db"), secret_key=KEY, data_dir=folder
    )
    door = Door.of(KEY)
    async with core(settings) as (engine, worker, speaker):
        reader = Reader(Lanes(engine.handle), lambda query, taken: None)
        route = webhook_route(reader, door, Promises(engine))
        app = create_app(
            settings=settings, engine=engine, worker=worker, speaker=speaker, extra_routes=[route]
        )
        yield Office(app, door, worker.read)


@dataclass
class Answer:
    """What a call was answered, and how much of its body was read."""

    status: int = 0
    read: int = 0
    seconds: float = 0.0


async def knock(app: ASGIApp, call: Call) -> Answer:
    """Make a call and return the answer."""
    answer = Answer()
    size = max(1, -(-len(call.body) // call.pieces))
    parts = [call.body[at : at + size] for at in range(0, len(call.body), size)] or [b""]

    async def receive() -> Message:
        answer.read += 1
        if call.endless:
            await asyncio.sleep(3600)
        part = parts.pop(0) if parts else b""
        return {"type": "http.request", "body": part, "more_body": bool(parts)}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": call.method,
        "scheme": "http",
        "path": call.path,
        "raw_path": call.path.encode(),
        "query_string": b"secret=1",
        "headers": [(b"host", b"test"), *call.headers],
        "client": ("127.0.0.1", 1),
        "server": ("test", 80),
    }
    began = time.perf_counter()
    async with asyncio.timeout(60):
        await app(scope, receive, send)
    answer.seconds = time.perf_counter() - began
    return answer


@dataclass
class Figures:
    """What became of all calls."""

    calls: int = 0
    accepted: int = 0
    read_without_secret: int = 0
    troubled: int = 0
    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)


async def campaign(there: Office, count: int) -> Figures:
    """Make forged calls, and between them none that is true."""
    found = Figures()
    before = await there.stored()
    for call in forged(count, there.door):
        answer = await knock(there.app, call)
        found.calls += 1
        found.accepted += 200 <= answer.status < 300
        found.read_without_secret += bool(answer.read) and not call.may_read
        found.troubled += answer.status >= 500
        found.statuses[call.kind, answer.status] += 1
    found.accepted += await there.stored() - before
    return found


async def timing(there: Office, count: int) -> float:
    """Return what a secret takes that is wrong at its end, of one that is wrong at its beginning."""
    secret = there.door.secret
    ways = {"first": "x" + secret[1:], "last": secret[:-1] + "x"}
    took: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(count):
        for name, given in ways.items():
            call = Call(name, there.door.path, ((HEADER, given.encode()), JSON), b"{}")
            took[name].append((await knock(there.app, call)).seconds)
    return statistics.median(took["last"]) / statistics.median(took["first"])


async def run(count: int) -> int:
    """Print the figures, and return 1 when a forged call was accepted."""
    with tempfile.TemporaryDirectory() as folder:
        async with office(Path(folder)) as there:
            found = await campaign(there, count)
            ratio = await timing(there, min(2000, count))
            control = await knock(there.app, true_call(there.door, 10**6))
    for (kind, status), times in sorted(found.statuses.items()):
        print(f"  {times:6} × {status}  {kind}")
    print(f"{found.calls} forged calls: {found.accepted} accepted, {found.troubled} answered with 5xx")
    print(f"{found.read_without_secret} bodies read before the secret was right")
    print(f"a secret that is wrong at its end takes {ratio:.2f} of one that is wrong at its beginning")
    print(f"and a true call is answered {control.status}")
    return int(bool(found.accepted or found.read_without_secret or found.troubled or control.status != 200))


def main() -> int:
    """Read the arguments and run."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--calls", type=int, default=10_000)
    return asyncio.run(run(asked.parse_args().calls))


if __name__ == "__main__":
    sys.exit(main())
