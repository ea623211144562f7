"""Calls to the Bot API whose answers stay as they came.

The library's own objects for updates and messages cost a fifth of a whole turn, and one update that they
cannot read would hold up all others in its batch. Its errors and its requests are used.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import urlencode

from telegram.request import RequestData

from bot.channels.telegram.request import AiohttpRequest
from bot.files import MadeFile

CONNECTIONS = 16
READ_SECONDS = 10.0


class Form:
    """The parameters of one call, in the shape of `RequestData`, which the library builds only for itself."""

    __slots__ = ("_files", "json_parameters")

    def __init__(self, parameters: Mapping[str, Any], files: Mapping[str, MadeFile]) -> None:
        self.json_parameters = {
            name: value if isinstance(value, str) else json.dumps(value) for name, value in parameters.items()
        }
        self._files = files

    @property
    def multipart_data(self) -> dict[str, tuple[str, bytes, str]]:
        """The files, as (name, content, type) by parameter."""
        return {name: (file.name, file.data, file.mime) for name, file in self._files.items()}

    def url_encoded_parameters(self) -> str:
        """Return the parameters as a form."""
        return urlencode(self.json_parameters)


class Api:
    """One bot's corner of the Bot API."""

    def __init__(self, token: str, base_url: str) -> None:
        self._url = f"{base_url}/bot{token}/"
        self._files = f"{base_url}/file/bot{token}/"
        # Waiting for a slot, connecting, writing and reading together stay under the time-out of a send.
        self._calls = AiohttpRequest(CONNECTIONS, read_timeout=READ_SECONDS, pool_timeout=10.0)
        # On a connection of its own, so that no reply ever waits behind a poll.
        self._polls = AiohttpRequest(1, read_timeout=READ_SECONDS)

    async def open(self) -> None:
        """Open the connections; again is harmless."""
        await self._calls.initialize()
        await self._polls.initialize()

    async def close(self) -> None:
        """Close the connections; what is sent afterwards is certainly not sent."""
        await self._calls.shutdown()
        await self._polls.shutdown()

    async def call(self, method: str, *, files: Mapping[str, MadeFile] | None = None, **given: Any) -> Any:
        """Call a method and return its result; raises the errors of `telegram.error`."""
        form = cast(RequestData, Form(given, files or {}))
        return await self._calls.post(self._url + method, form)

    async def download(self, path: str) -> bytes:
        """Return the file that `getFile` told the path of; raises the errors of `telegram.error`."""
        return await self._calls.retrieve(self._files + path)

    async def poll(self, *, offset: int, seconds: int, allowed: str) -> list[dict[str, Any]]:
        """Confirm every update below `offset`, and wait for others; `allowed` is a JSON list of kinds."""
        given = {"offset": offset, "timeout": seconds, "limit": 100, "allowed_updates": allowed}
        form = cast(RequestData, Form(given, {}))
        found = await self._polls.post(self._url + "getUpdates", form, read_timeout=seconds + READ_SECONDS)
        return cast("list[dict[str, Any]]", found)
