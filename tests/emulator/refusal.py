"""The way the Bot API says no."""

from __future__ import annotations

from typing import Any


class RefusedError(Exception):
    """A call is refused; `blame` tells a mistake of the bot from a circumstance it could not know."""

    def __init__(self, code: int, description: str, *, blame: bool = True, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.blame = blame
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """Return the answer as Telegram words it."""
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def bad_request(reason: str, *, blame: bool = True, **parameters: Any) -> RefusedError:
    """Return the 400 that Telegram gives for `reason`."""
    return RefusedError(400, f"Bad Request: {reason}", blame=blame, **parameters)


def forbidden(reason: str, *, blame: bool = False) -> RefusedError:
    """Return the 403 that Telegram gives for `reason`."""
    return RefusedError(403, f"Forbidden: {reason}", blame=blame)


def conflict(reason: str) -> RefusedError:
    """Return the 409 that Telegram gives for `reason`."""
    return RefusedError(409, f"Conflict: {reason}", blame=False)
