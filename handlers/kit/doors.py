"""Buttons that lead from one capability to another. Who answers them is said in that capability alone."""

from __future__ import annotations

from handlers.kit.buttons import Button, button


@button("pr")
class ShowPractice(Button):
    """Show a practice as a card."""

    practice: str


@button("sh")
class StartShare(Button):
    """Start sharing: "" asks how, "one" is one message, "steps" is step by step."""

    mode: str


@button("as")
class StartAsk(Button):
    """Invite a question."""


@button("br")
class Browse(Button):
    """Look around: all themes, or one; "newest" or "useful" first; from which card on."""

    theme: str
    order: str
    skip: int


@button("mi")
class ShowMine(Button):
    """Show what I shared."""


@button("he")
class ShowHelp(Button):
    """Show what one can do here."""


@button("pf")
class StartProfile(Button):
    """Choose job, themes and rhythm."""


@button("ok")
class Fine(Button):
    """Nothing more to do: a kind last word."""
