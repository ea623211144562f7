"""Ask Telegram once who this bot is: to check a token and to make links.

Without the chat library and outside its package, which would make every command start a second later.
"""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

MOST_BYTES = 65_536


class CannotReach(Exception):
    """No answer of Telegram's came; the message says in a few words why, never with the token."""


class TokenRefused(Exception):
    """Telegram does not know this token (any more)."""

    def __init__(self) -> None:
        super().__init__("TELEGRAM_BOT_TOKEN: Telegram refuses this token")


@dataclass(frozen=True)
class Myself:
    """Who the bot is, and what time Telegram says it is."""

    name: str
    username: str
    moment: datetime | None


def myself(base_url: str, token: str, seconds: float = 5.0) -> Myself:
    """Return who the bot of `token` is; raise CannotReach or TokenRefused."""
    request = Request(f"{base_url}/bot{token}/getMe", headers={"User-Agent": "kopgroep"})  # noqa: S310
    try:
        with urlopen(request, timeout=seconds) as answer:  # noqa: S310
            found = json.loads(answer.read(MOST_BYTES))
            moment = _moment(answer.headers.get("Date"))
    except HTTPError as error:
        with error:
            if error.code in (401, 404):
                raise TokenRefused from None
        raise CannotReach(f"HTTP {error.code}") from None
    except (OSError, http.client.HTTPException) as error:
        # The reason of the innermost error: the outer ones may repeat the address, and with it the token.
        reason = getattr(error, "reason", error)
        raise CannotReach(getattr(reason, "strerror", None) or type(reason).__name__) from None
    except ValueError:
        raise CannotReach("no JSON") from None
    return _read(found, moment)


def chat_link(username: str) -> str:
    """Return the start of a link into the chat with a bot; the code behind it is handed over at the start."""
    return f"https://t.me/{username}?start="


def _read(found: Any, moment: datetime | None) -> Myself:
    result = found.get("result") if isinstance(found, dict) else None
    if not isinstance(result, dict) or not isinstance(result.get("username"), str):
        raise CannotReach("no bot")
    return Myself(str(result.get("first_name", "")), result["username"], moment)


def _moment(header: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(header).astimezone(UTC) if header else None
    except ValueError:
        return None
