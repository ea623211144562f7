"""What an update becomes, by example. The updates are as Telegram sends them."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.telegram.read import ALLOWED, read
from handlers.kit.turn import FileRef, Incoming, Kind, Place

ANNA = {
    "id": 1001,
    "is_bot": False,
    "first_name": "Anna",
    "last_name": "de Wit",
    "username": "anna_dewit",
    "language_code": "nl",
}
PRIVATE = {
    "id": 1001,
    "first_name": "Anna",
    "last_name": "de Wit",
    "username": "anna_dewit",
    "type": "private",
}
GROUP = {"id": -100123, "title": "Wijkteam Noord", "type": "supergroup"}
CHANNEL = {"id": -100456, "title": "Nieuws", "type": "channel"}
SIZES = [{"file_id": "AgAC", "file_unique_id": "AQAD", "width": 90, "height": 67, "file_size": 1253}]
PICTURE = FileRef("", 1253, "AgAC")
FILE = {"file_id": "BQAC", "file_unique_id": "AgAD", "file_size": 2048, "mime_type": "application/pdf"}


def message(chat: dict[str, Any] = PRIVATE, sender: dict[str, Any] | None = ANNA, **more: Any) -> Any:
    """A message from Anna."""
    signed = {"from": sender} if sender else {}
    return {"message_id": 42, **signed, "chat": chat, "date": 1780000000, **more}


def came_in(kind: Kind, **more: Any) -> Incoming:
    """What a message from Anna becomes."""
    given = {"message": "42", "name": "Anna", "language": "nl", **more}
    return Incoming("telegram", "1001", ("telegram:9",), kind, **given)


def pressed(**more: Any) -> Incoming:
    """What a tap of Anna's becomes."""
    return came_in(Kind.button, message="", **more)


BUTTON = {"id": "4382bfdwdsb323b2d9", "from": ANNA, "chat_instance": "77", "data": "1pr:abc"}
MEMBER = {"chat": PRIVATE, "from": ANNA, "date": 1780000000, "old_chat_member": {"status": "member"}}
HIDDEN = {"type": "hidden_user", "sender_user_name": "Kees Jansen", "date": 1779999999}
USER = {"type": "user", "sender_user": {**ANNA, "id": 7, "first_name": "Kees"}, "date": 1779999999}

EXAMPLES: dict[str, tuple[str, dict[str, Any], Incoming | None]] = {
    "text": ("message", message(text="Hoi"), came_in(Kind.text, text="Hoi")),
    "command": (
        "message",
        message(text="/start abc", entities=[{"type": "bot_command", "offset": 0, "length": 6}]),
        came_in(Kind.text, text="/start abc"),
    ),
    "command to a bot": ("message", message(text="/help@x_bot"), came_in(Kind.text, text="/help@x_bot")),
    "no language": (
        "message",
        message(sender={"id": 1001, "is_bot": False, "first_name": "Anna"}, text="Hoi"),
        came_in(Kind.text, text="Hoi", language=""),
    ),
    "reply": (
        "message",
        message(text="Ja", reply_to_message=message(text="wat een ander zei")),
        came_in(Kind.text, text="Ja"),
    ),
    "picture": ("message", message(photo=SIZES), came_in(Kind.photo, file=PICTURE)),
    "picture with words": (
        "message",
        message(photo=SIZES, caption="Kijk"),
        came_in(Kind.photo, text="Kijk", file=PICTURE),
    ),
    "picture of an album": (
        "message",
        message(photo=SIZES, media_group_id="1337"),
        came_in(Kind.photo, album="1337", file=PICTURE),
    ),
    "video": ("message", message(video={**FILE, "duration": 3}), came_in(Kind.photo)),
    "animation": ("message", message(animation=FILE, document=FILE), came_in(Kind.photo)),
    "voice": ("message", message(voice={**FILE, "duration": 3}), came_in(Kind.voice)),
    "audio": ("message", message(audio={**FILE, "duration": 3}), came_in(Kind.voice)),
    "round video": ("message", message(video_note={**FILE, "duration": 3}), came_in(Kind.voice)),
    "document": (
        "message",
        message(document={**FILE, "file_name": "lijst.pdf"}, caption="de lijst"),
        came_in(Kind.document, text="de lijst", file=FileRef("lijst.pdf", 2048, "BQAC")),
    ),
    "sticker": ("message", message(sticker=FILE), came_in(Kind.other)),
    "place": ("message", message(location={"latitude": 52.1, "longitude": 5.1}), came_in(Kind.other)),
    "contact": (
        "message",
        message(contact={"phone_number": "+31612345678", "first_name": "Kees"}),
        came_in(Kind.other),
    ),
    "poll": ("message", message(poll={"id": "5", "question": "?"}), came_in(Kind.other)),
    "dice": ("message", message(dice={"emoji": "🎲", "value": 3}), came_in(Kind.other)),
    "forward of somebody hidden": (
        "message",
        message(text="Zo deed ik het", forward_origin=HIDDEN),
        came_in(Kind.forward, text="Zo deed ik het"),
    ),
    "forward of somebody": (
        "message",
        message(text="Zo deed ik het", forward_origin=USER),
        came_in(Kind.forward, text="Zo deed ik het"),
    ),
    "forwarded picture with words": (
        "message",
        message(photo=SIZES, caption="Zo", forward_origin=USER),
        came_in(Kind.forward, text="Zo"),
    ),
    "forwarded picture": (
        "message",
        message(photo=SIZES, forward_origin=USER),
        came_in(Kind.photo, file=PICTURE),
    ),
    "forwarded voice": ("message", message(voice=FILE, forward_origin=USER), came_in(Kind.voice)),
    "edit": (
        "edited_message",
        message(text="Hallo", edit_date=1780000060),
        came_in(Kind.edit, text="Hallo"),
    ),
    "edit of words under a picture": (
        "edited_message",
        message(photo=SIZES, caption="Hallo", edit_date=1780000060),
        came_in(Kind.edit, text="Hallo"),
    ),
    "place that moves": ("edited_message", message(location={"latitude": 52.1, "longitude": 5.1}), None),
    "button": (
        "callback_query",
        BUTTON | {"message": message(sender={"id": 7, "is_bot": True, "first_name": "Bot"}, text="Kies")},
        pressed(data="1pr:abc", tapped="42"),
    ),
    "button of a message long ago": (
        "callback_query",
        BUTTON | {"message": {"chat": PRIVATE, "message_id": 3, "date": 0}},
        pressed(data="1pr:abc", tapped="3"),
    ),
    "button of an inline message": (
        "callback_query",
        BUTTON | {"inline_message_id": "AAAA"},
        pressed(data="1pr:abc"),
    ),
    "button in a group": (
        "callback_query",
        BUTTON | {"message": message(GROUP, text="Kies")},
        pressed(data="1pr:abc", tapped="42", place=Place.group),
    ),
    "button of a game": (
        "callback_query",
        {key: value for key, value in BUTTON.items() if key != "data"} | {"game_short_name": "x"},
        None,
    ),
    "blocked": (
        "my_chat_member",
        MEMBER | {"new_chat_member": {"status": "kicked"}},
        came_in(Kind.gone, message=""),
    ),
    "unblocked": ("my_chat_member", MEMBER | {"new_chat_member": {"status": "member"}}, None),
    "put out of a group": (
        "my_chat_member",
        MEMBER | {"chat": GROUP, "new_chat_member": {"status": "left"}},
        None,
    ),
    "group": ("message", message(GROUP, text="/help"), came_in(Kind.text, text="/help", place=Place.group)),
    "anonymous in a group": (
        "message",
        message(
            GROUP, {"id": 1087968824, "is_bot": True, "first_name": "Group"}, sender_chat=GROUP, text="x"
        ),
        None,
    ),
    "somebody joins a group": ("message", message(GROUP, new_chat_members=[ANNA]), None),
    "pinned": ("message", message(pinned_message=message(text="x")), None),
    "timer": ("message", message(message_auto_delete_timer_changed={"message_auto_delete_time": 60}), None),
    "in a channel": ("message", message(CHANNEL, None, text="nieuws"), None),
    "channel post": ("channel_post", message(CHANNEL, None, sender_chat=CHANNEL, text="nieuws"), None),
    "something new": ("something_new", {"x": 1}, None),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_read__knows(name: str) -> None:
    kind, body, wanted = EXAMPLES[name]
    assert read({"update_id": 9, kind: body}) == wanted


def test_read__leaves_out_who_people_are_elsewhere() -> None:
    for kind, body, _ in EXAMPLES.values():
        found = str(read({"update_id": 9, kind: body}))
        assert not any(secret in found for secret in ("de Wit", "anna_dewit", "Kees", "+316"))


def test_allowed__is_what_read_knows() -> None:
    known = {kind for kind, _, wanted in EXAMPLES.values() if wanted is not None}
    assert known == set(ALLOWED)
