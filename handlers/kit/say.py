"""What a capability says: keys, values and typed buttons, described and never sent from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeAlias

from handlers.kit.buttons import Button, encode

Value: TypeAlias = "str | int | datetime | At | Marked | Text | tuple[Text, ...]"


@dataclass(frozen=True)
class At:
    """A moment that is said to the minute; a bare datetime is said as a date."""

    moment: datetime


@dataclass(frozen=True)
class Marked:
    """Somebody's words in which *bold* and _italic_ are marks; everything else is as they typed it."""

    words: str


@dataclass(frozen=True)
class Text:
    """A message by its key in `content/`, with the values it needs."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Tap:
    """A button with words on it that comes back as the same typed value."""

    label: Text
    button: Button


@dataclass(frozen=True)
class Link:
    """A button that opens an address."""

    label: Text
    url: str


@dataclass(frozen=True)
class File:
    """A file made after the commit: `kind` names the maker in `bot`, `values` is what it needs."""

    kind: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Say:
    """One message: its paragraphs, its buttons, and whether it replaces the message that was tapped."""

    texts: tuple[Text, ...]
    taps: tuple[Tap | Link, ...] = ()
    edit: bool = False
    toast: Text | None = None
    file: File | None = None

    def instead(self) -> Say:
        """Return the same message, put in the place of the one that was tapped."""
        return replace(self, edit=True)

    def with_taps(self, *taps: Tap | Link) -> Say:
        """Return the same message with more buttons."""
        return replace(self, taps=(*self.taps, *taps))

    def then(self, *texts: Text) -> Say:
        """Return the same message with paragraphs behind it."""
        return replace(self, texts=(*self.texts, *texts))

    def after(self, *texts: Text) -> Say:
        """Return the same message with paragraphs before it."""
        return replace(self, texts=(*texts, *self.texts))


def text(key: str, **values: Value) -> Text:
    """Name a message of `content/`."""
    return Text(key, values)


def below(*lines: Text) -> Text:
    """Return lines under each other in one paragraph."""
    found = lines[0]
    for other in lines[1:]:
        found = Text("below", {"first": found, "then": other})
    return found


def say(key: str, *taps: Tap | Link, **values: Value) -> Say:
    """Say one paragraph with buttons."""
    return Say((Text(key, values),), taps)


def tap(label: str, button: Button, **values: Value) -> Tap:
    """Make a button with the words of `label`."""
    return Tap(Text(label, values), button)


def link(label: str, url: str, **values: Value) -> Link:
    """Make a button that opens `url`."""
    return Link(Text(label, values), url)


def to_payload(saying: Say) -> dict[str, Any]:
    """Return what is stored of a message: plain JSON values."""
    payload: dict[str, Any] = {"texts": [_pack(part) for part in saying.texts]}
    if saying.taps:
        payload["taps"] = [_pack_tap(one) for one in saying.taps]
    if saying.toast:
        payload["toast"] = _pack(saying.toast)
    if saying.file:
        payload["file"] = {"kind": saying.file.kind, "values": _pack_within(saying.file.values)}
    return payload


def _pack_within(value: Any) -> Any:
    """Return the values of a file, with the texts in them packed."""
    match value:
        case Mapping():
            return {name: _pack_within(one) for name, one in value.items()}
        case tuple() | list():
            return [_pack_within(one) for one in value]
        case _:
            return _pack(value)


def _pack_tap(one: Tap | Link) -> dict[str, Any]:
    where = {"data": encode(one.button)} if isinstance(one, Tap) else {"url": one.url}
    return {"label": _pack(one.label), **where}


def _pack(value: Value) -> Any:
    match value:
        case Text():
            return {"key": value.key, **({"values": _pack_all(value.values)} if value.values else {})}
        case datetime():
            return {"moment": value.isoformat()}
        case At():
            return {"at": value.moment.isoformat()}
        case Marked():
            return {"marked": value.words}
        case tuple():
            return {"list": [_pack(one) for one in value]}
        case _:
            return value


def _pack_all(values: Mapping[str, Value]) -> dict[str, Any]:
    return {name: _pack(value) for name, value in values.items()}
