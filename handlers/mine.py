"""What I shared: see it, change it, withdraw it and put it back."""

from __future__ import annotations

from dataclasses import replace

from domain.people import EVERYONE
from domain.practices import (
    WORDS,
    Attribution,
    Practice,
    PracticeState,
    Visibility,
    may_edit,
    may_put_back,
    may_withdraw,
)
from domain.rights import Reach
from handlers.kit import (
    Button,
    Capability,
    Command,
    Draft,
    Flow,
    Refusal,
    Reply,
    Say,
    Tap,
    Text,
    Turn,
    begin,
    button,
    say,
    tap,
    text,
)
from handlers.kit.card import card, taps_for, title_tap, visible
from handlers.kit.doors import EditMine, PutBackMine, ShowMine, ShowPractice, StartShare, WithdrawMine
from handlers.kit.index import state_changed, words_changed
from handlers.kit.parts import SETTINGS, changing
from storage import aliases, practices

PER_PAGE = 5


@button("mp", EVERYONE)
class MinePage(Button):
    """Go on in the list of what I shared, from here."""

    skip: int


@button("mw", EVERYONE, practice=Reach.own)
class WithdrawSurely(Button):
    """Yes, withdraw it."""

    practice: str


# --- the list ---------------------------------------------------------------------------------------


def mine(turn: Turn, _words: str) -> Say:
    """Answer /mine."""
    return _page(turn, 0)


def show(turn: Turn, _pressed: ShowMine) -> Say:
    """Show what I shared, the newest first."""
    return _page(turn, 0)


def turn_page(turn: Turn, pressed: MinePage) -> Say:
    """Show another five."""
    return _page(turn, max(0, pressed.skip)).instead()


def _page(turn: Turn, skip: int) -> Say:
    found = practices.by_author(turn.connection, turn.member, most=PER_PAGE + 1, skip=skip)
    if not found:
        return say("mine-empty" if not skip else "mine-no-more", tap("door-share", StartShare("")))
    shown = found[:PER_PAGE]
    lines = [_line(number, one) for number, one in enumerate(shown, skip + 1)]
    pages: list[Tap] = []
    if skip:
        pages.append(tap("mine-newer", MinePage(max(0, skip - PER_PAGE))))
    if len(found) > PER_PAGE:
        pages.append(tap("mine-older", MinePage(skip + PER_PAGE)))
    return Say((text("mine-list"), *lines), (*map(title_tap, shown), *pages))


def _line(number: int, practice: Practice) -> Text:
    """Say where a practice stands; its maker always sees how many found it useful."""
    on_show = practice.state is PracticeState.published
    where = practice.visibility.value if on_show else practice.state.value
    return text(
        "mine-line",
        number=number,
        title=practice.parts.title,
        state=text(f"mine-{where}"),
        count=practice.useful,
    )


def _own(turn: Turn, public_id: str) -> Practice:
    """Return a practice of this member's own; absent and somebody else's look the same."""
    practice = visible(turn, public_id)
    if not may_edit(practice, turn.member):
        raise Refusal("practice-gone")
    return practice


# --- changing ---------------------------------------------------------------------------------------


def edit(turn: Turn, pressed: EditMine) -> Reply:
    """Ask what to change."""
    practice = _own(turn, pressed.practice)
    known = {
        "practice": practice.public_id,
        **{name: getattr(practice.parts, name) for name in WORDS},
        "chosen_themes": practices.themes_of(turn.connection, [practice.id]).get(practice.id, ()),
    }
    return begin(turn, EDIT, known)


def _changed(turn: Turn, draft: Draft) -> Reply:
    """Change the one thing that was asked for, and show the card as others see it now."""
    practice = _own(turn, draft.answers["practice"])
    _change(turn, practice, draft.answers["change"], draft)
    now = _own(turn, practice.public_id)
    shown = card(now, turn.member, turn.now, *taps_for(now, turn.member))
    if draft.answers["change"] == "readers" and now.state is PracticeState.published:
        return shown.after(text("mine-readers-changed", readers=text(f"mine-{now.visibility.value}")))
    return shown.after(text("mine-changed"))


def _change(turn: Turn, practice: Practice, what: str, draft: Draft) -> None:
    connection, now = turn.connection, turn.now
    match what:
        case "name":
            practices.attribute(connection, practice, Attribution(draft.answers["attribution"]), now)
        case "readers":
            readers = Visibility(draft.answers["visibility"])
            practices.show_to(connection, practice, readers, turn.member, now)
            state_changed(turn, practice.organisation_id, practice.id)
        case "themes":
            practices.set_themes(connection, practice, draft.answers["chosen_themes"], now)
            words_changed(turn, practice.organisation_id, practice.id)
        case _:
            parts = replace(practice.parts, **{what: draft.answers[what]})
            practices.rewrite(connection, practice, parts, now)
            words_changed(turn, practice.organisation_id, practice.id)


EDIT = Flow("edit", EVERYONE, changing(lambda _draft: True, *SETTINGS, after={}), _changed)


# --- withdrawing ------------------------------------------------------------------------------------


def withdraw(turn: Turn, pressed: WithdrawMine) -> Say:
    """Ask once whether to take a practice back."""
    practice = _own(turn, pressed.practice)
    _refuse_withdrawal(practice, turn)
    return say(
        "mine-withdraw-sure",
        tap("mine-withdraw-yes", WithdrawSurely(practice.public_id)),
        tap("mine-withdraw-no", ShowPractice(practice.public_id)),
        title=practice.parts.title,
    )


def withdraw_surely(turn: Turn, pressed: WithdrawSurely) -> Say:
    """Take a practice back: from now on only its maker sees it."""
    practice = _own(turn, pressed.practice)
    _refuse_withdrawal(practice, turn)
    practices.set_state(turn.connection, practice, PracticeState.withdrawn, turn.now)
    aliases.forget(turn.connection, practice.id)
    words_changed(turn, practice.organisation_id, practice.id)
    return say("mine-withdrawn-now", _put_back_tap(practice), title=practice.parts.title).instead()


def _refuse_withdrawal(practice: Practice, turn: Turn) -> None:
    if may_put_back(practice, turn.member):
        raise Refusal("mine-withdrawn-already", _put_back_tap(practice))
    if not may_withdraw(practice, turn.member):
        raise Refusal("mine-with-coordinator")


def _put_back_tap(practice: Practice) -> Tap:
    return tap("card-put-back", PutBackMine(practice.public_id))


def put_back(turn: Turn, pressed: PutBackMine) -> Say:
    """Show a practice again to whom it was shown before."""
    practice = _own(turn, pressed.practice)
    see = tap("share-see", ShowPractice(practice.public_id))
    if practice.state is PracticeState.published:
        raise Refusal("mine-on-show-already", see)
    if not may_put_back(practice, turn.member):
        raise Refusal("mine-with-coordinator")
    practices.set_state(turn.connection, practice, PracticeState.published, turn.now)
    state_changed(turn, practice.organisation_id, practice.id)
    return say("mine-back", see, title=practice.parts.title).instead()


CAPABILITY = Capability(
    name="mine",
    commands=(Command("mine", mine, EVERYONE),),
    buttons={
        ShowMine: show,
        MinePage: turn_page,
        EditMine: edit,
        WithdrawMine: withdraw,
        WithdrawSurely: withdraw_surely,
        PutBackMine: put_back,
    },
    flows=(EDIT,),
)
