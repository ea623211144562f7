"""Share a practice: in one message or step by step, seen as others will see it, then placed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from domain.matching import DUPLICATE, Document
from domain.parts import propose, title_for
from domain.people import LANGUAGES, THEMES
from domain.practices import (
    MOST_PART,
    Attribution,
    Parts,
    Practice,
    PracticeState,
    Visibility,
    is_shrug,
    may_vote,
)
from domain.themes import propose_themes
from handlers.kit import (
    Button,
    Capability,
    Command,
    Draft,
    Flow,
    Go,
    Hear,
    Refusal,
    Reply,
    Resume,
    Say,
    Step,
    Turn,
    begin,
    begin_typed,
    button,
    pick,
    say,
    tap,
    text,
)
from handlers.kit.card import card, taps_for
from handlers.kit.doors import ShowPractice, StartAsk, StartShare
from handlers.kit.index import words_changed
from handlers.kit.parts import (
    PARTS,
    WORDS,
    changing,
    check_readers,
    chosen,
    fitting,
    language_of,
    parts_in,
    settings_offered,
    themes_in_words,
    titled,
)
from storage import conversations, members, practices
from storage.practices import NewPractice

MOST_LOOKED_AT = 10  # similar practices, of which the illustrative ones are passed over
FEWEST_WORDS = 4  # typed where a choice was asked: from here on it is the story itself

Answers = Mapping[str, Any]


@button("sx")
class ShareAfresh(Button):
    """Leave the unfinished one and start again."""

    mode: str


# --- starting ---------------------------------------------------------------------------------------


def share(turn: Turn, words: str) -> Reply:
    """Answer /share; what is typed behind it is the practice in one message."""
    if words:
        return begin_typed(turn, SHARE, words, {"how": "one"})
    return start(turn, StartShare(""))


def start(turn: Turn, pressed: StartShare) -> Reply:
    """Start sharing, unless there is something unfinished: then ask first."""
    unfinished = conversations.of_flow(turn.connection, turn.member.id, SHARE.name)
    if unfinished is not None and _has_words(unfinished):
        return say(
            "share-unfinished",
            tap("flow-resume", Resume(unfinished.public_id)),
            tap("share-afresh", ShareAfresh(pressed.mode)),
        )
    return _begin(turn, pressed.mode)


def start_afresh(turn: Turn, pressed: ShareAfresh) -> Reply:
    """Start sharing and let go of what was unfinished."""
    return _begin(turn, pressed.mode)


def _begin(turn: Turn, mode: str) -> Reply:
    return begin(turn, SHARE, {"how": mode} if mode in ("one", "steps") else {})


def _has_words(draft: Draft) -> bool:
    return any(draft.answers.get(name) for name in PARTS)


def _ask_how(_turn: Turn, draft: Draft) -> Say:
    return say(
        "share-how",
        pick(draft, "how", "one", "share-in-one"),
        pick(draft, "how", "steps", "share-in-steps"),
    )


def _how_picked(_turn: Turn, _draft: Draft, value: str) -> Answers:
    if value not in ("one", "steps"):
        raise Refusal("flow-choose")
    return {"how": value, "one": None, **dict.fromkeys((*WORDS, "language", "found", "helped"))}


def _how_typed(turn: Turn, draft: Draft, words: str) -> Answers:
    """Somebody starts telling right away: that is the one message."""
    if len(words.split()) < FEWEST_WORDS:
        raise Refusal("flow-choose")
    return {"how": "one", "one": True, **_one_typed(turn, draft, words)}


# --- in one message ---------------------------------------------------------------------------------


def _ask_one(_turn: Turn, _draft: Draft) -> Say:
    return say("share-one")


def _one_typed(turn: Turn, draft: Draft, words: str) -> Answers:
    """Divide one message over the parts; what was typed for a part itself stays as it is."""
    own = {name for name in WORDS if name in draft.messages or f"new_{name}" in draft.messages}
    found = _found_in(words, turn.member.language)
    return _with_alike(turn, draft.answers, {name: found[name] for name in found if name not in own})


def _found_in(words: str, language: str) -> dict[str, str | None]:
    """Return the parts that a message holds, and its language; None for what has to be asked."""
    language, parts = _best_reading(words, language)
    if any(len(getattr(parts, name)) > MOST_PART for name in PARTS):
        raise Refusal("share-one-long", most=MOST_PART)
    found: dict[str, str | None] = {"language": language}
    found |= {name: getattr(parts, name) or None for name in PARTS}
    if is_shrug(parts.limits):
        found["limits"] = None
    # A title made from the parts follows them when they are corrected; one that was given stays.
    found["title"] = parts.title if parts.title != title_for(parts, language) else None
    return found


def _best_reading(words: str, language: str) -> tuple[str, Parts]:
    """Return the language in which most parts are found; people write in another one than they chose."""
    readings = [(one, propose(words, one)) for one in sorted(LANGUAGES, key=lambda one: one != language)]
    return max(readings, key=lambda reading: sum(bool(getattr(reading[1], name)) for name in PARTS))


# --- step by step -----------------------------------------------------------------------------------


def _ask_part(name: str) -> Callable[[Turn, Draft], Say]:
    def ask(_turn: Turn, draft: Draft) -> Say:
        number = PARTS.index(name) + 1 if draft.answers.get("how") == "steps" else 0
        if name == "limits" and draft.answers.get("helped"):
            return say("share-limits-help")
        unknown = (pick(draft, name, "unknown", "share-unknown"),) if name in ("result", "limits") else ()
        return say(f"share-{name}", *unknown, number=number)

    return ask


def _part_typed(name: str) -> Callable[[Turn, Draft, str], Answers]:
    def typed(turn: Turn, draft: Draft, words: str) -> Answers:
        if name == "limits" and is_shrug(words) and not draft.answers.get("helped"):
            return _help_with_limits(turn, draft, "unknown")
        return _with_alike(turn, draft.answers, {name: fitting(name, words)})

    return typed


def _result_unknown(turn: Turn, draft: Draft, _value: str) -> Answers:
    unknown = turn.world.vocabulary.word("share-result-unknown", turn.member.language)
    return _with_alike(turn, draft.answers, {"result": unknown})


def _help_with_limits(_turn: Turn, draft: Draft, _value: str) -> Answers:
    """Not knowing is helped with one other question; after that a sentence is needed."""
    if draft.answers.get("helped"):
        raise Refusal("parts-limits-needed")
    return {"limits": None, "helped": True}


# --- something alike --------------------------------------------------------------------------------


def _with_alike(turn: Turn, known: Answers, fresh: Answers) -> Answers:
    """Add what is almost the same to `fresh` answers, once all four parts are there."""
    answers = {**known, **fresh}
    if "alike" in answers or not all(answers.get(name) for name in PARTS):
        return fresh
    return {**fresh, "found": _find_alike(turn, parts_in(answers))}


def _find_alike(turn: Turn, parts: Parts) -> str | None:
    """Return the name of a practice that is probably the same; passing illustrative ones over."""
    words = {name: getattr(parts, name) for name in WORDS}
    hits = turn.world.finder.similar(Document("draft", **words), turn.scope, most=MOST_LOOKED_AT)
    near = [int(hit.id) for hit in hits if hit.confidence >= DUPLICATE]
    seen = practices.by_ids(turn.connection, turn.member, near)
    return next((one.public_id for one in seen if not one.illustrative), None)


def _ask_alike(turn: Turn, draft: Draft) -> Say:
    found = practices.by_public_id(turn.connection, turn.member, draft.answers["found"])
    apart = pick(draft, "alike", "apart", "share-apart")
    if found is None:
        return say("share-alike-gone", apart)
    shown = card(found, turn.member, turn.now)
    if found.author_id == turn.member.id:
        own = pick(draft, "alike", "there", "share-see-that")
        return Say((text("share-alike-own"), *shown.texts, text("share-alike-own-choice")), (own, apart))
    there = pick(draft, "alike", "there", "share-there")
    return Say((text("share-alike"), *shown.texts, text("share-alike-choice")), (there, apart))


def _alike_picked(_turn: Turn, _draft: Draft, value: str) -> Answers:
    if value not in ("apart", "there"):
        raise Refusal("flow-choose")
    return {"alike": value}


def _add_there(turn: Turn, public_id: str) -> Reply:
    """Count the member with the practice that was there already, and show it."""
    found = practices.by_public_id(turn.connection, turn.member, public_id)
    if found is None or not may_vote(found, turn.member):
        return Go(ShowPractice(public_id))
    practices.vote(turn.connection, found, turn.member, turn.now)
    counted = practices.by_public_id(turn.connection, turn.member, public_id) or found
    shown = card(counted, turn.member, turn.now, *taps_for(counted, turn.member))
    return shown.after(text("share-added"))


# --- the preview ------------------------------------------------------------------------------------


def _drafted(turn: Turn, draft: Draft) -> Practice:
    """Return the practice as it would be placed now."""
    answers = draft.answers
    parts, language = titled(turn, answers), language_of(turn, answers)
    return Practice(
        id=0,
        public_id="",
        organisation_id=turn.member.organisation_id,
        author_id=None,  # seen as others see it: its maker would be shown more
        author_name=turn.member.name,
        author_job=turn.member.job,
        language=language,
        parts=parts,
        themes=tuple(answers.get("chosen_themes", _proposed_themes(turn, parts, language))),
        attribution=Attribution(answers.get("attribution", Attribution.job)),
        visibility=Visibility(answers.get("visibility", Visibility.organisation)),
        state=PracticeState.published,
        illustrative=False,
        useful=0,
        shared_at=turn.now,
        voted=False,
        dismissed=False,
    )


def _proposed_themes(turn: Turn, parts: Parts, language: str) -> tuple[str, ...]:
    words = {theme: turn.world.vocabulary.word(f"share-words-{theme}", language).split() for theme in THEMES}
    own = members.themes_of(turn.connection, turn.member.id)
    return propose_themes(" ".join((parts.title, parts.situation, parts.approach)), words, own)


def _preview(turn: Turn, draft: Draft) -> Say:
    practice = _drafted(turn, draft)
    shown = card(practice, turn.member, turn.now)
    settings = text(
        "share-settings",
        readers=text(f"share-readers-{practice.visibility.value}"),
        themes=themes_in_words(practice.themes),
    )
    return Say(
        (text("share-preview"), *shown.texts, settings),
        (
            pick(draft, "preview", "place", "share-place"),
            pick(draft, "preview", "change", "share-change"),
            *(pick(draft, "preview", name, f"part-{name}") for name in settings_offered(turn)),
        ),
    )


def _preview_picked(turn: Turn, draft: Draft, value: str) -> Answers:
    if value == "place":
        check_readers(turn, _drafted(turn, draft).visibility)
        return {"preview": value}
    if value == "change":
        return {"preview": value, "change": None}
    if value not in settings_offered(turn):
        raise Refusal("flow-choose")
    return {**chosen("preview", value), "chosen_themes": list(_drafted(turn, draft).themes)}


# --- placing ----------------------------------------------------------------------------------------


def _finish(turn: Turn, draft: Draft) -> Reply:
    if draft.answers.get("alike") == "there":
        return _add_there(turn, draft.answers["found"])
    practice = _drafted(turn, draft)
    number, public_id = practices.add(
        turn.connection,
        turn.member.organisation_id,
        NewPractice(
            practice.parts,
            practice.language,
            practice.themes,
            practice.attribution,
            practice.visibility,
            author_id=turn.member.id,
            employer_id=turn.member.employer_id,
            team_id=turn.member.team_id,
        ),
        turn.now,
    )
    words_changed(turn, turn.member.organisation_id, number)
    return say(
        "share-done",
        tap("share-see", ShowPractice(public_id)),
        tap("share-another", StartShare("")),
        readers=text(f"share-found-by-{practice.visibility.value}"),
    )


def _part_step(name: str, picked: Callable[[Turn, Draft, str], Answers] | None = None) -> Step:
    return Step(name, _ask_part(name), typed=_part_typed(name), picked=picked, for_others=True)


SHARE = Flow(
    "share",
    (
        Step("how", _ask_how, typed=_how_typed, picked=_how_picked, for_others=True),
        Step(
            "one",
            _ask_one,
            typed=_one_typed,
            for_others=True,
            needed=lambda draft: draft.answers.get("how") == "one",
        ),
        _part_step("situation"),
        _part_step("approach"),
        _part_step("result", _result_unknown),
        _part_step("limits", _help_with_limits),
        Step(
            "alike", _ask_alike, picked=_alike_picked, needed=lambda draft: bool(draft.answers.get("found"))
        ),
        Step(
            "preview",
            _preview,
            picked=_preview_picked,
            needed=lambda draft: draft.answers.get("alike") != "there",
            can_return=False,
        ),
        *changing(
            lambda draft: draft.answers.get("preview") == "change", after={"preview": None, "change": None}
        ),
    ),
    _finish,
)


# --- a forwarded message ----------------------------------------------------------------------------


def forwarded(turn: Turn) -> Reply:
    """Ask whose words a forwarded message are; where it came from is never stored."""
    if not turn.incoming.text.strip():
        return say("nothing-said")
    return begin_typed(turn, FORWARD, turn.incoming.text)


def _ask_words(_turn: Turn, _draft: Draft) -> Say:
    return say("share-one")


def _words_typed(turn: Turn, _draft: Draft, words: str) -> Answers:
    _found_in(words, turn.member.language)
    return {"words": words}


def _ask_mine(turn: Turn, draft: Draft) -> Say:
    asked = say(
        "share-forward",
        pick(draft, "mine", "yes", "share-forward-yes"),
        pick(draft, "mine", "no", "share-forward-no"),
        pick(draft, "mine", "question", "share-forward-question"),
    )
    unfinished = conversations.of_flow(turn.connection, turn.member.id, SHARE.name)
    if unfinished is not None and _has_words(unfinished):
        return Say((*asked.texts, text("share-forward-replaces")), asked.taps)
    return asked


def _mine_picked(_turn: Turn, _draft: Draft, value: str) -> Answers:
    if value not in ("yes", "no", "question"):
        raise Refusal("flow-choose")
    return {"mine": value}


def _forward_done(turn: Turn, draft: Draft) -> Reply:
    match draft.answers["mine"]:
        case "yes":
            found = _found_in(draft.answers["words"], turn.member.language)
            known = {name: value for name, value in found.items() if value is not None}
            return begin(turn, SHARE, {"how": "one", "one": True, **_with_alike(turn, {}, known)})
        case "question":
            return Hear(draft.answers["words"])
        case _:
            return say("share-not-yours", tap("door-ask", StartAsk()))


FORWARD = Flow(
    "forward",
    (
        Step("words", _ask_words, typed=_words_typed, for_others=True),
        Step("mine", _ask_mine, picked=_mine_picked, can_return=False),
    ),
    _forward_done,
)


CAPABILITY = Capability(
    name="share",
    commands=(Command("share", share),),
    buttons={StartShare: start, ShareAfresh: start_afresh},
    flows=(SHARE, FORWARD),
    on_forward=forwarded,
)
