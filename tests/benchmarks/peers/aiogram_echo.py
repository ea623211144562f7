"""The bare echo bot of aiogram: polling, everything as it comes. aiogram is no dependency of ours.

Run: uv run --no-project --with aiogram python -m tests.benchmarks.peers.aiogram_echo \
    --base-url http://127.0.0.1:PORT --token T
"""

from __future__ import annotations

import argparse
import asyncio
from typing import Any


async def echo(message: Any) -> None:
    """Say the text back."""
    await message.answer(message.text)


def main() -> None:
    """Answer until a signal comes."""
    # Only here, so that the rest of the tests can be collected without aiogram.
    from aiogram import Bot, Dispatcher, F  # type: ignore[import-not-found]
    from aiogram.client.session.aiohttp import AiohttpSession  # type: ignore[import-not-found]
    from aiogram.client.telegram import TelegramAPIServer  # type: ignore[import-not-found]

    options = argparse.ArgumentParser()
    options.add_argument("--base-url", required=True)
    options.add_argument("--token", required=True)
    options.add_argument("--one-by-one", action="store_true", help="no task per update")
    given = options.parse_args()
    dispatcher = Dispatcher()
    dispatcher.message.register(echo, F.text)
    server = TelegramAPIServer.from_base(given.base_url)
    bot = Bot(given.token, session=AiohttpSession(api=server))
    asyncio.run(dispatcher.start_polling(bot, handle_as_tasks=not given.one_by_one))


if __name__ == "__main__":
    main()
