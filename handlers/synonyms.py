"""Words that mean the same in an organisation: coordinators and liaisons teach them to the matcher."""

from __future__ import annotations

from collections.abc import Sequence

from domain.people import MODERATORS
from domain.rights import Reach
from domain.synonyms import LONGEST_TERM, MOST_SYNONYMS, SynonymList, Synonyms, Unfit, read_list
from domain.text import shorten
from handlers.kit import (
    Button,
    Capability,
    Command,
    Draft,
    Flow,
    Refusal,
    Reply,
    Say,
    Step,
    Tap,
    Turn,
    begin,
    button,
    say,
    tap,
    text,
)
from handlers.kit.flow import Answers
from handlers.kit.index import synonyms_changed
from storage import synonyms
from storage.synonyms import Kept

PER_PAGE = 8
MOST_NAMED = 10  # lines of a list that could not be used
MOST_ON_BUTTON = 40  # UTF-16 units of a pair on a button


@button("wl", MODERATORS)
class ListSynonyms(Button):
    """Show the pairs of words after `skip` newer ones."""

    skip: int


@button("wn", MODERATORS)
class NewSynonyms(Button):
    """Add a pair of words."""


@button("wo", MODERATORS, synonyms=Reach.ours)
class ShowSynonyms(Button):
    """Show one pair of words, and offer to remove it."""

    synonyms: str


@button("wx", MODERATORS, synonyms=Reach.ours)
class RemoveSynonyms(Button):
    """Remove a pair of words."""

    synonyms: str


# --- the list ----------------------------------------------------------------------------------------


def command(turn: Turn, words: str) -> Reply:
    """Answer /words: with a pair behind it that pair is added."""
    if not words:
        return _page(turn, 0)
    listed = _read(turn, words)
    return _added(turn, listed.pairs, [line for line, _ in listed.unfit])


def show_list(turn: Turn, pressed: ListSynonyms) -> Reply:
    """Show another page."""
    return _page(turn, pressed.skip).instead()


def _page(turn: Turn, skip: int) -> Say:
    organisation = turn.member.organisation_id
    count = synonyms.count(turn.connection, organisation)
    new = tap("synonyms-add", NewSynonyms())
    if not count:
        return say("synonyms-none", new)
    skip = skip if 0 <= skip < count else 0
    shown = synonyms.page(turn.connection, organisation, most=PER_PAGE, skip=skip)
    after = skip + len(shown)
    further = (tap("synonyms-more", ListSynonyms(after)),) if after < count else ()
    lines = tuple(text("synonyms-line", term=one.pair.term, other=one.pair.other) for one in shown)
    return Say((text("synonyms-list", count=count), *lines), (new, *map(_open_tap, shown), *further))


def _open_tap(one: Kept) -> Tap:
    words = shorten(f"{one.pair.term} = {one.pair.other}", MOST_ON_BUTTON)
    return tap("synonyms-open", ShowSynonyms(one.public_id), words=words)


# --- adding ------------------------------------------------------------------------------------------


def start(turn: Turn, _pressed: NewSynonyms) -> Reply:
    """Ask for a pair."""
    return begin(turn, FLOW)


def ask_pair(_turn: Turn, _draft: Draft) -> Say:
    """Say how to type one."""
    return say("synonyms-how")


def type_pair(turn: Turn, _draft: Draft, words: str) -> Answers:
    """Take a pair, or a list with one to a line."""
    listed = _read(turn, words)
    pairs = [[pair.term, pair.other] for pair in listed.pairs]
    return {"pair": pairs, "unread": [line for line, _ in listed.unfit]}


def _read(turn: Turn, words: str) -> SynonymList:
    """Return what was typed, or refuse it when there is no pair in it."""
    listed = read_list(words)
    if not listed.pairs:
        why = listed.unfit[0][1] if listed.unfit else Unfit.form
        raise Refusal(f"synonyms-no-{why.value}", most=LONGEST_TERM)
    if synonyms.count(turn.connection, turn.member.organisation_id) >= MOST_SYNONYMS:
        raise Refusal("synonyms-full", most=MOST_SYNONYMS)
    return listed


def finish(turn: Turn, draft: Draft) -> Reply:
    """Add what was typed."""
    pairs = [Synonyms(*pair) for pair in draft.answers["pair"]]
    return _added(turn, pairs, draft.answers["unread"])


def _added(turn: Turn, pairs: Sequence[Synonyms], unread: Sequence[int]) -> Say:
    organisation = turn.member.organisation_id
    new, known = synonyms.add_all(turn.connection, organisation, pairs, MOST_SYNONYMS, turn.now)
    if new:
        synonyms_changed(turn, organisation)
    further = (tap("synonyms-another", NewSynonyms()), tap("synonyms-all", ListSynonyms(0)))
    if len(pairs) == 1 and not unread:
        (pair,) = pairs
        told = "synonyms-added" if new else "synonyms-known"
        return say(told, *further, term=pair.term, other=pair.other)
    left = len(pairs) - new - known
    lines = (
        text("synonyms-added-list", count=new),
        text("synonyms-known-list", count=known) if known else None,
        text("synonyms-left", count=left, most=MOST_SYNONYMS) if left else None,
        text("synonyms-unread", count=len(unread), lines=_named(unread)) if unread else None,
    )
    return Say(tuple(line for line in lines if line is not None), further)


def _named(lines: Sequence[int]) -> str:
    return ", ".join(map(str, lines[:MOST_NAMED]))


FLOW = Flow("synonyms", MODERATORS, (Step("pair", ask_pair, typed=type_pair),), finish)


# --- removing ----------------------------------------------------------------------------------------


def show(turn: Turn, pressed: ShowSynonyms) -> Reply:
    """Show one pair, and offer to remove it."""
    one = _kept(turn, pressed.synonyms)
    return say(
        "synonyms-one",
        tap("synonyms-remove", RemoveSynonyms(one.public_id)),
        tap("synonyms-all", ListSynonyms(0)),
        term=one.pair.term,
        other=one.pair.other,
    )


def remove(turn: Turn, pressed: RemoveSynonyms) -> Reply:
    """Remove a pair, and show what is left."""
    organisation = turn.member.organisation_id
    one = _kept(turn, pressed.synonyms)
    if not synonyms.remove(turn.connection, organisation, one.public_id):
        raise Refusal("synonyms-gone")
    synonyms_changed(turn, organisation)
    gone = text("synonyms-removed", term=one.pair.term, other=one.pair.other)
    return _page(turn, 0).after(gone).instead()


def _kept(turn: Turn, public_id: str) -> Kept:
    one = synonyms.by_public_id(turn.connection, turn.member.organisation_id, public_id)
    if one is None:
        raise Refusal("synonyms-gone")
    return one


CAPABILITY = Capability(
    name="synonyms",
    commands=(Command("words", command, MODERATORS),),
    buttons={
        ListSynonyms: show_list,
        NewSynonyms: start,
        ShowSynonyms: show,
        RemoveSynonyms: remove,
    },
    flows=(FLOW,),
)
