"""Load and remove the starter library."""

from __future__ import annotations

import typer

from bot.cli.desk import desk_of
from bot.cli.places import InOrganisation, the_organisation
from bot.examples import load_examples, remove_examples
from bot.keeper import Finder

examples = typer.Typer(no_args_is_help=True)


@examples.command("load", help="cli-help-examples-load")
def load(context: typer.Context, organisation: InOrganisation = None) -> None:
    """Add the examples that are not there yet."""
    desk = desk_of(context)
    with desk.writing() as connection:
        inside = the_organisation(connection, organisation)
        count = load_examples(connection, inside, Finder(), desk.now)
    desk.tell("cli-examples-loaded", count=count, organisation=inside.name)


@examples.command("remove", help="cli-help-examples-remove")
def remove(context: typer.Context, organisation: InOrganisation = None) -> None:
    """Remove every example, with the votes on it."""
    desk = desk_of(context)
    with desk.writing() as connection:
        inside = the_organisation(connection, organisation)
        count = remove_examples(connection, inside, desk.now)
    desk.tell("cli-examples-removed", count=count, organisation=inside.name)
