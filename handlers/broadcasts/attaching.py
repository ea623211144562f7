"""A picture or document with a message to a group: taken at any moment of writing, described, taken off."""

from __future__ import annotations

from domain.attachments import ATTACHED, MIMES, MOST, MOST_ABOUT, SUFFIXES, UnfitFile, is_picture, look, unfit
from domain.importing import name_of
from handlers.kit import Draft, File, Refusal, Say, Step, Text, Turn, pick, say, text
from handlers.kit.flow import Answers
from storage import attachments
from storage.attachments import Attachment
from storage.broadcasts import Attached, Broadcast

MOST_CAPTIONED = 700  # characters of a message that fit below a picture, with what stands around them


def handed(turn: Turn, _draft: Draft) -> tuple[Answers, Text]:
    """Take a photo or file that was sent; another one takes its place."""
    file = turn.incoming.file
    assert file is not None
    stem, suffix = name_of(file.name) if file.name else ("", ".jpg")
    if (why := unfit(suffix, file.size)) is not None:
        raise _no(why.value)
    stem = turn.guard(stem).redacted or turn.world.vocabulary.word("broadcast-photo", turn.member.language)
    given = turn.world.uploads.get(file.reference, turn.now)
    if given is None:  # the channel has it: it is fetched while the rest is written
        name = attachments.add(
            turn.connection,
            turn.member,
            name=stem + suffix,
            mime=MIMES[suffix],
            channel=turn.incoming.channel,
            reference=file.reference,
            now=turn.now,
        )
        return _answers(name, MIMES[suffix]), text("broadcast-file-taken")
    try:
        looked = look(given)
    except UnfitFile as error:
        raise _no(error.why.value) from None
    name = attachments.add(
        turn.connection,
        turn.member,
        name=stem + SUFFIXES[looked.mime],
        mime=looked.mime,
        data=looked.data,
        now=turn.now,
    )
    return _answers(name, looked.mime), text("broadcast-file-taken")


def _answers(name: str, mime: str) -> Answers:
    """Remember a file; what the one before it showed is asked anew."""
    return {"attached": name, "picture": is_picture(mime), "alt": None, "about": None, "wants_file": None}


def _no(why: str) -> Refusal:
    return Refusal(f"broadcast-file-{why}", most=MOST)


def attached(turn: Turn, draft: Draft) -> Attachment | None:
    """Return the file that was handed over, if it is (still) there."""
    name = draft.answers.get("attached")
    return attachments.of_member(turn.connection, turn.member, name) if name else None


def taken_over(turn: Turn, one: Broadcast) -> Answers:
    """Return what a draft remembers of the file of a message that is written anew."""
    if one.file is None or not attachments.take_over(
        turn.connection, turn.member, one.file.public_id, turn.now
    ):
        return {}
    picture = is_picture(one.file.mime)
    known = {"attached": one.file.public_id, "picture": picture, "about": one.file.about}
    return {**known, "alt": True} if picture else known


def checked(turn: Turn, draft: Draft) -> Attachment | None:
    """Return the file that goes along, or refuse as long as it is not here or when it cannot go."""
    if not draft.answers.get("attached"):
        return None
    one = attached(turn, draft)
    if one is None:
        raise Refusal("broadcast-file-gone")
    if one.unfit is not None:
        raise _no(one.unfit.value)
    if not one.here:
        raise Refusal("broadcast-file-coming")
    return one


def as_sent(turn: Turn, draft: Draft) -> Attached | None:
    """Return the file as the message will carry it."""
    one = attached(turn, draft)
    if one is None or not one.here:
        return None
    return Attached(one.public_id, one.name, one.mime, draft.answers.get("about", ""))


def shown(one: Attached | None) -> File | None:
    """Return what a message carries; readers see it, or its name and what it shows."""
    if one is None:
        return None
    picture = is_picture(one.mime)
    return File(ATTACHED, {"id": one.public_id, "name": one.name, "picture": picture, "about": one.about})


def notes(turn: Turn, draft: Draft, length: int) -> tuple[Text, ...]:
    """Say of the preview what cannot be seen in it: a file still on its way, or a text that stands apart."""
    one = attached(turn, draft)
    if one is None:
        return ()
    below = () if one.here else (text("broadcast-file-with", name=one.name),)
    return (*below, text("broadcast-file-apart", most=MOST_CAPTIONED)) if length > MOST_CAPTIONED else below


# --- the steps ----------------------------------------------------------------------------------------


def ask_file(turn: Turn, draft: Draft) -> Say:
    """Ask for another file, or none."""
    one = attached(turn, draft)
    if one is None:
        return say("broadcast-file-send", pick(draft, "file", "none", "broadcast-file-none"), most=MOST)
    return say(
        "broadcast-file-other",
        pick(draft, "file", "keep", "broadcast-file-keep"),
        pick(draft, "file", "none", "broadcast-file-none"),
        name=one.name,
        most=MOST,
    )


def pick_file(_turn: Turn, _draft: Draft, value: str) -> Answers:
    """Keep it as it is, or go without."""
    match value:
        case "keep":
            return {"wants_file": None}
        case "none":
            return {"wants_file": None, "attached": None, "about": None, "alt": None}
        case _:
            raise Refusal("old-button")


def ask_alt(_turn: Turn, draft: Draft) -> Say:
    """Ask what the picture shows."""
    return say("broadcast-alt", pick(draft, "alt", "none", "broadcast-file-none"))


def pick_alt(turn: Turn, draft: Draft, value: str) -> Answers:
    """Go without the picture."""
    if value != "none":
        raise Refusal("old-button")
    return pick_file(turn, draft, value)


def type_alt(_turn: Turn, _draft: Draft, words: str) -> Answers:
    """Take the sentence; it has passed the guard."""
    if len(words) > MOST_ABOUT:
        raise Refusal("broadcast-alt-long", most=MOST_ABOUT)
    return {"about": words}


def _is_picture(draft: Draft) -> bool:
    return bool(draft.answers.get("attached") and draft.answers.get("picture"))


# Both may be asked at any moment, so there is no step before them to go back to; both have a way out.
FILE = Step(
    "file",
    ask_file,
    picked=pick_file,
    needed=lambda draft: bool(draft.answers.get("wants_file")),
    can_return=False,
)
ALT = Step(
    "alt", ask_alt, typed=type_alt, picked=pick_alt, for_others=True, needed=_is_picture, can_return=False
)
