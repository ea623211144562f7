"""See what the matcher finds for a question, in the database or in files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer

from bot.cli.desk import Desk, desk_of, writing_file
from bot.cli.match_files import line, load, nearest, questions
from bot.cli.places import InOrganisation, the_organisation
from bot.keeper import Finder
from bot.trouble import Trouble
from domain.matching import Match, Scope, Word
from storage import exports, search, synonyms
from storage.database import Connection

MOST = 1000


def match(
    context: typer.Context,
    question: Annotated[str | None, typer.Argument(metavar="QUESTION", help="cli-help-question")] = None,
    organisation: InOrganisation = None,
    practices: Annotated[Path | None, typer.Option(metavar="FILE", help="cli-help-practices")] = None,
    queries: Annotated[Path | None, typer.Option(metavar="FILE", help="cli-help-queries")] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="cli-help-match-out")] = None,
    top: Annotated[int, typer.Option(min=1, max=MOST, help="cli-help-top")] = 10,
    explain: Annotated[bool, typer.Option("--explain", help="cli-help-explain")] = False,
) -> None:
    """Match one question with the database, or a file of questions with a file of practices."""
    desk = desk_of(context)
    if question is not None and not any((practices, queries, out)):
        _in_database(desk, question, organisation, top)
    elif question is None and practices and queries:
        _in_files(desk, practices, queries, out, top, explain)
    else:
        raise Trouble("match-either", code=2)


def _in_files(desk: Desk, practices: Path, queries: Path, out: Path | None, top: int, explain: bool) -> None:
    """Match a file with a file: into `out`, with the reasons printed, or as lines on the output itself."""
    finder = load(practices)
    if out is None:
        count, seconds = _match_all(finder, queries, top, explain, print)
        desk.warn("match-rate", rate=_rate(count, seconds))
        return
    with writing_file(out) as file:
        count, seconds = _match_all(
            finder, queries, top, explain, lambda said: file.write(f"{said}\n".encode()), desk
        )
    desk.tell("match-done", count=count, practices=len(finder.index), file=str(out))
    desk.tell("match-rate", rate=_rate(count, seconds))


def _match_all(
    finder: Finder,
    queries: Path,
    top: int,
    explain: bool,
    put: Callable[[str], object],
    aloud: Desk | None = None,
) -> tuple[int, float]:
    """Put a line per question; return how many, and the seconds that matching took, without the files."""
    count, seconds = 0, 0.0
    for question_id, words in questions(queries):
        began = perf_counter()
        outcome, hits = nearest(finder, words, top)
        seconds += perf_counter() - began
        put(json.dumps(line(question_id, outcome, hits, explain=explain), ensure_ascii=False))
        count += 1
        if explain and aloud is not None:
            aloud.tell("match-question", question=words)
            _tell(aloud, Match(outcome, hits), {})
    return count, seconds


def _rate(count: int, seconds: float) -> str:
    return str(round(count / max(seconds, 1e-6)))


def _in_database(desk: Desk, question: str, organisation: str | None, top: int) -> None:
    with desk.reading() as connection:
        inside = the_organisation(connection, organisation)
        finder = _finder(connection, inside.id)
        found = finder.match(question, Scope(inside.id), top)
        titles = exports.titles(connection, inside.id, [int(hit.id) for hit in found.hits])
    _tell(desk, found, {str(number): title for number, title in titles.items()})


def _finder(connection: Connection, organisation_id: int) -> Finder:
    """Return an index of what every member of an organisation may see."""
    finder = Finder()
    finder.index.learn(organisation_id, synonyms.of_all(connection, organisation_id)[organisation_id])
    for entry in search.entries(connection):
        if entry.scope.organisation == organisation_id and entry.analyses:
            finder.index.put(str(entry.practice_id), entry.scope, entry.analyses)
    return finder


def _tell(desk: Desk, found: Match, titles: dict[str, str]) -> None:
    desk.tell(f"match-outcome-{found.outcome.value}")
    for place, hit in enumerate(found.hits, start=1):
        desk.tell(
            "match-hit",
            place=str(place),
            title=titles.get(hit.id, hit.id),
            confidence=f"{hit.confidence:.2f}",
        )
        if hit.why:
            desk.tell("match-why", words=", ".join(_reason(desk, word) for word in hit.why))


def _reason(desk: Desk, word: Word) -> str:
    """Return one word that matched, and as which word it was read."""
    if word.asked == word.found:
        return word.asked
    values = {"asked": word.asked, "found": word.found}
    if word.repaired:
        return desk.words("match-word-repaired", **values)
    return desk.words("match-word-translated" if word.translated else "match-word-met", **values)
