"""The echo as a program of its own, to be killed: real storage, real engine, real Telegram channel.

Run: python -m tests.channels.echo_bot --base-url http://127.0.0.1:PORT --token T --database FILE
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal

from bot.channels.telegram.intake import Patience
from bot.settings import Mode
from storage.database import Database
from tests.channels.echo import office


async def run(given: argparse.Namespace) -> None:
    """Answer until SIGTERM."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    database = Database(given.database)
    async with office(
        database,
        given.base_url,
        given.token,
        mode=Mode(given.mode),
        port=given.port,
        patience=Patience(),
        per_second=given.per_second,
        window=given.window,
    ):
        print("ready", flush=True)
        await stop.wait()
    database.close()


def main() -> None:
    """Read the options and run."""
    options = argparse.ArgumentParser()
    options.add_argument("--base-url", required=True)
    options.add_argument("--token", required=True)
    options.add_argument("--database", required=True, help="a migrated database, as a URL")
    options.add_argument("--mode", default="polling")
    options.add_argument("--port", type=int, default=0, help="for the webhook; must stay the same")
    options.add_argument("--per-second", type=float, default=0, help="0 does not pace")
    options.add_argument("--window", type=int, default=2)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(run(options.parse_args()))


if __name__ == "__main__":
    main()
