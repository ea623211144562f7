"""What Telegram's errors mean for the one who sends: the one table of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
)

from bot.channels.telegram.request import CertainlyNotSent, OutcomeUnknown


class Kind(StrEnum):
    """What to do after an error."""

    retry_certain = "retry_certain"  # not done: send again, without a flag
    retry_unknown = "retry_unknown"  # perhaps done: send again once, flagged
    gone = "gone"  # the address cannot be reached: stop writing to it
    moved = "moved"  # the group has another id: use it and send again
    unchanged = "unchanged"  # it is as it should be: count it as done
    too_late = "too_late"  # what was to be answered or edited is out of reach: send a new message
    ours = "ours"  # our mistake: log it without text, do not repeat it
    unauthorised = "unauthorised"  # the bot's token is refused
    conflict = "conflict"  # another process polls, or a webhook is set


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an error means; it never holds a person's text."""

    kind: Kind
    wait: float | None = None  # seconds before anything may be sent again
    moved_to: int | None = None  # the group's new chat id


# The beginnings of descriptions, without their prefix and in small letters. Beginnings, because further on
# a description may quote what we sent: "can't parse entities: unsupported start tag "chat not found"…".
_BAD_REQUESTS: Mapping[Kind, tuple[str, ...]] = {
    Kind.gone: (
        "chat not found",
        "user not found",
        "peer_id_invalid",
        "user_is_blocked",
        "input_user_deactivated",
        "group chat was deactivated",
        "group chat was deleted",
        "channel_private",
        "have no rights to send a message",
        "have no write access to the chat",
        "not enough rights to send text messages",
        "need administrator rights in the channel chat",
        "chat_write_forbidden",
    ),
    Kind.unchanged: (
        "message is not modified",
        "message_not_modified",
        "message to delete not found",
    ),
    Kind.too_late: (
        "query is too old",
        "query_id_invalid",
        "message to edit not found",
        "message can't be edited",
        "message_id_invalid",
        "message can't be deleted",
        "message to be replied not found",
        "message to reply not found",
        "replied message not found",
        "reply message not found",
        "there is no text in the message to edit",
        "there is no caption in the message to edit",
        "there is no media in the message to edit",
    ),
    Kind.unauthorised: ("logged out",),
}
_BEGINNINGS = {beginning: kind for kind, beginnings in _BAD_REQUESTS.items() for beginning in beginnings}
_PREFIXES = ("bad request: ", "forbidden: ", "[error]: ")
_FLOOD = re.compile(r"too many requests(?:.*?retry after (\d+))?", re.DOTALL)


def meaning(error: Exception) -> Meaning:
    """Return what `error`, raised by a call of `telegram.Bot`, means."""
    match error:
        case RetryAfter():
            # Its attribute warns unless PTB_TIMEDELTA is set; the field behind it is always a timedelta.
            return Meaning(Kind.retry_certain, wait=error._retry_after.total_seconds())
        case ChatMigrated():
            return Meaning(Kind.moved, moved_to=error.new_chat_id)
        case CertainlyNotSent():
            return Meaning(Kind.retry_certain)
        case OutcomeUnknown():
            return Meaning(Kind.retry_unknown)
        case BadRequest():
            return Meaning(_of_bad_request(error.message))
        case NetworkError():
            return _of_refusal(error.message)
        case Forbidden():
            return Meaning(Kind.gone)
        case InvalidToken():
            return Meaning(Kind.unauthorised)
        case Conflict():
            return Meaning(Kind.conflict)
        case TimeoutError():  # the caller's own limit on a call that was under way
            return Meaning(Kind.retry_unknown)
        case _:
            return Meaning(Kind.ours)


def _of_bad_request(description: str) -> Kind:
    text = description.lower()
    for prefix in _PREFIXES:
        text = text.removeprefix(prefix)
    return next((kind for beginning, kind in _BEGINNINGS.items() if text.startswith(beginning)), Kind.ours)


def _of_refusal(description: str) -> Meaning:
    """Read an answer PTB has no class for: 5xx, 413, or a 429 that does not name its seconds as it should."""
    text = description.lower()
    if flood := _FLOOD.match(text):
        return Meaning(Kind.retry_certain, wait=float(flood[1]) if flood[1] else None)
    if text.startswith("request entity too large"):
        return Meaning(Kind.ours)
    return Meaning(Kind.retry_unknown)
