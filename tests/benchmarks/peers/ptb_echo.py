"""The bare echo bot of python-telegram-bot: polling, one update at a time, everything as it comes.

Run: python -m tests.benchmarks.peers.ptb_echo --base-url http://127.0.0.1:PORT --token T
"""

from __future__ import annotations

import argparse

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say the text back."""
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


def main() -> None:
    """Answer until a signal comes."""
    options = argparse.ArgumentParser()
    options.add_argument("--base-url", required=True)
    options.add_argument("--token", required=True)
    options.add_argument("--concurrent", type=int, default=0, help="updates at once; 0 is one by one")
    given = options.parse_args()
    builder = Application.builder().token(given.token).base_url(f"{given.base_url}/bot")
    if given.concurrent:
        builder = builder.concurrent_updates(given.concurrent).connection_pool_size(given.concurrent)
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
