"""Conversations: declared lists of steps whose drafts are rows, guarded before anything is stored."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from domain import guard
from domain.limits import Act
from domain.people import EVERYONE, Role
from domain.rights import Reach
from domain.text import clean, is_blank
from handlers.kit.allowance import spent
from handlers.kit.buttons import Button, button
from handlers.kit.say import Say, Tap, Text, Value, say, tap
from handlers.kit.turn import Kind, Refusal, Reply, Turn
from storage import conversations
from storage.conversations import Draft

Answers: TypeAlias = "Mapping[str, Any]"
_MARK = re.compile(r"\*|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)")
FEWEST_WORDS = 5  # from here on, what is typed where the guard asked is a corrected text


@button("fp", EVERYONE, draft=Reach.own, step=Reach.nothing, value=Reach.nothing)
class Pick(Button):
    """Choose `value` in a step of an open conversation."""

    draft: str
    step: str
    value: str


@button("fb", EVERYONE, draft=Reach.own, step=Reach.nothing)
class Back(Button):
    """Go back from this step to the one before."""

    draft: str
    step: str


@button("fs", EVERYONE, draft=Reach.own)
class StopFlow(Button):
    """Stop, and throw the draft away."""

    draft: str


@button("fr", EVERYONE, draft=Reach.own)
class Resume(Button):
    """Go on where one was."""

    draft: str


@button("fg", EVERYONE, draft=Reach.own, choice=Reach.nothing)
class Caught(Button):
    """Say what to do with what the guard caught: remove, keep or edit."""

    draft: str
    choice: str


@dataclass(frozen=True)
class Step:
    """One question. `typed` and `picked` return the answers to remember, or raise Refusal to ask again."""

    name: str
    ask: Callable[[Turn, Draft], Say]
    typed: Callable[[Turn, Draft, str], Answers] | None = None
    picked: Callable[[Turn, Draft, str], Answers] | None = None
    for_others: bool = False  # what is typed here will be read by others: the guard sees it first
    marks: bool = False  # takes *bold* and _italic_, also as the channel has them
    needed: Callable[[Draft], bool] = lambda _draft: True
    can_return: bool = True  # offers "previous step"; not where everything can be corrected already


@dataclass(frozen=True)
class Flow:
    """A conversation: steps in order; the open one is the first that is needed and has no answer yet."""

    name: str
    roles: frozenset[Role]  # whoever loses these on the way goes no step further
    steps: tuple[Step, ...]
    finish: Callable[[Turn, Draft], Reply]
    # What the way out is called, and what is said when it is taken; by itself, that nothing was kept.
    stop_label: str = "flow-stop"
    stopped: Callable[[Turn, Draft], Say] = lambda _turn, _draft: say("flow-stopped")
    # Takes a photo or file that is sent at any moment: what to remember, and what to say of it.
    handed: Callable[[Turn, Draft], tuple[Answers, Text]] | None = None
    # What finishing it counts as, when that may be done so many times on one day.
    act: Act | None = None

    def open_step(self, draft: Draft) -> Step | None:
        """Return the first step without an answer, or None when all is said."""
        return next((s for s in self.steps if s.name not in draft.answers and s.needed(draft)), None)

    def step(self, name: str) -> Step | None:
        """Return the step of this name."""
        return next((s for s in self.steps if s.name == name), None)


def pick(draft: Draft, step: str, value: str, label: str, **values: Value) -> Tap:
    """Make a button that answers `step` with `value`."""
    return tap(label, Pick(draft.public_id, step, value), **values)


def begin(turn: Turn, flow: Flow, answers: Answers | None = None) -> Reply:
    """Open a conversation with what is known already; another one that was open is put aside."""
    draft = conversations.start(turn.connection, turn.member, flow.name, dict(answers or {}), turn.now)
    return proceed(turn, flow, draft)


def begin_typed(turn: Turn, flow: Flow, words: str, answers: Answers | None = None) -> Reply:
    """Open a conversation whose first open step is answered already by words that came in otherwise."""
    draft = conversations.start(turn.connection, turn.member, flow.name, dict(answers or {}), turn.now)
    step = flow.open_step(draft)
    return typed(turn, flow, replace(draft, step=step.name if step else ""), words)


def proceed(turn: Turn, flow: Flow, draft: Draft) -> Reply:
    """Ask the open step, or finish when there is none."""
    step = flow.open_step(draft)
    if step is None:
        # Before it ends: who did enough today finds it here as it was.
        if flow.act is not None and (why := spent(turn, flow.act)) is not None:
            return _again(turn, flow, draft.without_last(), Text(why.key, why.values))
        conversations.end(turn.connection, draft)
        return flow.finish(turn, draft)
    if not draft.open:
        conversations.put_aside(turn.connection, turn.member.id)
    draft = replace(draft, step=step.name, open=True)
    conversations.save(turn.connection, draft, turn.now)
    return _asked(turn, flow, draft, step)


def _asked(turn: Turn, flow: Flow, draft: Draft, step: Step) -> Say:
    ways_out = [tap(flow.stop_label, StopFlow(draft.public_id))]
    if step is not flow.steps[0] and step.can_return and draft.order:
        ways_out.insert(0, tap("flow-back", Back(draft.public_id, step.name)))
    return step.ask(turn, draft).with_taps(*ways_out)


def typed(turn: Turn, flow: Flow, draft: Draft, words: str, *, step_name: str = "") -> Reply:
    """Take what was typed as the answer to the open step (or to `step_name`, when a message is corrected)."""
    step = flow.step(step_name or draft.step)
    if step is None:
        return proceed(turn, flow, draft)
    marked = step.marks and turn.incoming.marked and words == turn.incoming.text
    words = clean(turn.incoming.marked if marked else words)
    if is_blank(words):
        return _again(turn, flow, draft, Text("flow-empty"))
    if step.typed is None:
        return _again(turn, flow, draft, Text("flow-choose"))
    if draft.caught and draft.caught["step"] == step.name and _is_remark(words, draft.caught["text"]):
        return _ask_about(draft, draft.caught).after(Text("flow-choose"))
    if step.for_others:
        finding = _looked_at(turn, step, words)
        if not finding.clean:
            return _caught(turn, draft, step, words, finding)
    return _take(turn, flow, draft, step, step.typed, words)


def handed(turn: Turn, flow: Flow, draft: Draft) -> Reply:
    """Take a file into an open conversation; words that came with it are the message, if that is asked."""
    assert flow.handed is not None
    try:
        answers, note = flow.handed(turn, draft)
    except Refusal as refusal:
        return _again(turn, flow, draft, Text(refusal.key, refusal.values))
    known = {name: value for name, value in {**draft.answers, **answers}.items() if value is not None}
    draft = replace(draft, answers=known)
    step = flow.step(draft.step)
    if is_blank(turn.incoming.text) or step is None or not step.marks:
        return _again(turn, flow, draft, note)
    reply = typed(turn, flow, draft, turn.incoming.text)
    return reply.after(note) if isinstance(reply, Say) else reply


def picked(turn: Turn, flow: Flow, draft: Draft, step_name: str, value: str) -> Reply:
    """Take a tapped choice; one of a step that is past changes nothing."""
    step = flow.open_step(draft)
    if step is None or step.name != step_name or step.picked is None:
        raise Refusal("flow-past", tap("flow-resume", Resume(draft.public_id)))
    return _take(turn, flow, draft, step, step.picked, value)


def _take(
    turn: Turn, flow: Flow, draft: Draft, step: Step, take: Callable[[Turn, Draft, str], Answers], given: str
) -> Reply:
    try:
        answers = take(turn, draft, given)
    except Refusal as refusal:
        return _again(turn, flow, draft, Text(refusal.key, refusal.values))
    changed = draft.with_answers(step.name, answers, message=turn.incoming.message)
    return _in_place(turn, proceed(turn, flow, changed))


def _again(turn: Turn, flow: Flow, draft: Draft, note: Text) -> Reply:
    """Ask the open step with a note before it; what is typed next answers it, also after an interruption."""
    reply = proceed(turn, flow, draft)
    return reply.after(note) if isinstance(reply, Say) else reply


def back(turn: Turn, flow: Flow, draft: Draft, step_name: str) -> Reply:
    """Take the last answer away and ask for it again; pressed twice, one step back is enough."""
    step = flow.open_step(draft)
    if step is None or step.name != step_name or not step.can_return:
        raise Refusal("flow-past", tap("flow-resume", Resume(draft.public_id)))
    return _in_place(turn, proceed(turn, flow, draft.without_last()))


def stop(turn: Turn, flow: Flow, draft: Draft) -> Reply:
    """Throw the draft away."""
    conversations.end(turn.connection, draft)
    turn.world.originals.take(draft.public_id, turn.now)
    return _in_place(turn, flow.stopped(turn, draft))


def _in_place(turn: Turn, reply: Reply) -> Reply:
    """A tap changes the message it hangs on, so that the history stays readable; words become no picture."""
    if turn.incoming.kind is Kind.button and isinstance(reply, Say) and reply.file is None:
        return reply.instead()
    return reply


def _is_remark(words: str, caught: str) -> bool:
    """Tell whether words are about the question, such as "what do you mean", and not the corrected text."""
    return len(words.split()) < FEWEST_WORDS and len(words.split()) * 3 < len(caught.split())


# --- what the guard caught --------------------------------------------------------------------------


def _looked_at(turn: Turn, step: Step, words: str) -> guard.Finding:
    """Return what the guard finds, also where marks stand in the middle: "06-*2944*8103"."""
    finding = turn.guard(words)
    if not step.marks:
        return finding
    bare = turn.guard(_MARK.sub("", words))
    return bare if len(bare.hits) > len(finding.hits) else finding


def _caught(turn: Turn, draft: Draft, step: Step, words: str, finding: guard.Finding) -> Reply:
    kinds = sorted({hit.kind.value for hit in finding.hits})
    caught = {
        "text": finding.redacted,
        "kinds": kinds,
        "overridable": finding.overridable,
        "sure": finding.sure,
        "step": step.name,
        "message": turn.incoming.message,
    }
    conversations.save(turn.connection, replace(draft, caught=caught), turn.now)
    turn.world.originals.keep(draft.public_id, words, turn.now)
    return _ask_about(draft, caught)


def _ask_about(draft: Draft, caught: Mapping[str, Any]) -> Say:
    names = tuple(Text(f"guard-{kind}-long") for kind in caught["kinds"])
    taps = [tap("guard-remove", Caught(draft.public_id, "remove"))]
    if caught["overridable"]:
        taps.append(tap("guard-keep", Caught(draft.public_id, "keep")))
    taps.append(tap("guard-edit", Caught(draft.public_id, "edit")))
    sure = caught["sure"]
    return say("guard-caught" if sure else "guard-unsure", *taps, what=names, redacted=caught["text"])


def decide(turn: Turn, flow: Flow, draft: Draft, choice: str) -> Reply:
    """Do with what the guard caught as the person chose."""
    caught = draft.caught
    step = flow.step(caught["step"]) if caught else None
    if caught is None or step is None or step.typed is None:
        raise Refusal("flow-past", tap("flow-resume", Resume(draft.public_id)))
    original = turn.world.originals.take(draft.public_id, turn.now)
    draft = replace(draft, caught=None)
    if choice == "remove":
        return _take(turn, flow, draft, step, step.typed, caught["text"])
    if choice == "keep" and caught["overridable"] and original is not None:
        return _take(turn, flow, draft, step, step.typed, original)
    note = "guard-type-again" if choice == "edit" else "guard-original-gone"
    # A corrected message may be of an earlier step: that one is opened again, for the words that come now.
    open_again = {name: value for name, value in draft.answers.items() if name != step.name}
    return _in_place(turn, _again(turn, flow, replace(draft, answers=open_again), Text(note)))
