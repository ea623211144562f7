"""See what the matcher finds for a question, in the database or in files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.desk import Desk, desk_of, writing_file
from bot.cli.match_files import answer, load, questions
from bot.cli.places import InOrganisation, the_organisation
from bot.keeper import Finder
from bot.trouble import Trouble
from domain.matching import Hit, Match, Scope
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
) -> None:
    """Match one question with the database, or a file of questions with a file of practices."""
    desk = desk_of(context)
    files = (practices, queries, out)
    if question is not None and not any(files):
        _in_database(desk, question, organisation, top)
    elif question is None and practices and queries and out:
        _in_files(desk, practices, queries, out, top)
    else:
        raise Trouble("match-either", code=2)


def _in_files(desk: Desk, practices: Path, queries: Path, out: Path, top: int) -> None:
    finder = load(practices)
    count = 0
    with writing_file(out) as file:
        for question_id, words in questions(queries):
            line = answer(finder, question_id, words, top)
            file.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
            count += 1
    desk.tell("match-done", count=count, practices=len(finder.index), file=str(out))


def _in_database(desk: Desk, question: str, organisation: str | None, top: int) -> None:
    with desk.reading() as connection:
        inside = the_organisation(connection, organisation)
        finder = _finder(connection, inside.id)
        found = finder.match(question, Scope(inside.id), top)
        titles = exports.titles(connection, inside.id, [int(hit.id) for hit in found.hits])
    _tell(desk, found, titles)


def _finder(connection: Connection, organisation_id: int) -> Finder:
    """Return an index of what every member of an organisation may see."""
    finder = Finder()
    finder.index.learn(organisation_id, synonyms.of_all(connection, organisation_id)[organisation_id])
    for entry in search.entries(connection):
        if entry.scope.organisation == organisation_id and entry.analyses:
            finder.index.put(str(entry.practice_id), entry.scope, entry.analyses)
    return finder


def _tell(desk: Desk, found: Match, titles: dict[int, str]) -> None:
    desk.tell(f"match-outcome-{found.outcome.value}")
    for place, hit in enumerate(found.hits, start=1):
        desk.tell(
            "match-hit",
            place=str(place),
            title=titles.get(int(hit.id), hit.id),
            confidence=f"{hit.confidence:.2f}",
        )
        if hit.why:
            desk.tell("match-why", words=_why(hit))


def _why(hit: Hit) -> str:
    return ", ".join(
        word.asked if word.asked == word.found else f"{word.asked} → {word.found}" for word in hit.why
    )
