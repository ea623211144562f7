"""What a round asks: a set that is ready, or one to three questions of one's own; and on whose behalf."""

from __future__ import annotations

from domain.rounds import (
    FEWEST_OPTIONS,
    MOST_OPTION,
    MOST_OPTIONS,
    MOST_QUESTIONS,
    MOST_SENDER,
    MOST_TOPIC,
    MOST_WORDS,
    READY,
    Kind,
    Question,
    question_of,
    read_options,
)
from domain.text import clean_line
from handlers.kit import Draft, Refusal, Say, Step, Turn, pick, say
from handlers.kit.flow import Answers

OWN = "own"


def ask_set(_turn: Turn, draft: Draft) -> Say:
    """Offer the sets that are ready, and a question of one's own."""
    picks = [pick(draft, "set", name, f"round-set-{name}") for name in READY]
    return say("round-which-set", *picks, pick(draft, "set", OWN, "round-set-own"))


def pick_set(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take a set; one's own needs a topic."""
    if value == OWN:
        return {"set": OWN, "topic": None, "earlier": []}
    if value not in READY:
        raise Refusal("old-button")
    return {"set": value}


def ask_topic(_turn: Turn, _draft: Draft) -> Say:
    """Ask what it is about."""
    return say("round-which-topic")


def type_topic(_turn: Turn, _draft: Draft, typed: str) -> Answers:
    """Take the topic."""
    return {"topic": _line(typed, MOST_TOPIC)}


def _line(typed: str, most: int) -> str:
    line = clean_line(typed, most)
    if not any(char.isalnum() for char in line):
        raise Refusal("round-no-letters")
    return line


def is_own(draft: Draft) -> bool:
    """Tell whether the coordinator asks their own questions."""
    return bool(draft.answers.get("set") == OWN)


def ask_question(_turn: Turn, draft: Draft) -> Say:
    """Ask for a question."""
    return say("round-which-question", number=len(draft.answers["earlier"]) + 1)


def type_question(_turn: Turn, _draft: Draft, typed: str) -> Answers:
    """Take a question."""
    return {"question": _line(typed, MOST_WORDS)}


def ask_kind(_turn: Turn, draft: Draft) -> Say:
    """Ask how it is answered."""
    picks = [pick(draft, "kind", kind.value, f"round-kind-{kind.value}") for kind in Kind]
    return say("round-which-kind", *picks)


def pick_kind(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take how it is answered."""
    if value not in set(Kind):
        raise Refusal("old-button")
    return {"kind": value}


def ask_options(_turn: Turn, _draft: Draft) -> Say:
    """Ask what one can choose from."""
    return say("round-which-options")


def type_options(_turn: Turn, _draft: Draft, typed: str) -> Answers:
    """Take the options."""
    options = read_options(typed)
    if options is None:
        raise Refusal("round-no-options", least=FEWEST_OPTIONS, most=MOST_OPTIONS, length=MOST_OPTION)
    return {"options": list(options)}


def ask_another(_turn: Turn, draft: Draft) -> Say:
    """Ask whether there is one more question."""
    return say(
        "round-another",
        pick(draft, "another", "no", "round-enough"),
        pick(draft, "another", "yes", "round-one-more"),
        count=len(draft.answers["earlier"]) + 1,
        most=MOST_QUESTIONS,
    )


def pick_another(_turn: Turn, draft: Draft, value: str) -> Answers:
    """Ask for one more, or go on."""
    if value == "no":
        return {"another": "no"}
    if value != "yes":
        raise Refusal("old-button")
    earlier = [*draft.answers["earlier"], _own_question(draft).as_row()]
    opened = dict.fromkeys(("question", "kind", "options", "another"))
    return {"earlier": earlier, **opened}


def _own_question(draft: Draft) -> Question:
    options = tuple(draft.answers.get("options", ())) if draft.answers["kind"] == Kind.choice else ()
    return Question(Kind(draft.answers["kind"]), words=draft.answers["question"], options=options)


def questions(draft: Draft) -> tuple[Question, ...]:
    """Return the questions of a conversation."""
    if not is_own(draft):
        return READY[draft.answers["set"]]
    return (*map(question_of, draft.answers["earlier"]), _own_question(draft))


def ask_sender(_turn: Turn, draft: Draft) -> Say:
    """Ask on whose behalf it is: a function, because who answers should know what for."""
    return say("round-which-sender", pick(draft, "sender", "usual", "round-sender-usual-tap"))


def pick_sender(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take the usual one."""
    if value != "usual":
        raise Refusal("old-button")
    return {"sender": ""}


def type_sender(_turn: Turn, _draft: Draft, typed: str) -> Answers:
    """Take a function."""
    return {"sender": _line(typed, MOST_SENDER)}


QUESTIONS = (
    Step("set", ask_set, picked=pick_set),
    Step("topic", ask_topic, typed=type_topic, for_others=True),
    Step("question", ask_question, typed=type_question, for_others=True, needed=is_own),
    Step("kind", ask_kind, picked=pick_kind, needed=is_own),
    Step(
        "options",
        ask_options,
        typed=type_options,
        for_others=True,
        needed=lambda draft: is_own(draft) and draft.answers.get("kind") == Kind.choice,
    ),
    Step(
        "another",
        ask_another,
        picked=pick_another,
        needed=lambda draft: is_own(draft) and len(draft.answers["earlier"]) < MOST_QUESTIONS - 1,
    ),
)
SENDER = Step("sender", ask_sender, typed=type_sender, picked=pick_sender, for_others=True)
