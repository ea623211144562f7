"""Telegram's limits on what a bot may send, as pure functions that return or raise RefusedError."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from tests.emulator.html import Entity, parse_html, units
from tests.emulator.refusal import bad_request

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
CALLBACK_LIMIT = 64
ALERT_LIMIT = 200
ROW_LIMIT = 8
BUTTON_LIMIT = 100

INLINE_ACTIONS = {
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
}
REPLY_ACTIONS = {
    "request_users",
    "request_chat",
    "request_managed_bot",
    "request_contact",
    "request_location",
    "request_poll",
    "web_app",
}
LOOKS = {"text", "icon_custom_emoji_id", "style"}
KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")
PRIVATE_ONLY = {"web_app", "request_users", "request_chat", "request_contact", "request_location"}

Formatted = tuple[str, list[Entity]]


def formatted(source: str, parse_mode: str | None, entities: list[Entity] | None = None) -> Formatted:
    """Return the plain, trimmed text with its entities."""
    if parse_mode and parse_mode.lower() != "html":
        raise bad_request(f"unsupported parse_mode: the emulator reads HTML only, not {parse_mode}")
    plain, found = parse_html(source) if parse_mode else (source, list(entities or []))
    return _trimmed(plain, found)


def message_text(
    source: str | None, parse_mode: str | None, entities: list[Entity] | None = None
) -> Formatted:
    """Check a text: 1 to 4,096 UTF-16 units after entities."""
    if not source:
        raise bad_request("message text is empty")
    plain, found = formatted(source, parse_mode, entities)
    if not plain:
        raise bad_request("text must be non-empty")
    if units(plain) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return plain, _inside(plain, found)


def caption(source: str | None, parse_mode: str | None, entities: list[Entity] | None = None) -> Formatted:
    """Check a caption: up to 1,024 UTF-16 units after entities."""
    plain, found = formatted(source or "", parse_mode, entities)
    if units(plain) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return plain, _inside(plain, found)


def alert(text: str | None) -> str:
    """Check the notice of a callback answer: up to 200 UTF-16 units."""
    if text and units(text) > ALERT_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    return text or ""


def reply_markup(markup: Any, *, private: bool = True) -> None:
    """Check the shape of a keyboard of any of the four kinds."""
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    kinds = [kind for kind in KINDS if kind in markup]
    if len(kinds) != 1:
        raise bad_request("can't parse reply keyboard markup JSON object: exactly one kind expected")
    if kinds[0] == "inline_keyboard":
        inline_keyboard(markup["inline_keyboard"], private=private)
    elif kinds[0] == "keyboard":
        reply_keyboard(markup["keyboard"], private=private)
    elif markup[kinds[0]] is not True:
        raise bad_request(f'field "{kinds[0]}" must be true')
    placeholder = markup.get("input_field_placeholder")
    if placeholder is not None and not 1 <= units(placeholder) <= 64:
        raise bad_request("input field placeholder must be 1-64 characters long")


def inline_keyboard(rows: Any, *, private: bool = True) -> None:
    """Check rows of inline buttons: labels, one action each, lengths and addresses."""
    for button in _buttons(rows):
        _inline_button(button, private)


def reply_keyboard(rows: Any, *, private: bool = True) -> None:
    """Check rows of reply buttons, where a bare string is a button too."""
    for button in _buttons(rows):
        if isinstance(button, str):
            button = {"text": button}
        _label(button, LOOKS | REPLY_ACTIONS)
        actions = REPLY_ACTIONS & button.keys()
        if len(actions) > 1:
            raise bad_request("can't parse keyboard button: more than one action")
        if actions & PRIVATE_ONLY and not private:
            raise bad_request("can't use this button type in groups: BUTTON_TYPE_INVALID")


def callback_data(data: Any) -> None:
    """Check the data of a button: 1 to 64 bytes of UTF-8."""
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= CALLBACK_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")


def button_url(url: Any) -> None:
    """Check the address behind a button: http, https or tg, with a host."""
    text = str(url)
    parts = urlsplit(text if "://" in text else f"http://{text}")
    if parts.scheme not in {"http", "https", "tg"} or not parts.netloc or (" " in text):
        raise bad_request(f"inline keyboard button URL '{text}' is invalid: Wrong HTTP URL")
    if parts.scheme != "tg" and "." not in parts.netloc and parts.hostname != "localhost":
        raise bad_request(f"inline keyboard button URL '{text}' is invalid: Wrong HTTP URL")


def commands(given: Any) -> list[dict[str, str]]:
    """Check a list of commands: up to 100, names of 1-32 of a-z, 0-9 and _, descriptions of 1-256."""
    if not isinstance(given, list) or len(given) > 100:
        raise bad_request(
            "BOT_COMMANDS_TOO_MUCH" if isinstance(given, list) else "expected an Array of BotCommand"
        )
    for command in given:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", str(command.get("command", ""))):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= units(str(command.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return given


def start_code(code: str) -> bool:
    """Tell whether a deep link may carry this code: 1-64 of A-Z, a-z, 0-9, _ and -."""
    return re.fullmatch(r"[A-Za-z0-9_-]{1,64}", code) is not None


def _buttons(rows: Any) -> list[Any]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("expected an Array of Array of buttons")
    if any(len(row) > ROW_LIMIT for row in rows) or sum(map(len, rows)) > BUTTON_LIMIT:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return [button for row in rows for button in row]


def _label(button: Any, known: set[str]) -> None:
    if not isinstance(button, dict) or not button.get("text"):
        raise bad_request("can't parse keyboard button: text buttons must have a text")
    if unknown := button.keys() - known:
        raise bad_request(f"can't parse keyboard button: unknown field {min(unknown)}")
    if button.get("style", "primary") not in {"danger", "success", "primary"}:
        raise bad_request("can't parse keyboard button: invalid button style specified")


def _inline_button(button: Any, private: bool) -> None:
    _label(button, LOOKS | INLINE_ACTIONS)
    actions = INLINE_ACTIONS & button.keys()
    if len(actions) != 1:
        what = "more than one action" if actions else "Text buttons are unallowed in the inline keyboard"
        raise bad_request(f"can't parse inline keyboard button: {what}")
    action = actions.pop()
    if action == "callback_data":
        callback_data(button[action])
    elif action == "url":
        button_url(button[action])
    elif action == "copy_text":
        if not 1 <= units(str(button[action].get("text", ""))) <= 256:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    elif action == "web_app":
        if not private:
            raise bad_request("BUTTON_TYPE_INVALID")
        if not str(button[action].get("url", "")).startswith("https://"):
            raise bad_request(
                f"inline keyboard button Web App URL '{button[action].get('url')}' is invalid: "
                "Only HTTPS links are allowed"
            )


def _trimmed(plain: str, entities: list[Entity]) -> Formatted:
    text = plain.rstrip()
    cut = len(text) - len(text.lstrip())
    if not cut:
        return text, entities
    gone = units(text[:cut])
    kept = [{**each, "offset": max(0, each["offset"] - gone)} for each in entities]
    return text[cut:], kept


def _inside(plain: str, entities: list[Entity]) -> list[Entity]:
    whole = units(plain)
    for entity in entities:
        entity["length"] = min(entity["length"], whole - entity["offset"])
    return [entity for entity in entities if entity["length"] > 0]
