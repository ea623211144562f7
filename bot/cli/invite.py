"""Make an invitation link, with a QR code for on paper."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from babel.dates import format_datetime

from bot.channels.who_am_i import CannotReach, TokenRefused, chat_link, myself
from bot.cli.desk import Desk, desk_of, writing_file
from bot.cli.places import InOrganisation, the_organisation, the_place
from bot.files import draw_qr
from bot.trouble import Trouble
from domain.links import join_link
from domain.people import Role
from domain.spans import span
from storage import invitations, organisations
from storage.organisations import Organisation

LONGEST = timedelta(days=366)
MOST_USES = 100_000
UNLIMITED = ("unlimited", "onbeperkt")


def invite(
    context: typer.Context,
    role: Annotated[Role, typer.Option(help="cli-help-role")] = Role.member,
    team: Annotated[str | None, typer.Option(metavar="NAME", help="cli-help-invite-team")] = None,
    employer: Annotated[str | None, typer.Option(metavar="NAME", help="cli-help-invite-employer")] = None,
    uses: Annotated[str, typer.Option(metavar="N|unlimited", help="cli-help-uses")] = "1",
    expires: Annotated[str, typer.Option(metavar="7d", help="cli-help-expires")] = "7d",
    organisation: InOrganisation = None,
    qr: Annotated[Path | None, typer.Option(metavar="FILE", help="cli-help-qr")] = None,
    qr_terminal: Annotated[bool, typer.Option("--qr-terminal", help="cli-help-qr-terminal")] = False,
) -> None:
    """Make an invitation and print its links; the code is shown once and never again."""
    desk = desk_of(context)
    count, lives = _uses(uses), _lives(expires)
    if qr is not None and qr.suffix.lower() not in (".png", ".svg"):
        raise Trouble("cli-qr-kind", code=2)
    expires_at = desk.now + lives
    with desk.writing() as connection:
        inside = the_organisation(connection, organisation)
        employers = organisations.employers_of(connection, inside.id)
        of = the_place(employers, employer, "cli-unknown-employer")
        group = the_place(organisations.teams_of(connection, inside.id), team, "cli-unknown-team")
        if of and group and group.employer_id not in (None, of.id):
            raise Trouble("cli-team-elsewhere", team=group.name, employer=of.name)
        code = invitations.make(
            connection,
            inside.id,
            role=role,
            uses=count,
            expires_at=expires_at,
            now=desk.now,
            employer_id=of.id if of else group.employer_id if group else None,
            team_id=group.id if group else None,
        )
        link = join_link(desk.settings.address, code)
        if qr is not None:
            # Inside the transaction: without a picture there is no invitation that nobody knows of.
            with writing_file(qr) as file:
                file.write(draw_qr(link, qr.suffix.lower()[1:]))
    _print(desk, inside, role, count, _moment(desk, inside, lives), link, code)
    if qr is not None:
        desk.tell("cli-qr-written", file=str(qr))
    if qr_terminal:
        import segno

        segno.make(link, error="m").terminal(out=sys.stdout, compact=True)


def _print(
    desk: Desk, inside: Organisation, role: Role, count: int | None, until: str, link: str, code: str
) -> None:
    desk.tell(
        "cli-invited",
        role=desk.words(f"cli-role-{role.value}"),
        organisation=inside.name,
        uses=count or 0,
        until=until,
    )
    print(link)
    if desk.settings.token:
        try:
            me = myself(desk.settings.telegram_base_url, desk.settings.token)
            print(chat_link(me.username) + code)
        except (CannotReach, TokenRefused):
            desk.warn("cli-invite-no-telegram")
    if not desk.settings.public_url:
        desk.warn("cli-invite-local", address=desk.settings.address)


def _uses(words: str) -> int | None:
    if words.strip().lower() in UNLIMITED:
        return None
    if not (words.isascii() and words.isdigit() and 0 < int(words) <= MOST_USES):
        raise Trouble("cli-bad-uses", code=2)
    return int(words)


def _lives(words: str) -> timedelta:
    lives = span(words)
    if lives is None or lives > LONGEST:
        raise Trouble("cli-bad-expires", code=2)
    return lives


def _moment(desk: Desk, inside: Organisation, lives: timedelta) -> str:
    return str(
        format_datetime(
            desk.now + lives, "d MMMM y HH:mm", tzinfo=ZoneInfo(inside.timezone), locale=desk.language
        )
    )
