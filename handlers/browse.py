"""Look around: what there is per theme, the newest and the most useful, and following a theme."""

from __future__ import annotations

from collections.abc import Sequence

from domain.people import EVERYONE, MOST_THEMES, THEMES
from domain.practices import Practice
from domain.rights import Reach
from handlers.kit import (
    Button,
    Capability,
    Command,
    Refusal,
    Reply,
    Say,
    Tap,
    Text,
    Turn,
    button,
    say,
    tap,
    text,
)
from handlers.kit.card import title_tap
from handlers.kit.doors import Browse, ShowPeople, StartAsk, StartShare
from storage import members, portraits, practices

PER_PAGE = 5
NEWEST, USEFUL, THEME_LIST = "newest", "useful", "themes"


@button("fo", EVERYONE, theme=Reach.nothing)
class Follow(Button):
    """Follow a theme, or leave it."""

    theme: str
    on: bool


def command(turn: Turn, _words: str) -> Reply:
    """Answer /browse."""
    return _themes(turn)


def browse(turn: Turn, pressed: Browse) -> Say:
    """Show the themes, or one page of titles.

    A page takes the place of the one before it; "look around" under another message leaves that alone.
    """
    theme = pressed.theme if pressed.theme in THEMES else ""
    if not theme and pressed.sort not in (NEWEST, USEFUL):
        shown = _themes(turn)
        return shown.instead() if pressed.sort == THEME_LIST else shown
    order = USEFUL if pressed.sort == USEFUL else NEWEST
    return _page(turn, theme, order, max(pressed.skip, 0)).instead()


# --- themes ------------------------------------------------------------------------------------------


def _themes(turn: Turn) -> Say:
    counts = practices.count_by_theme(turn.connection, turn.member)
    newest = practices.on_show(turn.connection, turn.member, most=1)
    if not newest:
        return say("browse-empty", tap("door-share", StartShare("")), tap("door-ask", StartAsk()))
    followed = members.themes_of(turn.connection, turn.member.id)
    order = sorted((theme for theme in THEMES if theme in counts), key=lambda theme: theme not in followed)
    return say(
        "browse-themes",
        tap("browse-newest", Browse("", NEWEST, 0)),
        tap("browse-useful", Browse("", USEFUL, 0)),
        *_people_tap(turn),
        *(_theme_tap(theme, counts[theme]) for theme in order),
    )


def _people_tap(turn: Turn) -> tuple[Tap, ...]:
    if not portraits.any_on_show(turn.connection, turn.member):
        return ()
    return (tap("browse-people", ShowPeople(0)),)


def _theme_tap(theme: str, count: int) -> Tap:
    return tap("browse-theme", Browse(theme, NEWEST, 0), theme=text(f"theme-{theme}"), count=count)


# --- one page ----------------------------------------------------------------------------------------


def _page(turn: Turn, theme: str, order: str, skip: int) -> Say:
    """Show titles to open, never who made them: this is no ranking of people."""
    found = practices.on_show(
        turn.connection, turn.member, theme=theme or None, order=order, most=PER_PAGE + 1, skip=skip
    )
    shown, more = found[:PER_PAGE], len(found) > PER_PAGE
    further = (tap("browse-more", Browse(theme, order, skip + PER_PAGE)),) if more else ()
    return Say(
        (_heading(theme, order, shown, skip),),
        (*map(title_tap, shown), *further, *_ways_on(turn, theme, order)),
    )


def _heading(theme: str, order: str, shown: Sequence[Practice], skip: int) -> Text:
    if not shown:
        return text("browse-end" if skip else "browse-nothing")
    about = text(f"theme-{theme}") if theme else text("browse-all")
    return text(f"browse-{order}-page", about=about, first=skip + 1, last=skip + len(shown))


def _ways_on(turn: Turn, theme: str, order: str) -> tuple[Tap, ...]:
    other = NEWEST if order == USEFUL else USEFUL
    follows = theme in members.themes_of(turn.connection, turn.member.id)
    follow = (
        (tap("browse-leave" if follows else "browse-follow", Follow(theme, not follows)),) if theme else ()
    )
    return (
        tap(f"browse-{other}", Browse(theme, other, 0)),
        *follow,
        tap("browse-back", Browse("", THEME_LIST, 0)),
    )


def follow(turn: Turn, pressed: Follow) -> Say:
    """Follow a theme or leave it; three at most, so that what is sent stays little."""
    if pressed.theme not in THEMES:
        raise Refusal("browse-nothing")
    followed = members.themes_of(turn.connection, turn.member.id)
    if pressed.on and pressed.theme not in followed:
        if len(followed) >= MOST_THEMES:
            raise Refusal("browse-three", tap("browse-back", Browse("", THEME_LIST, 0)), most=MOST_THEMES)
        members.follow(turn.connection, turn.member, pressed.theme)
    elif not pressed.on:
        members.unfollow(turn.connection, turn.member.id, pressed.theme)
    note = text("browse-followed" if pressed.on else "browse-left", theme=text(f"theme-{pressed.theme}"))
    return _page(turn, pressed.theme, NEWEST, 0).after(note).instead()


CAPABILITY = Capability(
    name="browse",
    commands=(Command("browse", command, EVERYONE),),
    buttons={Browse: browse, Follow: follow},
)
