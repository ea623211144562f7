"""People as they show themselves: never a ranking, never a count, in an order that is chance."""

from __future__ import annotations

from domain.looking_for_people import about
from domain.people import EVERYONE
from domain.portraits import QUESTIONS, Portrait, shuffled
from domain.rights import Reach
from domain.text import shorten
from handlers.kit import Button, Refusal, Reply, Say, Tap, Text, Turn, button, say, tap, text
from handlers.kit.card import MOST_TITLE_ON_BUTTON, title_tap, visible
from handlers.kit.doors import Browse, ShowPeople, ShowPortrait, StartNomination, WhoMade
from storage import portraits, practices

PER_PAGE = 5
MOST_FOUND = 6
MOST_SIGNED = 3  # practices that stand with a portrait


@button("pg", EVERYONE, portrait=Reach.seen)
class StartPortraitReport(Button):
    """Report a portrait: asks why."""

    portrait: str


def portrayed(turn: Turn, portrait: Portrait) -> Say:
    """Say a portrait as everybody sees it, with what its owner shared under the same name."""
    told = portrait.told
    lines = [
        text("portrait-who", who=_who(portrait)),
        text(f"portrait-kind-{portrait.kind.value}") if portrait.kind else None,
        *(
            text(f"portrait-said-{name}", words=words)
            for name in QUESTIONS
            if (words := getattr(portrait, name)) and (name != "contact" or portrait.named)
        ),
        text("portrait-quoted", empathy=told.empathy, enterprise=told.enterprise)
        if portrait.quoted
        else None,
    ]
    shared = _shared(turn, portrait)
    return Say((*(line for line in lines if line), *((text("portrait-shared"),) if shared else ())), shared)


def _who(portrait: Portrait) -> Text:
    job = text(f"job-{portrait.job or 'unknown'}-person")
    if portrait.named and portrait.name:
        return text("portrait-who-named", name=portrait.name, job=job)
    return text("portrait-who-nameless", job=job)


def _shared(turn: Turn, portrait: Portrait) -> tuple[Tap, ...]:
    """Return buttons to what they shared with their name on it; the nameless would be known by it."""
    if not portrait.named:
        return ()
    found = practices.signed_by(turn.connection, turn.member, portrait.member_id, most=MOST_SIGNED)
    return tuple(map(title_tap, found))


def show(turn: Turn, pressed: ShowPortrait) -> Reply:
    """Show one portrait."""
    portrait = portraits.by_public_id(turn.connection, turn.member, pressed.portrait)
    if portrait is None:
        raise Refusal("portrait-gone")
    return portrayed(turn, portrait).with_taps(*_below(turn, portrait))


def _below(turn: Turn, portrait: Portrait) -> tuple[Tap, ...]:
    people = tap("portrait-people", ShowPeople(0))
    if portrait.member_id == turn.member.id:
        return (people,)
    return (people, tap("portrait-report", StartPortraitReport(portrait.public_id)))


def who_made(turn: Turn, pressed: WhoMade) -> Reply:
    """Show the portrait of whoever made a practice with their name on it."""
    practice = visible(turn, pressed.practice)
    if not practice.portrayed or practice.author_id is None:
        raise Refusal("portrait-gone")
    portrait = portraits.of_maker(turn.connection, turn.member, practice.author_id)
    if portrait is None:
        raise Refusal("portrait-gone")
    return portrayed(turn, portrait).with_taps(*_below(turn, portrait))


# --- everybody ----------------------------------------------------------------------------------------


def people(turn: Turn, words: str) -> Reply:
    """Answer /people, perhaps with what it should be about."""
    return _about(turn, words) if words else _page(turn, 0)


def _about(turn: Turn, words: str) -> Say:
    """Show who tells of something in these words."""
    found = about(portraits.on_show(turn.connection, turn.member), words)
    order = shuffled(found, turn.member.public_id, turn.now.date())[:MOST_FOUND]
    everybody = tap("portrait-everybody", ShowPeople(0))
    taps = (tap("portrait-open", ShowPortrait(one), who=_label(found[one])) for one in order)
    key = "portrait-about" if order else "portrait-about-nobody"
    said = turn.guard(words).redacted  # what is answered is kept, and so are the words in it
    return say(key, *taps, everybody, words=shorten(said, MOST_TITLE_ON_BUTTON))


def show_people(turn: Turn, pressed: ShowPeople) -> Reply:
    """Show one page; another one takes its place."""
    shown = _page(turn, max(pressed.skip, 0))
    return shown.instead() if pressed.skip else shown


def _page(turn: Turn, skip: int) -> Say:
    """Show names to open. The order is no merit: it is another one tomorrow, and for each reader."""
    on_show = portraits.on_show(turn.connection, turn.member)
    nominate = tap("portrait-nominate", StartNomination(""))
    if not on_show:
        return say("portrait-nobody", nominate, tap("door-browse", Browse("", "", 0)))
    order = shuffled(on_show, turn.member.public_id, turn.now.date())
    shown = order[skip : skip + PER_PAGE]
    further = (tap("portrait-more", ShowPeople(skip + PER_PAGE)),) if order[skip + PER_PAGE :] else ()
    taps = (tap("portrait-open", ShowPortrait(one), who=_label(on_show[one])) for one in shown)
    return say("portrait-page" if shown else "portrait-end", *taps, *further, nominate)


def _label(portrait: Portrait) -> Text:
    """Return who it is, in the room that a button has."""
    job = text(f"job-{portrait.job or 'unknown'}-person")
    if portrait.named and portrait.name:
        return text("portrait-label", name=shorten(portrait.name, MOST_TITLE_ON_BUTTON))
    return text("portrait-label-nameless", job=job)
