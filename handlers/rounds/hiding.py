"""Hiding a sentence of an outcome that harms somebody: for a reason that everybody sees, and in the log."""

from __future__ import annotations

from domain.people import COORDINATORS
from domain.rounds import HIDDEN_BECAUSE, find_sentence, name_of_sentence
from domain.text import clean_line
from handlers.kit import Draft, Flow, Refusal, Reply, Say, Step, Turn, begin, pick, say, tap, text
from handlers.kit.flow import Answers
from handlers.rounds import words
from handlers.rounds.outcome import HideQuote, ShowQuotes, seen
from storage import audit, rounds
from storage.rounds import Round

PER_PAGE = 6
MORE = "more-"
MOST_TYPED = 300


def start(turn: Turn, pressed: HideQuote) -> Reply:
    """Ask which sentence."""
    one = seen(turn, pressed.round)
    if pressed.asked not in words.sentences(one):
        raise Refusal("old-button")
    return begin(turn, FLOW, {"round": one.public_id, "asked": pressed.asked, "skip": 0})


def ask_quote(turn: Turn, draft: Draft) -> Say:
    """Show the sentences, with a button for each."""
    _, texts = _texts(turn, draft)
    skip = draft.answers["skip"] if draft.answers["skip"] < len(texts) else 0
    page = list(enumerate(texts, start=1))[skip : skip + PER_PAGE]
    lines = [text("round-quote-numbered", number=number, words=one) for number, one in page]
    picks = [
        pick(draft, "quote", name_of_sentence(one), "round-hide-number", number=number)
        for number, one in page
    ]
    more = [pick(draft, "quote", f"{MORE}{skip + PER_PAGE}", "round-more-quotes")]
    return Say((text("round-which-quote"), *lines), (*picks, *(more if skip + PER_PAGE < len(texts) else [])))


def pick_quote(turn: Turn, draft: Draft, value: str) -> Answers:
    """Take a sentence, or show the next ones."""
    further = value.removeprefix(MORE)
    if value.startswith(MORE) and further.isdecimal():
        return {"skip": int(further), "quote": None}
    _, texts = _texts(turn, draft)
    if value not in map(name_of_sentence, texts):
        raise Refusal("round-hidden-already")
    return {"quote": value}


def type_quote(turn: Turn, draft: Draft, typed: str) -> Answers:
    """Take the one sentence in which these words are, or of that number."""
    _, texts = _texts(turn, draft)
    found = find_sentence(texts, clean_line(typed, MOST_TYPED))
    if found is None:
        raise Refusal("round-no-quote")
    return {"quote": name_of_sentence(found)}


def ask_why(_turn: Turn, draft: Draft) -> Say:
    """Ask why."""
    return say("round-which-why", *(pick(draft, "why", one, f"round-hide-{one}") for one in HIDDEN_BECAUSE))


def pick_why(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Take the reason."""
    if value not in HIDDEN_BECAUSE:
        raise Refusal("old-button")
    return {"why": value}


def ask_check(turn: Turn, draft: Draft) -> Say:
    """Show what is hidden."""
    return say(
        "round-hide-check",
        pick(draft, "check", "hide", "round-hide-do"),
        words=_sentence(turn, draft),
        why=text(f"round-hidden-{draft.answers['why']}"),
    )


def pick_check(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Hide it."""
    if value != "hide":
        raise Refusal("old-button")
    return {"check": value}


def finish(turn: Turn, draft: Draft) -> Reply:
    """Take the sentence out of the outcome, and note who did so and why."""
    one = seen(turn, draft.answers["round"])
    asked, why = draft.answers["asked"], draft.answers["why"]
    if not rounds.hide(turn.connection, one, asked, draft.answers["quote"], why):
        raise Refusal("round-hidden-already")
    audit.note(
        turn.connection,
        one.organisation_id,
        turn.member.id,
        "round-hidden",
        now=turn.now,
        about=one.public_id,
        why=why,
    )
    _, left = _texts(turn, draft)
    read = tap("round-read-quotes", ShowQuotes(one.public_id, asked, 0))
    return say("round-hidden-now", *([read] if left else []))


def _sentence(turn: Turn, draft: Draft) -> str:
    _, texts = _texts(turn, draft)
    return next((one for one in texts if name_of_sentence(one) == draft.answers["quote"]), "")


def _texts(turn: Turn, draft: Draft) -> tuple[Round, list[str]]:
    one = seen(turn, draft.answers["round"])
    return one, words.shown(one, draft.answers["asked"])["texts"]


FLOW = Flow(
    "round_hide",
    COORDINATORS,
    (
        Step("quote", ask_quote, typed=type_quote, picked=pick_quote),
        Step("why", ask_why, picked=pick_why),
        Step("check", ask_check, picked=pick_check),
    ),
    finish,
)
