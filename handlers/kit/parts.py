"""Steps that change a practice: its words, themes, name and readers. Sharing and editing use the same ones.

A draft holds the title and the parts under their own names, `chosen_themes`, `attribution` and `visibility`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from domain.parts import title_for
from domain.people import MOST_THEMES, THEMES
from domain.practices import (
    MOST_PART,
    MOST_TITLE,
    WORDS,
    Attribution,
    Parts,
    Visibility,
    is_shrug,
    readers_for,
)
from domain.text import clean, clean_line
from handlers.kit.flow import Answers, Step, pick
from handlers.kit.say import Say, Tap, Text, say, text
from handlers.kit.turn import Refusal, Turn
from storage.conversations import Draft

SETTINGS: Final = ("themes", "name", "readers")
OFF: Final = "no-"  # before a theme: leave it out; pressed twice it is left out once


def parts_in(answers: Mapping[str, Any]) -> Parts:
    """Return the words that a draft holds."""
    return Parts(**{name: answers.get(name) or "" for name in WORDS})


def language_of(turn: Turn, answers: Mapping[str, Any]) -> str:
    """Return the language a draft is written in."""
    return str(answers.get("language", turn.member.language))


def titled(turn: Turn, answers: Mapping[str, Any]) -> Parts:
    """Return the words that a draft holds, with a title made from them when none was given."""
    parts = parts_in(answers)
    return replace(parts, title=parts.title or title_for(parts, language_of(turn, answers)))


def fitting(name: str, words: str) -> str:
    """Return `words` as the title or a part; refuse what is too long, and limits that say nothing."""
    if name == "title":
        line = clean_line(words, len(words))
        if len(line) > MOST_TITLE:
            raise Refusal("parts-title-long", length=len(line), most=MOST_TITLE)
        return line
    words = clean(words)
    if len(words) > MOST_PART:
        raise Refusal("parts-long", length=len(words), most=MOST_PART)
    if name == "limits" and is_shrug(words):
        raise Refusal("parts-limits-needed")
    return words


def settings_offered(turn: Turn) -> tuple[str, ...]:
    """Return what can be set besides the words; who may see it only when there is a choice."""
    return SETTINGS if len(readers_for(turn.member)) > 1 else SETTINGS[:2]


def chosen(step: str, value: str) -> Answers:
    """Return the answers that open the step for `value`, also when it was answered before."""
    return {step: value, f"new_{value}": None}


def changing(first: Callable[[Draft], bool], *more: str, after: Answers) -> tuple[Step, ...]:
    """Return the steps that change one thing, asked as "change" once `first` says so.

    `more` are offered besides the words. `after` are the answers that each of them gives as well, such as
    None for a step that has to be asked again. An answered step stays answered, so that editing the message
    that answered it corrects the same words again.
    """
    return (
        Step("change", _ask_what(more), picked=_what_picked(more), needed=first),
        *(_word_step(name, after) for name in WORDS),
        Step("new_themes", _ask_themes, picked=_themes_picked(after), needed=_wanted("themes")),
        Step("new_name", _ask_name, picked=_name_picked(after), needed=_wanted("name")),
        Step("new_readers", _ask_readers, picked=_readers_picked(after), needed=_wanted("readers")),
    )


def _wanted(what: str) -> Callable[[Draft], bool]:
    return lambda draft: (draft.answers.get("change") or draft.answers.get("preview")) == what


def _ask_what(more: Sequence[str]) -> Callable[[Turn, Draft], Say]:
    def ask(turn: Turn, draft: Draft) -> Say:
        offered = _offered(turn, more)
        return say("parts-change", *(pick(draft, "change", name, f"part-{name}") for name in offered))

    return ask


def _what_picked(more: Sequence[str]) -> Callable[[Turn, Draft, str], Answers]:
    def picked(turn: Turn, _draft: Draft, value: str) -> Answers:
        if value not in _offered(turn, more):
            raise Refusal("flow-choose")
        return chosen("change", value)

    return picked


def _offered(turn: Turn, more: Sequence[str]) -> tuple[str, ...]:
    return (*WORDS, *(name for name in settings_offered(turn) if name in more))


def _word_step(name: str, after: Answers) -> Step:
    def ask(turn: Turn, draft: Draft) -> Say:
        now = getattr(titled(turn, draft.answers), name)
        return say(f"parts-new-{name}", now=now)

    def typed(_turn: Turn, _draft: Draft, words: str) -> Answers:
        return {name: fitting(name, words), **after}

    return Step(f"new_{name}", ask, typed=typed, for_others=True, needed=_wanted(name))


# --- themes -----------------------------------------------------------------------------------------


def _ask_themes(_turn: Turn, draft: Draft) -> Say:
    taps = [_theme_tap(draft, theme) for theme in THEMES]
    return say("parts-themes", *taps, pick(draft, "new_themes", "done", "parts-done"), most=MOST_THEMES)


def _theme_tap(draft: Draft, theme: str) -> Tap:
    if theme in draft.answers["chosen_themes"]:
        return pick(draft, "new_themes", OFF + theme, "parts-theme-on", theme=text(f"theme-{theme}"))
    return pick(draft, "new_themes", theme, f"theme-{theme}")


def _themes_picked(after: Answers) -> Callable[[Turn, Draft, str], Answers]:
    def picked(_turn: Turn, draft: Draft, value: str) -> Answers:
        if value == "done":
            return after
        return {"new_themes": None, "chosen_themes": changed_themes(draft.answers["chosen_themes"], value)}

    return picked


def changed_themes(themes: Sequence[str], value: str) -> list[str]:
    """Return the chosen themes with the one of `value` added, or left out when it says so."""
    theme = value.removeprefix(OFF)
    if theme not in THEMES:
        raise Refusal("flow-choose")
    others = [one for one in themes if one != theme]
    if value.startswith(OFF):
        return others
    if len(others) >= MOST_THEMES:
        raise Refusal("parts-themes-full", most=MOST_THEMES)
    return [*others, theme]


def themes_in_words(themes: Sequence[str]) -> Text | tuple[Text, ...]:
    """Return themes as their names, or the words for none."""
    return tuple(text(f"theme-{theme}") for theme in themes) or text("parts-no-theme")


# --- name and readers -------------------------------------------------------------------------------


def _names_for(turn: Turn) -> list[Attribution]:
    return [one for one in Attribution if one is not Attribution.name or turn.member.name]


def _ask_name(turn: Turn, draft: Draft) -> Say:
    taps = (pick(draft, "new_name", one.value, f"parts-name-{one.value}") for one in _names_for(turn))
    return say("parts-name", *taps)


def _name_picked(after: Answers) -> Callable[[Turn, Draft, str], Answers]:
    def picked(turn: Turn, _draft: Draft, value: str) -> Answers:
        if value not in _names_for(turn):
            raise Refusal("flow-choose")
        return {"attribution": value, **after}

    return picked


def _ask_readers(turn: Turn, draft: Draft) -> Say:
    taps = (pick(draft, "new_readers", one.value, f"readers-{one.value}") for one in readers_for(turn.member))
    return say("parts-readers", *taps)


def _readers_picked(after: Answers) -> Callable[[Turn, Draft, str], Answers]:
    def picked(turn: Turn, _draft: Draft, value: str) -> Answers:
        check_readers(turn, value)
        return {"visibility": value, **after}

    return picked


def check_readers(turn: Turn, value: str) -> Visibility:
    """Return the group of readers; refuse one that is not the member's (any more)."""
    if value not in readers_for(turn.member):
        raise Refusal("parts-readers-gone")
    return Visibility(value)
