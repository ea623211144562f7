"""What the bot tells Telegram about itself: commands, names, descriptions, menu button."""

from __future__ import annotations

import json

from tests.emulator import rules
from tests.emulator.chats import Json
from tests.emulator.html import units
from tests.emulator.params import Params
from tests.emulator.refusal import bad_request
from tests.emulator.world import World

MENU_KINDS = {"commands", "web_app", "default"}


def get_me(world: World, params: Params) -> Json:
    """Return who the bot is."""
    return world.bot


def set_my_commands(world: World, params: Params) -> bool:
    """Keep the command list for a scope and language."""
    world.settings.commands[_scope(params)] = rules.commands(params.json("commands"))
    world.accept("setMyCommands")
    return True


def delete_my_commands(world: World, params: Params) -> bool:
    """Forget the command list for a scope and language."""
    world.settings.commands.pop(_scope(params), None)
    world.accept("deleteMyCommands")
    return True


def set_my_name(world: World, params: Params) -> bool:
    """Keep the bot's name in a language."""
    return _keep(world, "setMyName", world.settings.names, params, "name", 64)


def set_my_description(world: World, params: Params) -> bool:
    """Keep what an empty chat shows."""
    return _keep(world, "setMyDescription", world.settings.descriptions, params, "description", 512)


def set_my_short_description(world: World, params: Params) -> bool:
    """Keep what the profile shows."""
    kept = world.settings.short_descriptions
    return _keep(world, "setMyShortDescription", kept, params, "short_description", 120)


def set_chat_menu_button(world: World, params: Params) -> bool:
    """Set the menu button of a chat, or of all chats."""
    button = params.json("menu_button") or {"type": "default"}
    if button.get("type") not in MENU_KINDS:
        raise bad_request("MENU_BUTTON_TYPE_INVALID")
    if button["type"] == "web_app":
        url = str(button.get("web_app", {}).get("url", ""))
        if not url.startswith("https://") or not button.get("text"):
            raise bad_request("BUTTON_URL_INVALID")
    if params.text("chat_id") is None:
        world.settings.menu_button = button
    else:
        world.chat(params.chat()).menu_button = button
    world.accept("setChatMenuButton", params.integer("chat_id") or None)
    return True


def _scope(params: Params) -> tuple[str, str]:
    scope = params.json("scope") or {"type": "default"}
    return json.dumps(scope, sort_keys=True), params.text("language_code") or ""


def _keep(world: World, method: str, kept: dict[str, str], params: Params, field: str, limit: int) -> bool:
    text = params.text(field) or ""
    if units(text) > limit:
        raise bad_request(f"bot {field.replace('_', ' ')} is too long")
    kept[params.text("language_code") or ""] = text
    world.accept(method, None, text)
    return True
