"""The links that lead into the program."""

from __future__ import annotations


def join_link(address: str, code: str) -> str:
    """Return the link with which somebody joins in the browser."""
    return f"{address}/join/{code}"


def telegram_link(username: str, code: str) -> str:
    """Return the link that opens the chat with the bot, with a code that is handed over at the start."""
    return f"https://t.me/{username}?start={code}"
