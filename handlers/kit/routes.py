"""What a capability offers: commands, buttons, conversations and jobs, declared and then interpreted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from domain.people import Role
from domain.rights import Right
from handlers.kit.buttons import Button, right_to
from handlers.kit.flow import Flow
from handlers.kit.say import Say
from handlers.kit.turn import Incoming, Reply, Turn, World
from storage.database import Connection

Handler: TypeAlias = Callable[[Turn], Reply]
Pressed: TypeAlias = Callable[[Turn, Any], Reply]
# Who came in, perhaps with what is said to them; or why somebody did not come in.
Welcome: TypeAlias = "Turn | tuple[Turn, Say] | Say"
Stranger: TypeAlias = Callable[[Connection, Incoming, World, datetime], Welcome]


@dataclass(frozen=True)
class Command:
    """A word such as /share: its name here, its spelling per language in `content/` as `command-<name>`."""

    name: str
    run: Callable[[Turn, str], Reply]  # the text behind the word comes along
    roles: frozenset[Role]
    menu: bool = True
    before_consent: bool = False

    @property
    def right(self) -> Right:
        """Who may type it."""
        return Right(self.roles, before_consent=self.before_consent)


@dataclass(frozen=True)
class Job:
    """Something the clock asks for: a sweep over due rows, harmless when run twice.

    What takes long to decide has a `plan`. It only reads, so nobody waits for it; `run` then gets each part
    of it, in a transaction of its own.
    """

    name: str
    every: timedelta
    run: Callable[..., None]
    plan: Callable[[Connection, datetime], Iterable[Any]] | None = None

    def parts(self, connection: Connection, now: datetime) -> list[tuple[Any, ...]]:
        """Return what `run` gets besides the connection and the moment, once for each of its transactions."""
        return [()] if self.plan is None else [(part,) for part in self.plan(connection, now)]


@dataclass(frozen=True)
class Capability:
    """One thing people can do, whole."""

    name: str
    commands: tuple[Command, ...] = ()
    buttons: Mapping[type[Button], Pressed] = field(default_factory=dict)
    before_consent: frozenset[type[Button]] = frozenset()
    flows: tuple[Flow, ...] = ()
    jobs: tuple[Job, ...] = ()
    # Free text, a forwarded message or a file that nothing else asked for; one capability each.
    on_text: Handler | None = None
    # What of such a text would be looked up, after the guard; "" when nothing is.
    looks_up: Callable[[Turn, str], str] | None = None
    on_forward: Handler | None = None
    on_document: Handler | None = None
    # A member who has not agreed to the privacy text as it is now.
    on_unagreed: Handler | None = None
    # Somebody we do not know yet: returns a turn for a new member, or says why not.
    on_stranger: Stranger | None = None


class Routes:
    """Every capability's offers, looked up by what came in."""

    def __init__(self, capabilities: Iterable[Capability]) -> None:
        self.capabilities = tuple(capabilities)
        self.commands = self._one_each((c.name, c) for one in self.capabilities for c in one.commands)
        self.buttons = self._one_each(
            (kind, run) for one in self.capabilities for kind, run in one.buttons.items()
        )
        self.flows = self._one_each((flow.name, flow) for one in self.capabilities for flow in one.flows)
        self.jobs = tuple(job for one in self.capabilities for job in one.jobs)
        self.before_consent = frozenset().union(*(one.before_consent for one in self.capabilities))

    def right_to(self, kind: type[Button]) -> Right:
        """Return who may press a button, and whether they have to agree first."""
        return replace(right_to(kind), before_consent=kind in self.before_consent)

    @staticmethod
    def _one_each(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        for key, value in pairs:
            if key in found:
                raise ValueError(f"two capabilities answer {key}")
            found[key] = value
        return found

    def first(self, hook: str) -> Any:
        """Return the one capability's `on_…` function, or None."""
        return next((found for one in self.capabilities if (found := getattr(one, hook))), None)
