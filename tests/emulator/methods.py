"""What the bot can do with messages: send, edit, delete."""

from __future__ import annotations

from typing import Any

from tests.emulator import rules
from tests.emulator.chats import Chat, Json, Message
from tests.emulator.params import Params
from tests.emulator.refusal import bad_request, forbidden
from tests.emulator.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
PHOTO_LIMIT = 10 * 1024 * 1024
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")
TWO_DAYS = 48 * 3600


def send_message(world: World, params: Params) -> Json:
    """Send a text."""
    chat = world.chat(params.chat())
    text, entities = rules.message_text(
        params.text("text"), params.text("parse_mode"), params.json("entities")
    )
    return _send(world, "sendMessage", chat, params, text=text, entities=entities)


def send_photo(world: World, params: Params) -> Json:
    """Send a picture with a caption."""
    chat = world.chat(params.chat())
    file_id, data, _ = _file(world, params, "photo", "image/jpeg")
    if data is not None and len(data) > PHOTO_LIMIT:
        raise bad_request("file is too big")
    if data is not None and not data.startswith(PICTURES):
        raise bad_request("IMAGE_PROCESS_FAILED")
    sizes = photo_sizes(file_id, len(data or b""))
    return _send_captioned(world, "sendPhoto", chat, params, {"photo": sizes})


def send_document(world: World, params: Params) -> Json:
    """Send a file with a caption."""
    chat = world.chat(params.chat())
    file_id, data, name = _file(world, params, "document", "application/octet-stream")
    document = {
        "file_id": file_id,
        "file_unique_id": f"u{file_id}",
        "file_name": name,
        "mime_type": world.files[file_id].mime,
        "file_size": len(data or b""),
    }
    return _send_captioned(world, "sendDocument", chat, params, {"document": document})


def edit_message_text(world: World, params: Params) -> Json | bool:
    """Change the text of a message of the bot."""
    message = _own(world, params)
    text, entities = _new_text(params)
    if message.text is None:
        raise bad_request("there is no text in the message to edit")
    markup = _inline_markup(world, params, message.chat)
    if (message.text, message.entities, message.markup) == (text, entities, markup):
        raise bad_request(NOT_MODIFIED, blame=False)
    _pace(world, message.chat)
    message.versions.append(message.text)
    message.text, message.entities, message.markup = text, entities, markup
    message.params = params.values
    return _edited(world, "editMessageText", message, params)


def edit_message_caption(world: World, params: Params) -> Json | bool:
    """Change the words below a picture or file of the bot."""
    message = _own(world, params)
    text, entities = rules.caption(
        params.text("caption"), params.text("parse_mode"), params.json("caption_entities")
    )
    if message.text is not None:
        raise bad_request("there is no caption in the message to edit", blame=False)
    markup = _inline_markup(world, params, message.chat)
    if (message.caption or "", message.caption_entities, message.markup) == (text, entities, markup):
        raise bad_request(NOT_MODIFIED, blame=False)
    _pace(world, message.chat)
    message.versions.append(message.caption or "")
    message.caption, message.caption_entities, message.markup = text or None, entities, markup
    message.params = params.values
    return _edited(world, "editMessageCaption", message, params)


def edit_message_reply_markup(world: World, params: Params) -> Json | bool:
    """Change or take away the buttons of a message of the bot."""
    message = _own(world, params)
    markup = _inline_markup(world, params, message.chat)
    if message.markup == markup:
        raise bad_request(NOT_MODIFIED, blame=False)
    _pace(world, message.chat)
    message.markup = markup
    return _edited(world, "editMessageReplyMarkup", message, params)


def delete_message(world: World, params: Params) -> bool:
    """Delete a message for everybody."""
    chat = world.chat(params.chat())
    message = chat.messages.get(params.integer("message_id"))
    if message is None or message.deleted:
        raise bad_request("message to delete not found", blame=False)
    if world.now() - message.date > TWO_DAYS or not (message.from_bot or chat.private):
        raise bad_request("message can't be deleted for everyone", blame=not message.from_bot)
    message.deleted = True
    message.changed = world.tick()
    chat.signal.ring()
    world.accept("deleteMessage", chat.id, message.plain, message.id)
    return True


def send_chat_action(world: World, params: Params) -> bool:
    """Show that the bot is typing, or the like."""
    chat = world.chat(params.chat())
    action = params.text("action") or ""
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.actions.append(action)
    world.accept("sendChatAction", chat.id, action)
    return True


def photo_sizes(file_id: str, size: int) -> list[Json]:
    """Return the two sizes in which Telegram shows a picture."""
    whole = {
        "file_id": file_id,
        "file_unique_id": f"u{file_id}",
        "width": 800,
        "height": 600,
        "file_size": size,
    }
    small = {**whole, "file_unique_id": f"s{file_id}", "width": 90, "height": 67}
    return [small, whole]


def _send_captioned(world: World, method: str, chat: Chat, params: Params, extra: Json) -> Json:
    text, entities = rules.caption(
        params.text("caption"), params.text("parse_mode"), params.json("caption_entities")
    )
    return _send(world, method, chat, params, caption=text or None, caption_entities=entities, extra=extra)


def _send(world: World, method: str, chat: Chat, params: Params, **fields: Any) -> Json:
    markup = params.json("reply_markup")
    if markup is not None and world.strict:
        rules.reply_markup(markup, private=chat.private)
    extra = {**fields.pop("extra", {}), **_reply(chat, params)}
    _pace(world, chat)
    sender = None if chat.json["type"] == "channel" else world.bot_user
    message = world.add(chat, sender, markup=markup, extra=extra, params=params.values, **fields)
    world.accept(method, chat.id, message.plain, message.id)
    return message.json()


def _reply(chat: Chat, params: Params) -> Json:
    wanted = params.json("reply_parameters")
    if not wanted:
        return {}
    target = chat.messages.get(int(wanted.get("message_id", 0)))
    if target is None or target.deleted:
        if wanted.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found", blame=False)
    quoted = target.json()
    quoted.pop("reply_to_message", None)
    return {"reply_to_message": quoted}


def _pace(world: World, chat: Chat) -> None:
    if world.flood is not None:
        world.flood.check(chat.id, world.now())


def _new_text(params: Params) -> rules.Formatted:
    return rules.message_text(params.text("text"), params.text("parse_mode"), params.json("entities"))


def _own(world: World, params: Params) -> Message:
    if inline_id := params.text("inline_message_id"):
        message = world.inline_messages.get(inline_id)
        if message is None:
            raise bad_request("MESSAGE_ID_INVALID", blame=False)
        return message
    chat = world.chat(params.chat())
    found = chat.messages.get(params.integer("message_id"))
    if found is None or found.deleted:
        raise bad_request("message to edit not found", blame=False)
    if not found.from_bot and not (chat.json["type"] == "channel" and found.sender is None):
        raise bad_request("message can't be edited")
    return found


def _inline_markup(world: World, params: Params, chat: Chat) -> Json | None:
    markup: Json | None = params.json("reply_markup")
    if markup is None:
        return None
    if "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    if world.strict:
        rules.inline_keyboard(markup["inline_keyboard"], private=chat.private)
    # Telegram keeps no empty keyboard: to take all buttons away is to have none.
    return markup if any(markup["inline_keyboard"]) else None


def _edited(world: World, method: str, message: Message, params: Params) -> Json | bool:
    world.change(message)
    world.accept(method, message.chat.id, message.plain, message.id)
    return True if params.text("inline_message_id") else message.json()


def _file(world: World, params: Params, name: str, mime: str) -> tuple[str, bytes | None, str]:
    given = params.text(name)
    upload = params.files.get((given or "").removeprefix("attach://") or name)
    if upload is not None:
        if not upload.data:
            raise bad_request("file must be non-empty")
        file_id, stored = world.store(upload.data, upload.name, upload.mime or mime)
        return file_id, upload.data, stored.name
    if not given:
        raise bad_request(f"there is no {name} in the request")
    if given in world.files:
        return given, world.files[given].data, world.files[given].name
    raise bad_request("wrong file identifier/HTTP URL specified")


def leave_chat(world: World, params: Params) -> bool:
    """Leave a group or channel."""
    chat = world.chat(params.chat())
    if chat.private:
        raise bad_request("chat not found")
    kind = chat.json["type"]
    chat.refusal = lambda: forbidden(f"bot is not a member of the {kind} chat")
    world.accept("leaveChat", chat.id)
    return True
