"""The preview: the card as others will see it, and placing it."""

from __future__ import annotations

from domain.delivery import Lane
from domain.people import THEMES
from domain.practices import Attribution, Practice, PracticeState, Visibility
from domain.themes import propose_themes
from handlers.kit import Draft, Refusal, Say, Turn, pick, say, tap, text
from handlers.kit.card import card
from handlers.kit.doors import ShowPractice, StartShare
from handlers.kit.flow import Answers
from handlers.kit.index import words_changed
from handlers.kit.parts import check_readers, chosen, language_of, settings_offered, themes_in_words, titled
from storage import members, practices
from storage.practices import NewPractice


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
        attribution=Attribution(answers.get("attribution", Attribution.job)),
        visibility=Visibility(answers.get("visibility", Visibility.organisation)),
        state=PracticeState.published,
        illustrative=False,
        useful=0,
        shared_at=turn.now,
        voted=False,
        dismissed=False,
    )


def _themes(turn: Turn, draft: Draft, practice: Practice) -> tuple[str, ...]:
    """Return the themes that were chosen, or what the words propose, else the maker's work or own themes."""
    chosen_before = draft.answers.get("chosen_themes")
    if chosen_before is not None:
        return tuple(chosen_before)
    word = turn.world.vocabulary.word
    words = {theme: word(f"share-words-{theme}", practice.language).split() for theme in THEMES}
    job = turn.member.job
    own = (job,) if job in THEMES else members.themes_of(turn.connection, turn.member.id)
    parts = practice.parts
    told = " ".join((parts.title, parts.situation, parts.approach))
    for label in turn.guard_labels.values():
        told = told.replace(label, " ")  # "[telefoonnummer]" is not about phones
    return propose_themes(told, words, own)


def preview(turn: Turn, draft: Draft) -> Say:
    """Show the card exactly as others will see it, and what can still be changed."""
    practice = _drafted(turn, draft)
    shown = card(practice, turn.member, turn.now)
    settings = text(
        "share-settings",
        readers=text(f"share-readers-{practice.visibility.value}"),
        themes=themes_in_words(_themes(turn, draft, practice)),
    )
    return Say(
        (text("share-preview"), *shown.texts, settings),
        (
            pick(draft, "preview", "place", "share-place"),
            pick(draft, "preview", "change", "share-change"),
            *(pick(draft, "preview", name, f"part-{name}") for name in settings_offered(turn)),
        ),
    )


def preview_picked(turn: Turn, draft: Draft, value: str) -> Answers:
    """Place it, or open the step that changes something."""
    if value == "place":
        check_readers(turn, _drafted(turn, draft).visibility)
        return {"preview": value}
    if value == "change":
        return {"preview": value, "change": None}
    if value not in settings_offered(turn):
        raise Refusal("flow-choose")
    return {**chosen("preview", value), "chosen_themes": _themes(turn, draft, _drafted(turn, draft))}


def place(turn: Turn, draft: Draft) -> Say:
    """Store the practice, let it be found, and say so."""
    practice, parent = _drafted(turn, draft), _parent(turn, draft)
    number, public_id = practices.add(
        turn.connection,
        turn.member.organisation_id,
        NewPractice(
            practice.parts,
            practice.language,
            _themes(turn, draft, practice),
            practice.attribution,
            practice.visibility,
            author_id=turn.member.id,
            employer_id=turn.member.employer_id,
            team_id=turn.member.team_id,
            parent_id=parent.id if parent else None,
        ),
        turn.now,
    )
    words_changed(turn, turn.member.organisation_id, number)
    if parent is not None:
        _tell_maker(turn, parent, public_id)
    return say(
        "share-done",
        tap("share-see", ShowPractice(public_id)),
        tap("share-another", StartShare("")),
        readers=text(f"share-found-by-{practice.visibility.value}"),
    )


def _parent(turn: Turn, draft: Draft) -> Practice | None:
    """Return the practice that this one does differently, as long as it is there."""
    name = draft.answers.get("parent")
    return practices.by_public_id(turn.connection, turn.member, name) if name else None


def _tell_maker(turn: Turn, parent: Practice, public_id: str) -> None:
    """Let a maker hear that a colleague did it differently, when they may read it."""
    if parent.author_id is None or parent.author_id == turn.member.id:
        return
    maker = members.by_id(turn.connection, parent.author_id)
    if maker is None or practices.by_public_id(turn.connection, maker, public_id) is None:
        return
    told = say("share-done-differently", tap("share-see", ShowPractice(public_id)), title=parent.parts.title)
    turn.tell(maker.id, told, once=f"variant:{public_id}", lane=Lane.loop)
