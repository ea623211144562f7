"""Read the parameters of a call from a form, multipart or JSON body."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from tests.emulator.refusal import bad_request


@dataclass(slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime: str
    data: bytes


@dataclass(slots=True)
class Params:
    """The values and files of a call, read as the type a method expects."""

    values: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        """Return a string, None if it was not given."""
        value = self.values.get(name)
        return None if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        """Return a whole number."""
        value = self.values.get(name, default)
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f"invalid {name} specified") from None

    def flag(self, name: str) -> bool:
        """Return a yes or no; no if it was not given."""
        return str(self.values.get(name, "")).lower() in {"true", "1"}

    def json(self, name: str) -> Any:
        """Return an object or list, None if it was not given or empty."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None

    def chat(self) -> int:
        """Return the number of the chat the call is about."""
        value = self.values.get("chat_id")
        if value is None or value == "":
            raise bad_request("chat_id is empty")
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request("chat not found") from None


async def read(request: web.BaseRequest) -> Params:
    """Return the parameters of a request; those in the address count too."""
    params = Params(dict(request.query)) if request.query_string else Params()
    if request.method != "POST" or not request.can_read_body:
        return params
    kind = request.content_type
    if kind == "application/x-www-form-urlencoded":
        params.values.update(parse_qsl((await request.read()).decode(), keep_blank_values=True))
    elif kind == "application/json":
        params.values.update(_object(await request.read()))
    elif kind == "multipart/form-data":
        await _multipart(request, params)
    return params


def _object(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body or b"{}")
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise bad_request("can't parse JSON object")
    return found


async def _multipart(request: web.BaseRequest, params: Params) -> None:
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            params.files[name] = Upload(value.filename, value.content_type, value.file.read())
            value.file.close()
        elif isinstance(value, str):
            params.values[name] = value
        else:
            params.values[name] = bytes(value).decode()
