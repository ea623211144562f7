"""The table of what Telegram's errors mean."""

from __future__ import annotations

import warnings
from dataclasses import fields
from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.telegram.errors import Kind, Meaning, meaning
from bot.channels.telegram.request import (
    CertainlyNotSent,
    NotAnsweredInTime,
    NotSentInTime,
    OutcomeUnknown,
)

# Descriptions as Telegram words them; the class is the one PTB makes of their status.
EXAMPLES: list[tuple[Exception, Kind]] = [
    (Forbidden("Forbidden: bot was blocked by the user"), Kind.gone),
    (Forbidden("Forbidden: user is deactivated"), Kind.gone),
    (Forbidden("Forbidden: bot can't initiate conversation with a user"), Kind.gone),
    (Forbidden("Forbidden: bot can't send messages to bots"), Kind.gone),
    (Forbidden("Forbidden: bot was kicked from the group chat"), Kind.gone),
    (Forbidden("Forbidden: bot was kicked from the supergroup chat"), Kind.gone),
    (Forbidden("Forbidden: bot is not a member of the channel chat"), Kind.gone),
    (Forbidden("Forbidden: the group chat was deleted"), Kind.gone),
    (BadRequest("Bad Request: chat not found"), Kind.gone),
    (BadRequest("Bad Request: user not found"), Kind.gone),
    (BadRequest("[Error]: Bad Request: user not found"), Kind.gone),
    (BadRequest("Bad Request: PEER_ID_INVALID"), Kind.gone),
    (BadRequest("Bad Request: group chat was deactivated"), Kind.gone),
    (BadRequest("Bad Request: have no rights to send a message"), Kind.gone),
    (BadRequest("Bad Request: not enough rights to send text messages to the chat"), Kind.gone),
    (BadRequest("Bad Request: CHAT_WRITE_FORBIDDEN"), Kind.gone),
    (BadRequest("Bad Request: need administrator rights in the channel chat"), Kind.gone),
    (
        BadRequest(
            "Bad Request: message is not modified: specified new message content and reply markup are "
            "exactly the same as a current content and reply markup of the message"
        ),
        Kind.unchanged,
    ),
    (BadRequest("Bad Request: message to delete not found"), Kind.unchanged),
    (
        BadRequest("Bad Request: query is too old and response timeout expired or query ID is invalid"),
        Kind.too_late,
    ),
    (BadRequest("Bad Request: message to edit not found"), Kind.too_late),
    (BadRequest("Bad Request: message can't be edited"), Kind.too_late),
    (BadRequest("Bad Request: there is no text in the message to edit"), Kind.too_late),
    (BadRequest("Bad Request: MESSAGE_ID_INVALID"), Kind.too_late),
    (BadRequest("Bad Request: message can't be deleted for everyone"), Kind.too_late),
    (BadRequest("Bad Request: message to be replied not found"), Kind.too_late),
    (BadRequest("Bad Request: message text is empty"), Kind.ours),
    (BadRequest("Bad Request: message is too long"), Kind.ours),
    (BadRequest("Bad Request: BUTTON_DATA_INVALID"), Kind.ours),
    (BadRequest('Bad Request: can\'t parse entities: unsupported start tag "x" at byte offset 5'), Kind.ours),
    (BadRequest('Bad Request: can\'t parse entities: unsupported start tag "chat not found"'), Kind.ours),
    (BadRequest("Bad Request: wrong file identifier/HTTP URL specified"), Kind.ours),
    (BadRequest("Bad Request: something Telegram has not said before"), Kind.ours),
    (BadRequest("Bad Request: Logged out"), Kind.unauthorised),
    (InvalidToken("Unauthorized"), Kind.unauthorised),
    (InvalidToken("Not Found"), Kind.unauthorised),
    (
        Conflict(
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance "
            "is running"
        ),
        Kind.conflict,
    ),
    (
        Conflict(
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the "
            "webhook first"
        ),
        Kind.conflict,
    ),
    (CertainlyNotSent("aiohttp.ClientConnectorDNSError"), Kind.retry_certain),
    (NotSentInTime(), Kind.retry_certain),
    (OutcomeUnknown("aiohttp.ServerDisconnectedError"), Kind.retry_unknown),
    (NotAnsweredInTime(), Kind.retry_unknown),
    (TimedOut(), Kind.retry_unknown),
    (NetworkError("Internal Server Error"), Kind.retry_unknown),
    (NetworkError("Bad Gateway"), Kind.retry_unknown),
    (NetworkError("Gateway Timeout (504). Parsing the server response b'' failed"), Kind.retry_unknown),
    (NetworkError("Request Entity Too Large"), Kind.ours),
    (TimeoutError(), Kind.retry_unknown),
    (EndPointNotFound("Endpoint 'sendNothing' not found in Bot API"), Kind.ours),
    (TelegramError("Something new"), Kind.ours),
    (KeyError("result"), Kind.ours),
]


@pytest.mark.parametrize(("error", "kind"), EXAMPLES, ids=lambda value: repr(value)[:70])
def test_meaning__each_error_has_one(error: Exception, kind: Kind) -> None:
    assert meaning(error) == Meaning(kind)


def test_meaning__every_kind_has_an_example() -> None:
    assert {kind for _error, kind in EXAMPLES} | {Kind.moved} == set(Kind)


@pytest.mark.parametrize("ptb_timedelta", ["0", "1"])
@pytest.mark.parametrize(("given", "seconds"), [(35, 35.0), (timedelta(minutes=2), 120.0)])
def test_meaning__a_flood_names_its_seconds_without_a_warning(
    ptb_timedelta: str, given: int | timedelta, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", ptb_timedelta)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # PTB's constructor warns by itself
        error = RetryAfter(given)
    assert meaning(error) == Meaning(Kind.retry_certain, wait=seconds)


def test_meaning__a_flood_without_parameters_is_read_from_its_words() -> None:
    assert meaning(NetworkError("Too Many Requests: retry after 5")) == Meaning(Kind.retry_certain, wait=5.0)
    bare = NetworkError("Too Many Requests (429). Parsing the server response b'' failed")
    assert meaning(bare) == Meaning(Kind.retry_certain)


def test_meaning__a_moved_group_names_its_new_id() -> None:
    assert meaning(ChatMigrated(-1001234567890)) == Meaning(Kind.moved, moved_to=-1001234567890)


def test_meaning__holds_no_text() -> None:
    assert {field.name for field in fields(Meaning)} == {"kind", "wait", "moved_to"}


@pytest.mark.parametrize(
    "error", [CertainlyNotSent("x"), NotSentInTime(), OutcomeUnknown("x"), NotAnsweredInTime()]
)
def test_errors__certain_and_unknown_are_network_errors_of_ptb_and_never_both(error: Exception) -> None:
    assert isinstance(error, NetworkError)
    assert isinstance(error, CertainlyNotSent) != isinstance(error, OutcomeUnknown)
