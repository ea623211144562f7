"""The page that says who may do what, in Markdown: made from what the program itself reads at every press."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from bot.channels.web.rights import RIGHTS
from bot.cli.app import COMMANDS
from content.speech import command_words
from domain.invitations import INVITERS
from domain.people import COORDINATORS, EVERYONE, MODERATORS, Role
from domain.rights import Reach, Right
from handlers.capabilities import routes as make_routes
from handlers.kit import Routes
from handlers.kit.buttons import registered
from handlers.kit.flow import Back, Caught, Pick, Resume, StopFlow

FIRST = "## Buttons\n"
IN_FLOWS = (Back, Caught, Pick, Resume, StopFlow)
ROLES = {
    frozenset(EVERYONE): "everyone",
    MODERATORS: "coordinator, liaison, admin",
    INVITERS: "coordinator, liaison, admin",
    COORDINATORS: "coordinator, admin",
}
FAR = {
    Reach.own: "own",
    Reach.seen: "own or shown to them",
    Reach.ours: "of their organisation",
}


def rights_page(routes: Routes) -> str:
    """Return the tables of everything that can be done, one below the other."""
    return "\n\n".join(
        (
            _table("Buttons", ("button", "what it does", "who", "on what", "before a yes"), _buttons(routes)),
            _table("Commands", ("command", "who", "before a yes"), _commands(routes)),
            _table("Conversations", ("conversation", "who"), _flows(routes)),
            _table("Addresses of the site", ("address", "who"), _addresses()),
            _list("What only the clock does", (job.name for job in routes.jobs)),
            _list("What whoever runs the server does", (f"kopgroep {name}" for name in COMMANDS)),
        )
    )


def _table(title: str, heads: Collection[str], rows: Iterator[Collection[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return f"## {title}\n\n" + "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _list(title: str, names: Iterable[str]) -> str:
    return f"## {title}\n\n" + ", ".join(f"`{name}`" for name in sorted(names)) + "."


def _buttons(routes: Routes) -> Iterator[Collection[str]]:
    for prefix, kind in sorted(registered().items()):
        right = routes.right_to(kind)
        about = (kind.__doc__ or "").strip().splitlines()[0]
        who = "whoever may have the conversation" if kind in IN_FLOWS else _who(right.roles)
        yield f"`{prefix}` {kind.__name__}", about, who, _on(right), _before(right)


def _commands(routes: Routes) -> Iterator[Collection[str]]:
    for name, command in sorted(routes.commands.items()):
        typed = ", ".join(f"`/{command_words(name, language)[0]}`" for language in ("nl", "en"))
        yield typed, _who(command.roles), _before(command.right)


def _flows(routes: Routes) -> Iterator[Collection[str]]:
    for name, flow in sorted(routes.flows.items()):
        yield f"`{name}`", _who(flow.roles)


def _addresses() -> Iterator[Collection[str]]:
    for address, right in RIGHTS.items():
        secret = "{code}" in address or "{token}" in address
        anybody = "whoever has the link" if secret else "anybody"
        yield f"`{address}`", anybody if right is None else f"signed in: {_who(right.roles)}"


def _who(roles: Collection[Role]) -> str:
    known = ROLES.get(frozenset(roles))
    return known or ", ".join(sorted(role.value for role in roles))


def _on(right: Right) -> str:
    return ", ".join(f"{name}: {FAR[reach]}" for name, reach in right.names.items())


def _before(right: Right) -> str:
    return "yes" if right.before_consent else ""


def renew(page: Path, routes: Routes) -> None:
    """Put the tables as they are now into the page, below what people wrote there."""
    written = page.read_text("utf-8").partition(FIRST)[0]
    page.write_text(f"{written}{rights_page(routes)}\n", "utf-8")


if __name__ == "__main__":
    renew(Path("docs/rights.md"), make_routes())
