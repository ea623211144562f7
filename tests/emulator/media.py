"""Photos, voices, stickers and documents as people send them, and entities as Telegram finds them."""

from __future__ import annotations

import base64
import re

from tests.emulator.chats import Json
from tests.emulator.html import Entity, units
from tests.emulator.methods import photo_sizes
from tests.emulator.world import World

# The smallest honest picture: one grey pixel.
JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////"
    "////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA="
)
_MARKS = re.compile(
    r"(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@\w{3,32})?(?!\w))"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[\w.-]+\w)"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31})"
    r"|(?P<url>https?://[^\s<>]+)"
    r"|(?P<hashtag>(?<!\w)#\w+)"
)


def found_entities(text: str) -> list[Entity]:
    """Return the commands, mentions, addresses and hashtags in what a person typed."""
    return [
        {
            "type": str(mark.lastgroup),
            "offset": units(text[: mark.start()]),
            "length": units(mark.group()),
        }
        for mark in _MARKS.finditer(text)
    ]


def photo(world: World, data: bytes | None = None) -> Json:
    """Return the fields of a message with a picture."""
    data = JPEG if data is None else data
    file_id, _ = world.store(data, "photo.jpg", "image/jpeg")
    return {"photo": photo_sizes(file_id, len(data))}


def voice(world: World, seconds: int = 3) -> Json:
    """Return the fields of a voice message."""
    return {"voice": _file(world, b"OggS", "voice.ogg", "audio/ogg") | {"duration": seconds}}


def sticker(world: World, emoji: str = "👍") -> Json:
    """Return the fields of a sticker."""
    made = _file(world, b"RIFF", "sticker.webp", "image/webp")
    made.pop("mime_type")
    looks = {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular"}
    return {"sticker": made | looks | {"emoji": emoji}}


def document(world: World, name: str, data: bytes, mime: str) -> Json:
    """Return the fields of a message with a file."""
    return {"document": _file(world, data, name, mime) | {"file_name": name}}


def _file(world: World, data: bytes, name: str, mime: str) -> Json:
    file_id, _ = world.store(data, name, mime)
    return {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(data), "mime_type": mime}
