"""Buttons as typed values: a dataclass goes out in at most 64 bytes, and the same dataclass comes back."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, TypeVar, dataclass_transform, get_type_hints

from domain.people import Role
from domain.rights import THINGS, Reach, Right

VERSION = "1"  # raised when the way of writing changes; older buttons then get a polite answer
MOST_BYTES = 64
_SAFE = re.compile(r"[A-Za-z0-9_-]*\Z")
_NUMBER = re.compile(r"-?[0-9]{1,9}\Z")  # a forged one that is larger fits in no column


class OldButton(Exception):
    """The button is from before an upgrade, or never was one of ours."""


@dataclass(frozen=True)
class Button:
    """What a button means. Subclasses are frozen dataclasses of str, int, bool and StrEnum."""


B = TypeVar("B", bound=Button)
_by_prefix: dict[str, type[Button]] = {}
_prefix_of: dict[type[Button], str] = {}
_right_to: dict[type[Button], Right] = {}
_hints_of: dict[type[Button], dict[str, Any]] = {}


@dataclass_transform(frozen_default=True)
def button(prefix: str, roles: Collection[Role], **reaches: Reach) -> Callable[[type[B]], type[B]]:
    """Register a frozen dataclass as a button that is written as `prefix`, with who may press it.

    `reaches` says of each field of words how far what it names may be, or that it names nothing.
    """

    def register(kind: type[B]) -> type[B]:
        if prefix in _by_prefix or not _SAFE.match(prefix):
            raise ValueError(f"button prefix {prefix!r} is taken or not plain")
        made = dataclass(frozen=True)(kind)
        hints = get_type_hints(made)
        if reaches.keys() != {name for name in hints if hints[name] is str}:
            raise ValueError(f"say of each field of words of button {prefix!r} how far it reaches")
        if any(name not in THINGS for name, reach in reaches.items() if reach is not Reach.nothing):
            raise ValueError(f"button {prefix!r} names a thing of which nothing is known")
        _by_prefix[prefix] = made
        _prefix_of[made] = prefix
        _right_to[made] = Right(roles, reaches)
        return made

    return register


def registered() -> dict[str, type[Button]]:
    """Return every button type by its prefix."""
    return dict(_by_prefix)


def right_to(kind: type[Button]) -> Right:
    """Return who may press a button."""
    return _right_to[kind]


def encode(value: Button) -> str:
    """Write a button as `1prefix:field:field`."""
    parts = [VERSION + _prefix_of[type(value)]]
    for field in fields(value):
        part = getattr(value, field.name)
        plain = str(int(part)) if isinstance(part, bool) else str(part)
        if not _SAFE.match(plain):
            raise ValueError(f"{field.name}={plain!r} cannot travel in a button")
        parts.append(plain)
    written = ":".join(parts)
    if len(written) > MOST_BYTES:
        raise ValueError(f"a button of {len(written)} bytes is too long")
    return written


def decode(written: str) -> Button:
    """Read a button back; raise OldButton when it is not one of today's."""
    head, *parts = written.split(":")
    kind = _by_prefix.get(head[len(VERSION) :]) if head.startswith(VERSION) else None
    if kind is None:
        raise OldButton(written[:8])
    names = fields(kind)
    if len(names) != len(parts):
        raise OldButton(head)
    hints = _hints_of.get(kind) or _hints_of.setdefault(kind, get_type_hints(kind))
    try:
        values = {
            field.name: _read(hints[field.name], part) for field, part in zip(names, parts, strict=True)
        }
    except ValueError:
        raise OldButton(head) from None
    return kind(**values)


def _read(kind: type[Any], part: str) -> Any:
    if kind is bool:
        return {"0": False, "1": True}[part] if part in ("0", "1") else _refuse(part)
    if kind is int:
        return int(part) if _NUMBER.match(part) else _refuse(part)
    if issubclass(kind, StrEnum):
        return kind(part)
    return part if _SAFE.match(part) else _refuse(part)


def _refuse(part: str) -> Any:
    raise ValueError(part[:8])
