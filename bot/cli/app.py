"""`kopgroep`: every command in one place, and the one door behind which errors become a sentence."""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

from bot.cli.desk import Desk, desk_of
from bot.trouble import BadSettings, Trouble, where

# Named by its class because the library keeps its own errors in a private module.
USAGE = {
    "NoSuchOption": "cli-no-such-option",
    "MissingParameter": "cli-missing-parameter",
    "BadParameter": "cli-bad-parameter",
}


# In the order of the help: where each command is found, and the key of its words.
COMMANDS = {
    "run": ("run.run", "cli-help-run"),
    "talk": ("talk.talk", "cli-help-talk"),
    "organisation": ("places.organisation", "cli-help-organisation"),
    "employer": ("places.employer", "cli-help-employer"),
    "team": ("places.team", "cli-help-team"),
    "invite": ("invite.invite", "cli-help-invite"),
    "import": ("bring_in.bring_in", "cli-help-import"),
    "export": ("take_out.take_out", "cli-help-export"),
    "words": ("word_list.words", "cli-help-words"),
    "match": ("match.match", "cli-help-match"),
    "guard": ("guard.guard", "cli-help-guard"),
    "check": ("check.check", "cli-help-check"),
    "examples": ("examples.examples", "cli-help-examples"),
    "retention": ("retention.retention", "cli-help-retention"),
    "scrub": ("scrub.scrub", "cli-help-scrub"),
    "migrate": ("migrate.migrate", "cli-help-migrate"),
    "simulate": ("simulate.simulate", "cli-help-simulate"),
    "bench": ("bench.bench", "cli-help-bench"),
    "version": ("version.version", "cli-help-version"),
}


def make_app(only: str = "") -> typer.Typer:
    """Return all commands, or `only` this one when there is one of that name.

    A command is read when it is added, and takes much of the program along: so `version` answers at once.
    Help is a key of `content/` here, put into words by `main`.
    """
    app = typer.Typer(
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        no_args_is_help=True,
        help="cli-help",
    )
    app.callback()(everywhere)
    for name in (only,) if only in COMMANDS else COMMANDS:
        place, about = COMMANDS[name]
        module, _, inside = place.partition(".")
        found = getattr(import_module(f"bot.cli.{module}"), inside)
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=name, help=about)
        else:
            app.command(name, help=about)(found)
    return app


def everywhere(
    context: typer.Context,
    debug: Annotated[bool, typer.Option("--debug", help="cli-help-debug")] = False,
) -> None:
    """Take what goes for every command."""
    desk_of(context).debug = debug


def main(arguments: Sequence[str] | None = None, desk: Desk | None = None) -> int:
    """Run a command and return its exit code; whatever a user can cause is one sentence on stderr."""
    # What is made here holds what people said and who they are: the database, its folder, an export.
    os.umask(0o077)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter must not stop a command half-way.
        with contextlib.suppress(AttributeError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    desk = desk or Desk()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(given, desk)
    except BrokenPipeError:
        # The reader of our output left, such as `head`; Python would complain once more while closing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (KeyboardInterrupt, typer.Abort):
        return _say(desk.words("cli-stopped"), 130)
    except typer.TyperException as error:
        return _usage(error, desk)
    except BadSettings as error:
        wrong = (desk.words("cli-bad-setting", name=name, what=desk.words(key)) for name, key in error.wrong)
        return _say("\n".join(wrong), 2)
    except Trouble as trouble:
        return _say(desk.words(trouble.key, **trouble.values), trouble.code)
    except Exception as error:
        if desk.debug:
            traceback.print_exc()
        return _say(_unexpected(error, desk), 1)


def _run(given: list[str], desk: Desk) -> int:
    name = next((one for one in given if not one.startswith("-")), "")
    command: Any = typer.main.get_command(make_app(name))
    chosen = command.commands.get(name)
    if "--help" in given or chosen is None or hasattr(chosen, "commands"):
        _put_into_words(command, desk)
    outcome = command.main(args=given, prog_name="kopgroep", standalone_mode=False, obj=desk)
    sys.stdout.flush()
    return outcome if isinstance(outcome, int) else 0


def _put_into_words(thing: Any, desk: Desk) -> None:
    """Replace the keys in a command, its options and its subcommands by words."""
    if thing.help and thing.help.startswith("cli-"):
        thing.help = desk.words(thing.help)
    for parameter in getattr(thing, "params", ()):
        _put_into_words(parameter, desk)
    for command in getattr(thing, "commands", {}).values():
        _put_into_words(command, desk)


def _usage(error: Any, desk: Desk) -> int:
    """Say what is wrong with how the command was typed."""
    kind, what = type(error).__name__, str(error.format_message()).strip().rstrip(".")
    if kind == "NoArgsIsHelpError":
        print(what)
        return 2
    if what.startswith("No such command"):
        return _say(desk.words("cli-no-such-command"), 2)
    name = getattr(error, "option_name", None) or _name(getattr(error, "param", None))
    if kind not in USAGE or not name:
        return _say(desk.words("cli-usage", what=what), 2)
    what = str(error.message).strip().rstrip(".").removeprefix("Value error, ")
    return _say(desk.words(USAGE[kind], name=name, what=what), 2)


def _name(parameter: Any) -> str:
    """Return an option or argument as it is typed."""
    if parameter is None:
        return ""
    long = [one for one in parameter.opts if one.startswith("--")]
    return str(long[0] if long else parameter.metavar or parameter.name.upper())


def _unexpected(error: Exception, desk: Desk) -> str:
    from storage.database import Database

    said = Database.complaint(error)
    if "locked" in said:
        return desk.words("cli-database-busy")
    if said or Database.is_outage(error):
        return desk.words("cli-database-away", reason=said or type(error).__name__)
    if isinstance(error, OSError):
        return desk.words(
            "cli-system", reason=error.strerror or type(error).__name__, file=str(error.filename or "")
        )
    return desk.words("cli-unexpected", what=where(error))


def _say(words: str, code: int) -> int:
    with contextlib.suppress(BrokenPipeError):
        print(words, file=sys.stderr)
    return code
