"""Many practices at once come from a file that an administrator imports: say what has to be in it."""

from __future__ import annotations

from domain.people import COORDINATORS
from handlers.kit import Capability, Command, Reply, Say, Turn, say, text


def explain(_turn: Turn, _words: str) -> Say:
    """Answer /import."""
    return say("importing-how")


def document(turn: Turn) -> Reply:
    """Tell a coordinator who sends a file where it goes; anybody else hears that files are not kept."""
    if not turn.may(*COORDINATORS):
        return None
    return say("importing-how").after(text("importing-not-kept"))


CAPABILITY = Capability(
    name="importing",
    commands=(Command("import", explain, roles=COORDINATORS, menu=False),),
    on_document=document,
)
