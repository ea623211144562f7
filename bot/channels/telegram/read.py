"""From an update, as Telegram sent it, to what came in. Only the first name and a language hint are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from bot.channels.channel import TELEGRAM
from bot.channels.telegram.marks import with_marks
from handlers.kit.turn import FileRef, Incoming, Kind, Place

Json: TypeAlias = "Mapping[str, Any]"

# The kinds of update we ask for: all that `read` knows.
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
GROUPS = ("group", "supergroup")

# The first field that a message has tells what it is; an animation also has a document. What is not here
# is a note of Telegram's own, such as a pinned message, and is nobody's words.
_KINDS: Mapping[str, Kind] = {
    "text": Kind.text,
    "photo": Kind.photo,
    "live_photo": Kind.photo,
    "video": Kind.photo,
    "animation": Kind.photo,
    "voice": Kind.voice,
    "audio": Kind.voice,
    "video_note": Kind.voice,
    "document": Kind.document,
    "sticker": Kind.other,
    "location": Kind.other,
    "venue": Kind.other,
    "contact": Kind.other,
    "poll": Kind.other,
    "dice": Kind.other,
    "game": Kind.other,
    "story": Kind.other,
    "paid_media": Kind.other,
    "checklist": Kind.other,
    "rich_message": Kind.other,
    "giveaway": Kind.other,
    "gift": Kind.other,
}


def read(update: Json) -> Incoming | None:
    """Return what came in, or None when it is nothing to answer: a channel's post, a note, another bot."""
    if (message := update.get("message")) is not None:
        return _message(update, message)
    if (query := update.get("callback_query")) is not None:
        return _press(update, query)
    if (edited := update.get("edited_message")) is not None:
        return _edit(update, edited)
    if (change := update.get("my_chat_member")) is not None:
        return _membership(update, change)
    return None


def _message(update: Json, message: Json) -> Incoming | None:
    kind = next((kind for name, kind in _KINDS.items() if name in message), None)
    if kind is None:
        return None
    words = message.get("text") or message.get("caption", "")
    # Whom it came from stays out: "is this yours?" is asked of the one who forwards.
    if words and "forward_origin" in message:
        kind = Kind.echo if _by_a_bot(message["forward_origin"]) else Kind.forward
    file = None
    if kind is Kind.document:
        file = _file(message["document"])
    elif kind is Kind.photo:
        file = _picture(message.get("photo", ()))
    return _incoming(
        update, kind, message, message, words, album=message.get("media_group_id", ""), file=file
    )


def _by_a_bot(origin: Json) -> bool:
    return bool(origin.get("sender_user", {}).get("is_bot"))


def _file(document: Json) -> FileRef:
    return FileRef(document.get("file_name", ""), document.get("file_size", 0), document.get("file_id", ""))


def _picture(sizes: Sequence[Json]) -> FileRef | None:
    """Return the largest of the sizes in which a photo can be had."""
    return _file(sizes[-1]) if sizes else None


def _edit(update: Json, message: Json) -> Incoming | None:
    words = message.get("text") or message.get("caption")
    if not words:
        return None  # a place that moves changes its message every few seconds
    return _incoming(update, Kind.edit, message, message, words)


def _press(update: Json, query: Json) -> Incoming | None:
    if "data" not in query:
        return None
    # A button of an inline message has no message; one of a very old message only its chat and number.
    message = query.get("message", {})
    return _incoming(
        update, Kind.button, query, message, data=query["data"], tapped=str(message.get("message_id", ""))
    )


def _membership(update: Json, change: Json) -> Incoming | None:
    if change["new_chat_member"]["status"] not in ("kicked", "left"):
        return None
    if change["chat"]["type"] != "private":
        return None
    return _incoming(update, Kind.gone, change, change)


def _incoming(
    update: Json,
    kind: Kind,
    signed: Json,
    placed: Json,
    words: str = "",
    *,
    album: str = "",
    data: str = "",
    tapped: str = "",
    file: FileRef | None = None,
) -> Incoming | None:
    """Return what came in; `signed` tells who said it and `placed` where."""
    person = signed.get("from")
    where = placed["chat"]["type"] if "chat" in placed else "private"
    if person is None or person.get("is_bot") or not (where == "private" or where in GROUPS):
        return None
    return Incoming(
        channel=TELEGRAM,
        # A private chat has the number of its person, and in a group it is the person who is answered.
        address=str(person["id"]),
        keys=(f"{TELEGRAM}:{update['update_id']}",),
        kind=kind,
        place=Place.private if where == "private" else Place.group,
        text=words,
        marked=with_marks(words, signed.get("entities", ())) if words else "",
        data=data,
        message="" if kind is Kind.button else str(placed.get("message_id", "")),
        tapped=tapped,
        album=album,
        file=file,
        name=person.get("first_name", ""),
        language=person.get("language_code", ""),
    )
