"""Organisations, employers and teams: add them, and see what there is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeAlias, TypeVar
from zoneinfo import available_timezones

import typer

from bot.cli.desk import desk_of
from bot.trouble import Trouble
from domain.people import LANGUAGES
from domain.text import clean_line
from storage import audit, organisations
from storage.database import Connection
from storage.organisations import Organisation, Place

T = TypeVar("T")
MOST_NAME = 80  # characters

organisation = typer.Typer(no_args_is_help=True)
employer = typer.Typer(no_args_is_help=True)
team = typer.Typer(no_args_is_help=True)

Name: TypeAlias = Annotated[str, typer.Argument(metavar="NAME", help="cli-help-name")]
InOrganisation: TypeAlias = Annotated[
    str | None, typer.Option("--organisation", metavar="NAME", help="cli-help-in-organisation")
]


@organisation.command("add", help="cli-help-organisation-add")
def add_organisation(
    context: typer.Context,
    name: Name,
    language: Annotated[str | None, typer.Option(metavar="nl|en", help="cli-help-language")] = None,
    timezone: Annotated[str | None, typer.Option(metavar="ZONE", help="cli-help-timezone")] = None,
) -> None:
    """Add an organisation."""
    desk = desk_of(context)
    language = language or desk.settings.default_language
    timezone = timezone or desk.settings.timezone
    if language not in LANGUAGES:
        raise Trouble("cli-bad-language", code=2)
    if timezone not in available_timezones():
        raise Trouble("cli-bad-timezone", code=2)
    name = _clean(name)
    with desk.writing() as connection:
        _refuse_taken(organisations.every(connection), name)
        organisations.add(connection, name, language, timezone, desk.now)
    desk.tell("cli-organisation-added", name=name)


@organisation.command("list", help="cli-help-organisation-list")
def list_organisations(context: typer.Context) -> None:
    """Show every organisation with its employers and teams."""
    desk = desk_of(context)
    with desk.reading() as connection:
        every = organisations.every(connection)
        for one in every:
            desk.tell(
                "cli-organisation-line",
                name=one.name,
                language=one.language,
                timezone=one.timezone,
                members=organisations.count_members(connection, one.id),
                practices=organisations.count_practices(connection, one.id),
            )
            employers = organisations.employers_of(connection, one.id)
            names: dict[int | None, str] = {place.id: place.name for place in employers}
            for place in employers:
                desk.tell("cli-employer-line", name=place.name)
            for place in organisations.teams_of(connection, one.id):
                if place.employer_id in names:
                    desk.tell("cli-team-line-of", name=place.name, employer=names[place.employer_id])
                else:
                    desk.tell("cli-team-line", name=place.name)
    if not every:
        raise Trouble("cli-no-organisation")


@organisation.command("rename", help="cli-help-organisation-rename")
def rename_organisation(
    context: typer.Context,
    name: Name,
    new: Annotated[str, typer.Argument(metavar="NEW", help="cli-help-new-name")],
) -> None:
    """Give an organisation another name."""
    desk = desk_of(context)
    new = _clean(new)
    with desk.writing() as connection:
        found = the_organisation(connection, name)
        others = tuple(one for one in organisations.every(connection) if one.id != found.id)
        _refuse_taken(others, new)
        organisations.rename(connection, found.id, new)
        audit.note(connection, found.id, None, "organisation-renamed", old=found.name, new=new, now=desk.now)
    desk.tell("cli-organisation-renamed", old=found.name, new=new)


@organisation.command("remove", help="cli-help-organisation-remove")
def remove_organisation(context: typer.Context, name: Name) -> None:
    """Remove an organisation in which nobody is, with nothing in it but illustrations."""
    desk = desk_of(context)
    with desk.writing() as connection:
        found = the_organisation(connection, name)
        people = organisations.count_members(connection, found.id)
        own = organisations.count_own(connection, found.id)
        if people or own:
            raise Trouble("cli-organisation-in-use", name=found.name, members=people, practices=own)
        organisations.remove(connection, found.id)
        audit.note(connection, None, None, "organisation-removed", name=found.name, now=desk.now)
        last = not organisations.every(connection)
    desk.tell("cli-organisation-removed", name=found.name)
    if last:
        desk.tell("cli-organisation-last")


@employer.command("add", help="cli-help-employer-add")
def add_employer(
    context: typer.Context,
    name: Name,
    in_organisation: InOrganisation = None,
    region: Annotated[str, typer.Option(metavar="TEXT", help="cli-help-region")] = "",
    size: Annotated[str, typer.Option(metavar="TEXT", help="cli-help-size")] = "",
) -> None:
    """Add an employer to an organisation."""
    desk = desk_of(context)
    name = _clean(name)
    with desk.writing() as connection:
        inside = the_organisation(connection, in_organisation)
        _refuse_taken(organisations.employers_of(connection, inside.id), name)
        organisations.add_employer(
            connection, inside.id, name, clean_line(region, MOST_NAME), clean_line(size, MOST_NAME)
        )
    desk.tell("cli-employer-added", name=name, organisation=inside.name)


@team.command("add", help="cli-help-team-add")
def add_team(
    context: typer.Context,
    name: Name,
    in_organisation: InOrganisation = None,
    of_employer: Annotated[
        str | None, typer.Option("--employer", metavar="NAME", help="cli-help-of-employer")
    ] = None,
) -> None:
    """Add a team to an organisation, perhaps of one employer."""
    desk = desk_of(context)
    name = _clean(name)
    with desk.writing() as connection:
        inside = the_organisation(connection, in_organisation)
        employers = organisations.employers_of(connection, inside.id)
        of = the_place(employers, of_employer, "cli-unknown-employer")
        _refuse_taken(organisations.teams_of(connection, inside.id), name)
        organisations.add_team(connection, inside.id, name, of.id if of else None)
    desk.tell("cli-team-added", name=name, organisation=inside.name)


def _clean(name: str) -> str:
    clean = clean_line(name, MOST_NAME)
    if not clean:
        raise Trouble("cli-empty-name", code=2)
    return clean


def _refuse_taken(things: tuple[Organisation, ...] | tuple[Place, ...], name: str) -> None:
    if named(tuple(one.name for one in things), name, str) is not None:
        raise Trouble("cli-name-taken", name=name)


# --- finding one by its name ------------------------------------------------------------------------


def the_organisation(connection: Connection, name: str | None) -> Organisation:
    """Return the organisation of that name, or the only one when no name is given."""
    every = organisations.every(connection)
    if name is None:
        if not every:
            raise Trouble("cli-no-organisation")
        if len(every) > 1:
            raise Trouble("cli-which-organisation", names=_names(every))
        return every[0]
    found = named(every, name, lambda one: one.name)
    if found is None:
        raise (
            Trouble("cli-unknown-organisation", names=_names(every))
            if every
            else Trouble("cli-no-organisation")
        )
    return found


def the_place(places: tuple[Place, ...], name: str | None, unknown: str) -> Place | None:
    """Return the employer or team of that name, None when none is asked for; else say `unknown`."""
    if name is None:
        return None
    found = named(places, name, lambda one: one.name)
    if found is None:
        raise Trouble(unknown, names=_names(places) or "–")
    return found


def named(things: tuple[T, ...], name: str, name_of: Callable[[T], str]) -> T | None:
    """Return the thing of that name, capitals and spaces around it ignored."""
    wanted = name.strip().casefold()
    return next((one for one in things if name_of(one).casefold() == wanted), None)


def _names(things: tuple[Organisation, ...] | tuple[Place, ...]) -> str:
    return ", ".join(one.name for one in things)
