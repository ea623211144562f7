"""The numbers of the model: what each does, and change by typing, within bounds that protect people."""

from __future__ import annotations

from domain.peers.constants import (
    CHANGEABLE,
    Constants,
    Described,
    OutOfRange,
    described_as,
    value_of,
)
from domain.people import COORDINATORS
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
    Step,
    Text,
    Turn,
    begin,
    below,
    button,
    pick,
    say,
    tap,
    text,
)
from handlers.kit.flow import Answers
from storage import numbers

LEAVE, BACK = "leave", "back"
# Their names as a button can carry them.
NAMES = {name.replace(".", "-"): name for names in CHANGEABLE.values() for name in names}


@button("gn", COORDINATORS, group=Reach.nothing)
class ShowNumbers(Button):
    """Show the numbers of a group; "" shows the groups."""

    group: str


@button("go", COORDINATORS, number=Reach.nothing)
class ShowNumber(Button):
    """Explain one number, and let it be changed."""

    number: str


# --- the lists --------------------------------------------------------------------------------------


def command(turn: Turn, _words: str) -> Reply:
    """Answer /numbers."""
    return _groups(turn)


def show(turn: Turn, pressed: ShowNumbers) -> Reply:
    """Show a group, or all of them."""
    return (_group(turn, pressed.group) if pressed.group in CHANGEABLE else _groups(turn)).instead()


def _groups(turn: Turn) -> Say:
    changed = numbers.changed(turn.connection, turn.member.organisation_id)
    taps = [tap(f"numbers-group-{group}", ShowNumbers(group)) for group in CHANGEABLE]
    return say("numbers-about", *taps, changed=len(changed))


def _group(turn: Turn, group: str) -> Say:
    known = numbers.of(turn.connection, turn.member.organisation_id)
    names = CHANGEABLE[group]
    lines = [_line(place, described_as(name), known) for place, name in enumerate(names, start=1)]
    head = text("numbers-in-group", group=text(f"numbers-group-{group}"))
    taps = [
        tap("numbers-choose", ShowNumber(_code(name)), number=place) for place, name in enumerate(names, 1)
    ]
    return Say((below(head, *lines),), (*taps, tap("numbers-all", ShowNumbers(""))))


def _line(place: int, one: Described, known: Constants) -> Text:
    value = value_of(known, one.name)
    if value == one.default:
        return text("numbers-line", number=place, name=_name(one), value=one.said(value))
    return text(
        "numbers-line-changed",
        number=place,
        name=_name(one),
        value=one.said(value),
        usual=one.said(one.default),
    )


def _code(name: str) -> str:
    return name.replace(".", "-")


def _name(one: Described) -> Text:
    return text(f"number-{_code(one.name)}")


# --- one number -------------------------------------------------------------------------------------


def start(turn: Turn, pressed: ShowNumber) -> Reply:
    """Explain one number, and ask for another value."""
    if pressed.number not in NAMES:
        raise Refusal("numbers-gone")
    reply = begin(turn, FLOW, {"number": NAMES[pressed.number]})
    return reply.instead() if isinstance(reply, Say) else reply


def ask(turn: Turn, draft: Draft) -> Say:
    """Say what a number does, what it is, and what it may be."""
    one = described_as(draft.answers["number"])
    value = value_of(numbers.of(turn.connection, turn.member.organisation_id), one.name)
    about = text(f"number-{_code(one.name)}-about")
    usual = () if value == one.default else (pick(draft, "value", BACK, "numbers-back"),)
    return Say(
        (
            text("numbers-one", name=_name(one), value=one.said(value), about=about),
            text(
                "numbers-range", usual=one.said(one.default), low=one.said(one.low), high=one.said(one.high)
            ),
            text("numbers-how"),
        ),
        (*usual, pick(draft, "value", LEAVE, "numbers-leave")),
    )


def type_value(_turn: Turn, draft: Draft, typed: str) -> Answers:
    """Take another value, when it may be."""
    one = described_as(draft.answers["number"])
    value = one.read(typed)
    if value is None:
        raise Refusal("numbers-unread", usual=one.said(one.default))
    if not one.allows(value):
        raise Refusal("numbers-outside", low=one.said(one.low), high=one.said(one.high))
    return {"value": value}


def pick_value(turn: Turn, draft: Draft, value: str) -> Answers:
    """Leave it, or give it its default again."""
    one = described_as(draft.answers["number"])
    if value == BACK:
        return {"value": one.default}
    if value != LEAVE:
        raise Refusal("old-button")
    return {"value": value_of(numbers.of(turn.connection, turn.member.organisation_id), one.name)}


def change(turn: Turn, draft: Draft) -> Reply:
    """Change it, with who did; it holds from now on."""
    one = described_as(draft.answers["number"])
    place, value = turn.member.organisation_id, float(draft.answers["value"])
    old = value_of(numbers.of(turn.connection, place), one.name)
    try:
        changed = numbers.change(turn.connection, place, turn.member.id, one.name, value, turn.now)
    except OutOfRange as outside:
        raise Refusal("numbers-outside", low=one.said(outside.low), high=one.said(outside.high)) from outside
    back = tap("numbers-all", ShowNumbers(""))
    if not changed:
        return say("numbers-same", back, value=one.said(value))
    return say("numbers-changed", back, name=_name(one), value=one.said(value), old=one.said(old))


FLOW = Flow("number", COORDINATORS, (Step("value", ask, typed=type_value, picked=pick_value),), change)

CAPABILITY = Capability(
    name="numbers",
    commands=(Command("numbers", command, COORDINATORS, menu=False),),
    buttons={ShowNumbers: show, ShowNumber: start},
    flows=(FLOW,),
)
