"""Read Telegram's HTML into plain text and entities, as strictly as the Bot API does."""

from __future__ import annotations

import re
from html import unescape
from typing import Any, NoReturn

from tests.emulator.refusal import RefusedError

Entity = dict[str, Any]

SIMPLE_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
TAGS = {*SIMPLE_TAGS, "span", "a", "tg-emoji", "tg-time"}

_TOKEN = re.compile(r"<|&(?:lt|gt|amp|quot|#\d+|#[xX][0-9a-fA-F]+);")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^<>]*)?)\s*>")
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""")


def units(text: str) -> int:
    """Count the UTF-16 units of a text, the measure of all lengths and offsets at Telegram."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Return the plain text and its entities; raise RefusedError where Telegram would."""
    if "<" not in source and "&" not in source:
        return source, []
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.plain: list[str] = []
        self.length = 0
        self.open: list[tuple[str, int, Entity | None]] = []
        self.entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        position = 0
        while found := _TOKEN.search(self.source, position):
            self._add(self.source[position : found.start()])
            if found.group() == "<":
                position = self._tag(found.start())
            else:
                self._add(unescape(found.group()))
                position = found.end()
        self._add(self.source[position:])
        if self.open:
            _fail(f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.plain), self.entities

    def _add(self, text: str) -> None:
        if text:
            self.plain.append(text)
            self.length += units(text)

    def _tag(self, at: int) -> int:
        found = _TAG.match(self.source, at)
        if found is None:
            _fail(f'Unsupported start tag "" at byte offset {self._bytes(at)}')
        closing, name, attributes = found.group(1), found.group(2).lower(), found.group(3)
        if closing:
            self._close(name, at)
        else:
            self._open(name, attributes, at)
        return found.end()

    def _open(self, name: str, attributes: str, at: int) -> None:
        if name not in TAGS:
            _fail(f'Unsupported start tag "{name}" at byte offset {self._bytes(at)}')
        given = {key.lower(): unescape(value.strip("\"'")) for key, value in _ATTRIBUTE.findall(attributes)}
        if name == "span" and given.get("class") != "tg-spoiler":
            _fail(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(at)}')
        inside_pre = bool(self.open) and self.open[-1][0] == "pre"
        self.open.append((name, self.length, _entity(name, given, inside_pre)))

    def _close(self, name: str, at: int) -> None:
        if not self.open:
            _fail(f"Unexpected end tag at byte offset {self._bytes(at)}")
        expected, start, entity = self.open.pop()
        if name != expected:
            offset = self._bytes(at)
            _fail(f'Unmatched end tag at byte offset {offset}, expected "</{expected}>", found "</{name}>"')
        if entity is None or self.length == start:
            return
        if language := entity.pop("_language", None):
            self.open[-1][2]["language"] = language  # type: ignore[index]
            return
        self.entities.append({**entity, "offset": start, "length": self.length - start})

    def _bytes(self, at: int) -> int:
        return len(self.source[:at].encode())


def _entity(name: str, given: dict[str, str], inside_pre: bool) -> Entity | None:
    if name == "a":
        return {"type": "text_link", "url": given["href"]} if given.get("href") else None
    if name == "tg-emoji":
        return {"type": "custom_emoji", "custom_emoji_id": given.get("emoji-id", "")}
    if name == "tg-time":
        return {"type": "date_time", "unix_time": int(given.get("unix") or 0)}
    if name == "blockquote" and "expandable" in given:
        return {"type": "expandable_blockquote"}
    if name == "code" and inside_pre and given.get("class", "").startswith("language-"):
        return {"type": "code", "_language": given["class"].removeprefix("language-")}
    return {"type": SIMPLE_TAGS.get(name, "spoiler")}


def _fail(reason: str) -> NoReturn:
    raise RefusedError(400, f"Bad Request: can't parse entities: {reason}")
