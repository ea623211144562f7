"""Check calls against the machine-readable Bot API, where that file is at hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

SPEC = Path(__file__).parents[2] / ".." / "shared" / "data" / "telegram" / "api.json"

Check = Callable[[Any], str | None]


class Spec:
    """The parameters of every method, with a ready-made check for each type."""

    def __init__(self, api: Mapping[str, Any]) -> None:
        self._types: Mapping[str, Any] = api["types"]
        self._checks: dict[str, Check] = {}
        self._methods = {
            name: (
                {field["name"]: self._either(field["types"]) for field in method.get("fields", [])},
                [field["name"] for field in method.get("fields", []) if field["required"]],
            )
            for name, method in api["methods"].items()
        }

    def problems(self, method: str, values: Mapping[str, Any], files: Mapping[str, Any]) -> list[str]:
        """Say what is wrong with a call; an empty list is good."""
        checks, required = self._methods[method]
        found = [f"{name} is required" for name in required if name not in values and name not in files]
        for name, value in values.items():
            check = checks.get(name)
            if check is None:
                found.append(f"{name} is not a parameter of {method}")
            elif wrong := check(value):
                found.append(f"{name}: {wrong}")
        found += [
            f"{name} is not a parameter of {method}"
            for name in files
            if not self._carries(name, checks, values)
        ]
        return found

    @staticmethod
    def _carries(name: str, checks: Mapping[str, Check], values: Mapping[str, Any]) -> bool:
        return name in checks or any(f"attach://{name}" in str(value) for value in values.values())

    def _either(self, types: list[str]) -> Check:
        checks = [self._of(kind) for kind in types]
        if len(checks) == 1:
            return checks[0]

        def check(value: Any) -> str | None:
            wrong = [check(value) for check in checks]
            return None if None in wrong else wrong[0]

        return check

    def _of(self, kind: str) -> Check:
        if kind.startswith("Array of "):
            return _array(self._of(kind.removeprefix("Array of ")))
        if kind in _PLAIN:
            return _PLAIN[kind]
        # Types refer to each other in circles, so the check is looked up when it is used.
        return lambda value: self._object(kind)(value)

    def _object(self, kind: str) -> Check:
        if kind not in self._checks:
            described = self._types[kind]
            if subtypes := described.get("subtypes"):
                self._checks[kind] = self._either(list(subtypes))
            else:
                self._checks[kind] = self._fields(kind, described.get("fields", []))
        return self._checks[kind]

    def _fields(self, kind: str, fields: list[dict[str, Any]]) -> Check:
        checks = {field["name"]: self._either(field["types"]) for field in fields}
        required = [field["name"] for field in fields if field["required"]]

        def check(value: Any) -> str | None:
            value = decoded(value)
            if kind == "KeyboardButton" and isinstance(value, str):
                return None
            if not isinstance(value, dict):
                return f"{kind} expected"
            for name in required:
                if name not in value:
                    return f"{kind} without {name}"
            for name, each in value.items():
                if name not in checks:
                    return f"{kind} has no {name}"
                if wrong := checks[name](each):
                    return f"{name}: {wrong}"
            return None

        return check


def decoded(value: Any) -> Any:
    """Return an object that came as JSON in a form; anything else as it is."""
    if isinstance(value, str) and value[:1] in "[{":
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _array(item: Check) -> Check:
    def check(value: Any) -> str | None:
        value = decoded(value)
        if not isinstance(value, list):
            return "array expected"
        return next((wrong for each in value if (wrong := item(each))), None)

    return check


def _integer(value: Any) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return None
    return None if isinstance(value, str) and value.lstrip("-").isdigit() else "integer expected"


def _float(value: Any) -> str | None:
    try:
        float(value)
    except (TypeError, ValueError):
        return "number expected"
    return None


def _boolean(value: Any) -> str | None:
    return None if str(value).lower() in {"true", "false", "1", "0"} else "boolean expected"


def _string(value: Any) -> str | None:
    return None if isinstance(value, str) else "string expected"


_PLAIN: dict[str, Check] = {
    "Integer": _integer,
    "Float": _float,
    "Boolean": _boolean,
    "True": _boolean,
    "String": _string,
    "InputFile": _string,
}


@cache
def load() -> Spec | None:
    """Return the Bot API's description, or None where the file is not at hand."""
    return Spec(json.loads(SPEC.read_text(encoding="utf-8"))) if SPEC.is_file() else None
