"""Take a turn: know the person, find what answers them, and store the answer in the same transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from domain.delivery import Delivery
from domain.people import Address, Member, language_for
from domain.rights import THINGS, Right, in_reach
from domain.text import clean, is_blank
from handlers.kit import flow as flows
from handlers.kit.buttons import Button, OldButton, decode, right_to
from handlers.kit.routes import Command, Routes
from handlers.kit.say import Say, Tap, Text, say, tap, to_payload
from handlers.kit.turn import Go, Hear, Incoming, Kind, Place, Refusal, Reply, Turn, World
from storage import conversations, deliveries, lines, members, opt_outs, updates
from storage.conversations import Draft
from storage.database import Connection
from storage.opt_outs import OptOut
from storage.whose import whose

MOST_HANDOVERS = 5
NOWHERE = "-"  # the name of nothing
IN_FLOW = (flows.Pick, flows.Back, flows.StopFlow, flows.Resume, flows.Caught)
LONGEST_LABEL = 40  # a typed text longer than this cannot be the words of a button


@dataclass(frozen=True)
class Taken:
    """What came of a turn: messages to send now, and whether the matching index has something to read."""

    says: tuple[Delivery, ...] = ()
    changed: bool = False
    member_id: int | None = None
    toast: Text | None = None
    known: bool = True  # False when the update had been handled before
    organisation_id: int | None = None
    refused: bool = False  # too much came from there: it was not looked at


def take(connection: Connection, incoming: Incoming, world: World, routes: Routes, now: datetime) -> Taken:
    """Answer what came in, at most once however often it is delivered."""
    if not updates.remember(connection, incoming.keys, now):
        return Taken(known=False)
    if incoming.album and not updates.remember(
        connection, [f"{incoming.channel}:album:{incoming.album}"], now
    ):
        return Taken()
    visit = members.visit(connection, incoming.channel, incoming.address, now)
    if visit is None:
        return _take_stranger(connection, incoming, world, routes, now)
    if incoming.kind is Kind.gone:
        members.mark_gone(connection, incoming.channel, incoming.address, now)
        opt_outs.note(connection, visit.member, OptOut.stopped, now)
        return Taken(member_id=visit.member.id)
    if visit.stale:
        members.mark_used(connection, incoming.channel, incoming.address, now)
    turn = Turn(connection, now, incoming, visit.member, world)
    reply = answer(turn, routes)
    _note_own_words(turn)
    return _speak(turn, reply, routes)


def _take_stranger(
    connection: Connection, incoming: Incoming, world: World, routes: Routes, now: datetime
) -> Taken:
    if incoming.place is Place.group or incoming.kind is Kind.gone:
        return Taken()
    welcomed = routes.first("on_stranger")(connection, incoming, world, now)
    if isinstance(welcomed, tuple):
        known, saying = welcomed
        return _speak(known, saying, routes)
    if isinstance(welcomed, Turn):
        return _speak(welcomed, routes.first("on_unagreed")(welcomed), routes)
    language = language_for(incoming.language, world.default_language)
    said = _store(connection, welcomed, None, language, incoming, world, now)
    return Taken(says=tuple(filter(None, [said])))


def answer(turn: Turn, routes: Routes) -> Reply:
    """Find what answers this turn, and turn a polite no into words."""
    try:
        return _resolve(turn, _answer(turn, routes), routes)
    except OldButton:
        return _old_button(turn)
    except Refusal as refusal:
        return Say((Text(refusal.key, refusal.values),), refusal.taps)


def _answer(turn: Turn, routes: Routes) -> Reply:
    incoming = turn.incoming
    if incoming.place is Place.group:
        return say("group-private") if incoming.text.startswith("/") else None
    match incoming.kind:
        case Kind.button:
            return press(turn, decode(incoming.data), routes)
        case Kind.text:
            return _answer_text(turn, routes)
        case _ if not turn.member.agreed:
            return _run(turn, routes, "on_unagreed")
        case Kind.edit:
            return _answer_edit(turn, routes)
        case Kind.forward:
            return _run(turn, routes, "on_forward")
        case Kind.echo:
            return say("no-echo")
        case Kind.photo | Kind.document if (found := _takes_files(turn, routes)) is not None:
            return flows.handed(turn, *found)
        case Kind.document:
            return _run(turn, routes, "on_document") or say("no-document")
        case Kind.photo | Kind.voice:
            return say(f"no-{incoming.kind.value}")
        case _:
            return say("no-other")


def _takes_files(turn: Turn, routes: Routes) -> tuple[flows.Flow, Draft] | None:
    """Return the conversation that takes the file that was sent, if one is open that does."""
    if turn.incoming.file is None:
        return None
    draft = conversations.open_of(turn.connection, turn.member.id)
    flow = routes.flows.get(draft.flow) if draft else None
    return (flow, draft) if draft and flow and flow.handed and turn.may(flow.roles) else None


def words_to_look_up(
    connection: Connection, incoming: Incoming, world: World, routes: Routes, now: datetime
) -> str:
    """Return what would be looked up if this were answered now, after the guard; "" when it is no question.

    It only looks. What somebody types in a conversation, or before they agreed, is nobody's question.
    """
    words = clean(incoming.text)
    if incoming.place is Place.group or words.startswith("/"):
        return ""
    member = members.at_address(connection, incoming.channel, incoming.address)
    if member is None or not member.agreed:
        return ""
    turn = Turn(connection, now, incoming, member, world)
    if _typed_label(turn, words) is not None or conversations.open_of(connection, member.id) is not None:
        return ""
    looks_up = routes.first("looks_up")
    return looks_up(turn, words) if looks_up else ""


def _run(turn: Turn, routes: Routes, hook: str) -> Reply:
    run = routes.first(hook)
    return run(turn) if run else None


def _answer_text(turn: Turn, routes: Routes) -> Reply:
    words = clean(turn.incoming.text)
    if words.startswith("/"):
        return _command(turn, words, routes)
    pressed = _typed_label(turn, words)
    if pressed is not None:
        return press(turn, pressed, routes)
    if not turn.member.agreed:
        return _run(turn, routes, "on_unagreed")
    draft = conversations.open_of(turn.connection, turn.member.id)
    if draft is not None and draft.flow in routes.flows:
        flow = routes.flows[draft.flow]
        return (
            flows.typed(turn, flow, draft, turn.incoming.text) if turn.may(flow.roles) else _over(turn, draft)
        )
    if is_blank(words):
        return say("nothing-said")
    return _run(turn, routes, "on_text")


def _over(turn: Turn, draft: Draft) -> Say:
    """End the conversation of somebody who may not have it any more, so that it is not in their way."""
    conversations.end(turn.connection, draft)
    return say("old-button")


def _command(turn: Turn, words: str, routes: Routes) -> Reply:
    word, _, rest = words[1:].partition(" ")
    word, _, more = word.partition("\n")
    name = turn.world.vocabulary.command(word.split("@")[0].lower())
    command: Command | None = routes.commands.get(name) if name else None
    if command is None or not turn.may(command.roles):
        return say("unknown-command", command="/" + word[:20])
    if not turn.member.agreed and not command.before_consent:
        return _run(turn, routes, "on_unagreed")
    conversations.put_aside(turn.connection, turn.member.id)
    return _resolve(turn, command.run(turn, (more + rest).strip()), routes)


def _typed_label(turn: Turn, words: str) -> Button | None:
    """Everything a button does can be typed: its words, as they stood in one of the last messages."""
    if not words or len(words) > LONGEST_LABEL:
        return None
    wanted = _bare(words)
    for payload in deliveries.last_payloads(turn.connection, turn.member.id):
        for one in payload.get("taps", ()):
            label = turn.world.vocabulary.label(one["label"], turn.member.language)
            if "data" in one and label and _bare(label) == wanted:
                found = decode(one["data"])
                if not _is_over(turn, found):
                    return found
    return None


def _is_over(turn: Turn, button: Button) -> bool:
    """Whoever types "stop" when that conversation is over means the program, and not that button."""
    if not isinstance(button, IN_FLOW):
        return False
    return conversations.by_public_id(turn.connection, turn.member.id, button.draft) is None


def _bare(words: str) -> str:
    """Return words without capitals, and without a tick before or a full stop behind them."""
    return words.casefold().strip("✓.! ")


def press(turn: Turn, pressed: Button, routes: Routes) -> Reply:
    """Do what a button means, if this member may press it now."""
    if not turn.member.agreed and type(pressed) not in routes.before_consent:
        return _run(turn, routes, "on_unagreed")
    if isinstance(pressed, IN_FLOW):
        return _press_in_flow(turn, pressed, routes)
    return _resolve(turn, _run_button(turn, pressed, routes), routes)


def _run_button(turn: Turn, pressed: Button, routes: Routes) -> Reply:
    """Let a capability answer a button; who may not press it (any more) hears that it is an old one."""
    run = routes.buttons.get(type(pressed))
    if run is None:
        raise OldButton
    right = right_to(type(pressed))
    if not turn.may(right.roles):
        raise Refusal("old-button")
    reply: Reply = run(turn, _within_reach(turn, pressed, right))
    return reply


def _within_reach(turn: Turn, pressed: Button, right: Right) -> Button:
    """Let what is out of reach be answered as what is not there: the capability never hears its name."""
    out = {}
    for field, reach in right.names.items():
        name = getattr(pressed, field)
        if name and not in_reach(reach, whose(turn.connection, turn.member, THINGS[field], name)):
            out[field] = NOWHERE
    return replace(pressed, **out) if out else pressed


def _press_in_flow(
    turn: Turn,
    pressed: flows.Pick | flows.Back | flows.StopFlow | flows.Resume | flows.Caught,
    routes: Routes,
) -> Reply:
    draft = conversations.by_public_id(turn.connection, turn.member.id, pressed.draft)
    if draft is None or draft.flow not in routes.flows:
        return say("flow-over")
    flow = routes.flows[draft.flow]
    if not turn.may(flow.roles):
        return _over(turn, draft)
    match pressed:
        case flows.Pick():
            return flows.picked(turn, flow, draft, pressed.step, pressed.value)
        case flows.Back():
            return flows.back(turn, flow, draft, pressed.step)
        case flows.StopFlow():
            return flows.stop(turn, flow, draft)
        case flows.Resume():
            return flows.proceed(turn, flow, draft)
        case flows.Caught():
            return flows.decide(turn, flow, draft, pressed.choice)


def _answer_edit(turn: Turn, routes: Routes) -> Reply:
    """An edited message corrects the step it answered, as long as that conversation is open."""
    draft = conversations.open_of(turn.connection, turn.member.id)
    if draft is not None and draft.flow in routes.flows and turn.may(routes.flows[draft.flow].roles):
        caught = {draft.caught["step"]: draft.caught["message"]} if draft.caught else {}
        for step, message in {**draft.messages, **caught}.items():
            if message and message == turn.incoming.message:
                return flows.typed(turn, routes.flows[draft.flow], draft, turn.incoming.text, step_name=step)
    return say("edit-unread")


def _resolve(turn: Turn, reply: Reply, routes: Routes) -> Reply:
    """Follow hand-overs from one capability to another."""
    for _ in range(MOST_HANDOVERS):
        match reply:
            case Go():
                reply = _carried(reply, _run_button(turn, reply.button, routes))
            case Hear():
                heard = replace(turn.incoming, kind=Kind.text, text=reply.words, data="")
                reply = _run(replace(turn, incoming=heard), routes, "on_text")
            case _:
                return reply
    raise RuntimeError("capabilities keep handing over to each other")


def _carried(go: Go, reply: Reply) -> Reply:
    """What is said after a hand-over says what was done, and where, as the first capability asked."""
    match reply:
        case Say():
            return replace(reply, edit=reply.edit or go.instead, toast=reply.toast or go.toast)
        case Go():
            return replace(reply, instead=reply.instead or go.instead, toast=reply.toast or go.toast)
        case _:
            return reply


def _old_button(turn: Turn) -> Say:
    draft = conversations.open_of(turn.connection, turn.member.id) or conversations.aside(
        turn.connection, turn.member.id
    )
    taps = [tap("flow-resume", flows.Resume(draft.public_id))] if draft else []
    return say("old-button", *taps)


# --- saying it --------------------------------------------------------------------------------------


def _speak(turn: Turn, reply: Reply, routes: Routes) -> Taken:
    if isinstance(reply, (Go, Hear)):
        reply = _resolve(turn, reply, routes)
    says = reply if isinstance(reply, tuple) else (reply,) if isinstance(reply, Say) else ()
    member = _reader(turn) if says else turn.member
    language = member.language if member else turn.member.language
    if says and turn.incoming.text.startswith("/"):
        says = (*says[:-1], _with_way_back(turn, says[-1]))
    made = [
        _store(turn.connection, one, member, language, turn.incoming, turn.world, turn.now) for one in says
    ]
    return Taken(
        says=tuple(filter(None, made)),
        changed=bool(turn.changed),
        member_id=turn.member.id,
        organisation_id=turn.member.organisation_id,
        toast=next((one.toast for one in says if one.toast), None),
    )


def _reader(turn: Turn) -> Member | None:
    """Return who reads the answer as they are now; None when they left in this turn."""
    if turn.gone:
        return None
    if turn.incoming.kind is not Kind.button:
        return turn.member
    return members.by_id(turn.connection, turn.member.id)


def _with_way_back(turn: Turn, last: Say) -> Say:
    """A command puts an open conversation aside; offer the way back to it."""
    draft: Draft | None = conversations.aside(turn.connection, turn.member.id)
    if draft is None or conversations.open_of(turn.connection, turn.member.id) is not None:
        return last
    if any(isinstance(one, Tap) and one.button == flows.Resume(draft.public_id) for one in last.taps):
        return last
    return last.with_taps(tap("flow-resume-aside", flows.Resume(draft.public_id)))


def _store(
    connection: Connection,
    saying: Say,
    member: Member | None,
    language: str,
    incoming: Incoming,
    world: World,
    now: datetime,
) -> Delivery | None:
    return deliveries.say(
        connection,
        member=member,
        address=Address(incoming.channel, incoming.address, incoming.pull),
        language=language,
        payload=to_payload(saying),
        owner=world.owner,
        now=now,
        target=incoming.tapped if saying.edit and incoming.tapped else None,
    )


def _note_own_words(turn: Turn) -> None:
    """A page shows the reader's own words back: after the guard, never before."""
    if turn.gone or not turn.incoming.pull or turn.incoming.kind is Kind.button:
        return
    if is_blank(turn.incoming.text):
        return
    if turn.incoming.text.startswith("/start "):
        return  # the code of an invitation is a secret, and of secrets only hashes are kept
    if turn.secret:
        words = turn.world.vocabulary.word("answer-not-kept", turn.member.language)
    else:
        words = turn.guard(clean(turn.incoming.text)).redacted
    lines.add(turn.connection, turn.member, mine=words, now=turn.now)
