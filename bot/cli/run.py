"""Start everything and say, so that nobody can miss it, how to come in."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING, NoReturn

import typer
from rich.console import Console
from rich.panel import Panel

from bot.cli.desk import desk_of
from bot.logs import configure
from content import speech
from domain.links import join_link

if TYPE_CHECKING:
    from bot.listening import Running
    from bot.settings import Settings


def run(context: typer.Context) -> None:
    """Run until stopped. The program is read only now, so that the help of all commands comes fast."""
    # As long as the program is being read there is nothing to stop in order.
    signal.signal(signal.SIGTERM, _leave)
    from bot.app import serve

    settings = desk_of(context).settings
    configure(settings.log_level, settings.secrets())
    console = Console()
    asyncio.run(serve(settings, lambda running, port: _announce(console, running, port)))
    console.print(speech.speak("run-stopped", settings.default_language, {}))


def _leave(_number: int, _frame: object) -> NoReturn:
    raise SystemExit(0)


def _announce(console: Console, running: Running, port: int) -> None:
    settings = running.settings
    address = settings.public_url or _with_port(settings, port)
    words = [_say(settings, "run-page", address=address)]
    if running.links is not None:
        link = join_link(address, running.links.member)
        words.append(_say(settings, "run-member-link", organisation=running.links.organisation, link=link))
        if running.links.coordinator is not None:
            link = join_link(address, running.links.coordinator)
            words.append(_say(settings, "run-coordinator-link", link=link))
    words.append(
        _say(settings, "run-telegram-on", link=running.telegram.link)
        if running.telegram
        else _say(settings, "run-telegram-off")
    )
    if settings.sqlite_file is not None:
        words.append(_say(settings, "run-postgres-off", file=str(settings.sqlite_file)))
    words.append(_say(settings, "run-stop"))
    # No markup and no wrapping: a link that is broken over two lines cannot be clicked.
    console.print(Panel("\n\n".join(words), title="Kopgroep", expand=False), markup=False, soft_wrap=True)


def _with_port(settings: Settings, port: int) -> str:
    return settings.address if settings.port else settings.address.removesuffix(":0") + f":{port}"


def _say(settings: Settings, key: str, **values: str) -> str:
    return speech.speak(key, settings.default_language, values)
