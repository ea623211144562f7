"""Every button is answered, fits in 64 bytes and comes back as it went."""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum
from typing import Any, get_type_hints

import pytest

from handlers.capabilities import routes
from handlers.kit.buttons import MOST_BYTES, Button, OldButton, decode, encode, registered
from handlers.kit.flow import Back, Caught, Pick, Resume, StopFlow

ROUTES = routes()
IN_FLOWS = {Back, Caught, Pick, Resume, StopFlow}


def _filled(kind: type[Button]) -> Button:
    """Return a button with values as long as they get."""
    hints = get_type_hints(kind)

    def value(name: str) -> Any:
        hint = hints[name]
        if hint is bool:
            return True
        if hint is int:
            return 99999
        if issubclass(hint, StrEnum):
            return max(hint, key=len)
        return "x" * 12

    return kind(**{field.name: value(field.name) for field in fields(kind)})


@pytest.mark.parametrize("kind", registered().values(), ids=lambda kind: kind.__name__)
def test_button__comes_back_as_it_went(kind: type[Button]) -> None:
    made = _filled(kind)
    written = encode(made)
    assert len(written.encode()) <= MOST_BYTES
    assert decode(written) == made


@pytest.mark.parametrize("kind", registered().values(), ids=lambda kind: kind.__name__)
def test_button__is_answered_by_one_capability(kind: type[Button]) -> None:
    assert (kind in ROUTES.buttons) != (kind in IN_FLOWS)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "1",
        "0pr:abc",
        "1zz",
        "1pr",
        "1pr:a:b",
        "1pr:a b",
        "1fg:x",
        "1br::newest:x",
        "1ql:²",
        "1ql:1_0",
        f"1ql:{10**20}",
    ],
)
def test_button__of_another_time_is_old(written: str) -> None:
    with pytest.raises(OldButton):
        decode(written)
