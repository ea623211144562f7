"""Files that Telegram keeps once it has them: of a message to many, only the first carries the bytes."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, defaultdict
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeAlias

from telegram.error import BadRequest

from bot.channels.telegram.calls import Calls
from bot.files import FileForgotten, Load, MadeFile

MOST = 100  # files whose name at Telegram is remembered

SendFile: TypeAlias = "Callable[..., Awaitable[Any]]"
"""Send a file with the parameters of its message, and return the message."""


async def send_file(calls: Calls, file: MadeFile, **given: Any) -> Any:
    """Send a file with its bytes."""
    method, part = _how(picture=file.picture)
    return await calls.call(method, files={part: file}, **given)


def _how(*, picture: bool) -> tuple[str, str]:
    return ("sendPhoto", "photo") if picture else ("sendDocument", "document")


class Kept:
    """What Telegram calls the files that people attached, by the name they have here."""

    def __init__(self, load: Load) -> None:
        self.load = load
        self._names: OrderedDict[str, tuple[bool, str]] = OrderedDict()
        self._first: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def sending(self, name: str, calls: Calls) -> SendFile:
        """Return how to send a file that somebody attached; raise FileForgotten."""
        if name in self._names:
            return partial(self._again, name, calls)
        file = await self.load(name)
        if file is None:
            raise FileForgotten
        return partial(self._send, name, file, calls)

    async def _send(self, name: str, file: MadeFile, calls: Calls, **given: Any) -> Any:
        """Send the bytes once; whoever comes meanwhile waits for what Telegram calls them."""
        async with self._first[name]:
            if name not in self._names:
                message = await send_file(calls, file, **given)
                self._remember(name, file.picture, message)
                return message
        return await self._again(name, calls, **given)

    def _remember(self, name: str, picture: bool, message: Any) -> None:
        self._names[name] = picture, (message["photo"][-1] if picture else message["document"])["file_id"]
        while len(self._names) > MOST:
            oldest, _ = self._names.popitem(last=False)
            self._first.pop(oldest, None)

    async def _again(self, name: str, calls: Calls, **given: Any) -> Any:
        picture, file_id = self._names[name]
        method, part = _how(picture=picture)
        known: dict[str, Any] = {part: file_id}
        try:
            return await calls.call(method, **given, **known)
        except BadRequest as error:
            if "file identifier" not in error.message:
                raise
        # Telegram does not know it any more: it gets the bytes once more.
        self._names.pop(name, None)
        return await (await self.sending(name, calls))(**given)
