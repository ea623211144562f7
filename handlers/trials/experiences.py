"""What colleagues told of a practice: counts, the four sides, their sentences, and who did it differently."""

from __future__ import annotations

from domain.trials import SIDES_FROM, Degree, Side, Told, Trial, bar
from handlers.kit import Say, Text, Turn, tap, text
from handlers.kit.card import counted, title_tap, visible
from handlers.kit.doors import ShowExperiences, ShowPractice, StartVariant
from storage import practices, trials

PER_PAGE = 5


def show_experiences(turn: Turn, pressed: ShowExperiences) -> Say:
    """Show one page of what was told, failures among successes, as it came in."""
    practice = visible(turn, pressed.practice)
    skip = max(pressed.skip, 0)
    found = trials.lines(turn.connection, practice, most=PER_PAGE + 1, skip=skip)
    family = practices.family_of(turn.connection, turn.member, practice) if practice.has_family else []
    more = (
        (tap("trials-more", ShowExperiences(practice.public_id, skip + PER_PAGE)),)
        if len(found) > PER_PAGE
        else ()
    )
    differently = (
        (tap("trials-differently", StartVariant(practice.public_id)),) if practice.own_outcome else ()
    )
    return Say(
        (
            text("trials-experiences", title=practice.parts.title),
            counted(practice.told) if practice.told.tried else text("trials-nobody-told"),
            *sides(practice.told),
            *map(_line, found[:PER_PAGE]),
            *((text("trials-family"),) if family else ()),
        ),
        (
            *more,
            *map(title_tap, family),
            *differently,
            tap("trials-see", ShowPractice(practice.public_id)),
        ),
    )


def sides(told: Told) -> tuple[Text, ...]:
    """Show the four sides beside each other, each with its own bar; they are never averaged."""
    shown = []
    for side in Side:
        counts = told.sides.get(side.value, {})
        whole = sum(counts.values())
        if whole >= SIDES_FROM:
            yes, partly, no = (counts[degree.value] for degree in Degree)
            about = text(f"trials-about-{side.value}")
            shown.append(text("trials-bar", bar=bar(yes, whole), about=about, yes=yes, partly=partly, no=no))
    return tuple(shown)


def _line(trial: Trial) -> Text:
    """Quote one colleague: what came of it, and from whom as they chose."""
    job = trial.context.job or "unknown"
    who = text(f"job-{job}-person")
    if trial.named and trial.name:
        who = text("trials-teller-named", name=trial.name, job=who)
    outcome = text(f"trials-outcome-{trial.outcome.value}")
    quoted = text("trials-quoted", outcome=outcome, who=who, line=trial.line)
    if trial.obstacle is None:
        return quoted
    return text(
        "trials-quoted-obstacle", quoted=quoted, obstacle=text(f"trials-hindered-{trial.obstacle.value}")
    )
