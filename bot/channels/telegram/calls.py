"""The calls for one message: whether one of them was cut off, and what had arrived by then."""

from __future__ import annotations

from typing import Any

from telegram.error import TelegramError

from bot.channels.telegram.api import Api


class Calls:
    """The Bot API for one message. A file that is made or waited for first is no call yet."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self.under_way = False  # stays so when a call is cut off: then nobody knows whether it arrived
        self.said = ""  # what Telegram calls the words that arrived, whatever becomes of their file

    async def call(self, method: str, **given: Any) -> Any:
        """Call a method and return its result; raises the errors of `telegram.error`."""
        self.under_way = True
        try:
            found = await self._api.call(method, **given)
        except TelegramError:
            self.under_way = False
            raise
        self.under_way = False
        return found
