"""What can go wrong that somebody can mend: a sentence by its key, without any traceback."""

from __future__ import annotations

import secrets


class BadSettings(Exception):
    """Settings are wrong: the name of each variable, and the key of the sentence on what it should be."""

    def __init__(self, wrong: tuple[tuple[str, str], ...]) -> None:
        super().__init__(", ".join(f"{name} ({key})" for name, key in wrong))
        self.wrong = wrong


class Trouble(Exception):
    """Something one can mend: `key` names its sentence in `content/`, `code` is the exit code."""

    def __init__(self, key: str, code: int = 1, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.code = code
        self.values = values


def new_code() -> str:
    """Return a code by which somebody's trouble is found in the log."""
    return f"E-{secrets.token_hex(3)}"


def where(error: BaseException) -> str:
    """Name the kind of error and the line of ours it came from; its message may hold people's words."""
    trace = error.__traceback__
    place = "?"
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "?")
        if name.split(".")[0] in ("bot", "handlers", "storage", "domain", "content"):
            place = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} at {place}"
