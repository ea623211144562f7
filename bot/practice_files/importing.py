"""Bring practices from a file into an organisation: plan first, so that writing takes a moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.guarding import known_names
from bot.keeper import Finder
from content import speech
from domain import guard, importing
from domain.importing import Proposed, Reason, Refused, Row, RowRefused, Terms
from domain.matching import Analysis, Document
from domain.people import LANGUAGES, THEMES
from domain.practices import Attribution, Visibility
from domain.text import fold
from storage import exports, organisations, practices, search
from storage.database import Connection
from storage.organisations import Organisation
from storage.practices import NewPractice


@dataclass(frozen=True)
class Plan:
    """What a file would do: practices to add with what the matcher makes of them, and what stays out."""

    new: tuple[tuple[NewPractice, Analysis], ...]
    already: int
    refused: tuple[Refused, ...]


@dataclass(frozen=True)
class ImportReport:
    """What came of an import. `stored` is False when something was refused and so nothing was kept."""

    added: tuple[int, ...]
    already: int
    refused: tuple[Refused, ...]
    stored: bool


def plan(
    connection: Connection,
    organisation: Organisation,
    rows: Iterable[Row | Refused],
    finder: Finder,
    *,
    redact: bool = False,
    seen: Callable[[], None] = lambda: None,
) -> Plan:
    """Read every row against what is there; nothing is written. `seen` is called once a row."""
    terms = _terms(organisation, redact=redact)
    known = _known(connection, organisation)
    places = _Places(connection, organisation)
    new: list[tuple[NewPractice, Analysis]] = []
    refused: list[Refused] = []
    already = 0
    for row in rows:
        seen()
        if isinstance(row, Refused):
            refused.append(row)
            continue
        try:
            proposed = importing.read(row, terms)
            practice = places.practice(proposed)
        except RowRefused as no:
            refused.append(Refused(row.number, no.reason, no.field, no.kinds))
            continue
        if known.isdisjoint(proposed.keys):
            new.append((practice, finder.analyse(_document(practice))))
        else:
            already += 1
        known.update(proposed.keys)
    return Plan(tuple(new), already, tuple(refused))


def carry_out(
    connection: Connection, organisation: Organisation, planned: Plan, now: datetime, keep_good: bool
) -> ImportReport:
    """Write a plan in a few statements, so that a running bot hardly waits."""
    if planned.refused and not keep_good:
        return ImportReport((), planned.already, planned.refused, stored=False)
    # Somebody may have imported the same file since the plan was made.
    there = practices.import_keys(connection, organisation.id)
    fresh = [pair for pair in planned.new if pair[0].import_key not in there]
    made = practices.add_many(connection, organisation.id, [practice for practice, _ in fresh], now)
    numbers = [number for number, _ in made]
    analyses = {number: [analysis] for number, (_, analysis) in zip(numbers, fresh, strict=True)}
    search.store_new(connection, organisation.id, analyses, now)
    already = planned.already + len(planned.new) - len(fresh)
    return ImportReport(tuple(numbers), already, planned.refused, stored=True)


class _Places:
    """The teams and employers of an organisation by name."""

    def __init__(self, connection: Connection, organisation: Organisation) -> None:
        teams = organisations.teams_of(connection, organisation.id)
        employers = organisations.employers_of(connection, organisation.id)
        self._ids = {
            Visibility.team: {one.name.casefold(): one.id for one in teams},
            Visibility.employer: {one.name.casefold(): one.id for one in employers},
        }

    def practice(self, proposed: Proposed) -> NewPractice:
        """Return what to store; raise RowRefused when the place it is meant for is not here."""
        visibility = proposed.visibility
        place = self._ids.get(visibility, {}).get(proposed.place.casefold())
        if place is None and visibility is not Visibility.organisation:
            raise RowRefused(Reason.place, visibility.value)
        return NewPractice(
            parts=proposed.parts,
            language=proposed.language,
            themes=proposed.themes,
            attribution=Attribution.nobody,
            visibility=visibility,
            employer_id=place if visibility is Visibility.employer else None,
            team_id=place if visibility is Visibility.team else None,
            illustrative=proposed.illustrative,
            import_key=proposed.keys[0],
        )


def _known(connection: Connection, organisation: Organisation) -> set[str]:
    """Return the keys of what is there: imported before, exported from here, or in the same words."""
    known = practices.import_keys(connection, organisation.id)
    for public_id, parts in exports.texts(connection, organisation.id):
        known.add(importing.key_of_name(public_id))
        known.add(importing.key_of_texts(parts.situation, parts.approach, parts.result, parts.limits))
    return known


def _terms(organisation: Organisation, *, redact: bool) -> Terms:
    themes = {fold(theme): theme for theme in THEMES}
    for language in LANGUAGES:
        for theme in THEMES:
            themes[fold(speech.speak(f"theme-{theme}", language, {}))] = theme
    labels = {
        language: {kind: speech.speak(f"guard-{kind.value}", language, {}) for kind in guard.Kind}
        for language in LANGUAGES
    }
    return Terms(organisation.language, themes, labels, redact, known_names())


def _document(new: NewPractice) -> Document:
    parts = new.parts
    return Document(
        "", parts.title, parts.situation, parts.approach, parts.result, parts.limits, themes=new.themes
    )
