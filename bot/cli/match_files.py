"""Match questions with practices from two files, without a database: for measuring, and for trying out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot.cli.json_lines import json_lines, text_id, words_of
from bot.keeper import Finder
from bot.trouble import Trouble
from domain.matching import ANSWER, UNSURE, Document, Hit, Outcome, Scope
from domain.practices import WORDS

HERE = Scope(1)
_IN_FILE = {Outcome.ANSWER: "answer", Outcome.UNSURE: "doubt", Outcome.NONE: "none"}


def load(file: Path) -> Finder:
    """Return an index of the practices in a file of JSON lines."""
    finder = Finder()
    seen: set[str] = set()
    for number, row in json_lines(file):
        document = _document(row, file, number)
        if document.id in seen:
            raise Trouble("match-twice", file=file.name, number=str(number))
        seen.add(document.id)
        finder.index.put(document.id, HERE, [finder.analyse(document)])
    if not seen:
        raise Trouble("match-nothing", file=file.name)
    return finder


def questions(file: Path) -> Iterator[tuple[str, str]]:
    """Yield the id and the words of each question in a file of JSON lines."""
    for number, row in json_lines(file):
        yield text_id(row, file, number), words_of(row, "text", file, number)


def nearest(finder: Finder, words: str, most: int) -> tuple[Outcome, tuple[Hit, ...]]:
    """Return what the bot would do with a question, and the nearest practices, fitting or not."""
    hits = finder.index.rank(words, HERE, most)
    best = hits[0].confidence if hits else 0.0
    return (Outcome.ANSWER if best >= ANSWER else Outcome.UNSURE if best >= UNSURE else Outcome.NONE), hits


def line(question_id: str, outcome: Outcome, hits: Sequence[Hit], *, explain: bool) -> dict[str, Any]:
    """Return one line of output: what is nearest, best first, how sure that is, and what the bot would do.

    `explain` adds, per practice, the words that it was found by.
    """
    found: dict[str, Any] = {
        "query_id": question_id,
        "ranked": [[hit.id, hit.confidence] for hit in hits],
        "answer": outcome is Outcome.ANSWER,
        "outcome": _IN_FILE[outcome],
        "confidence": hits[0].confidence if hits else 0.0,
    }
    if explain:
        found["why"] = [[asdict(word) for word in hit.why] for hit in hits]
    return found


def _document(line: Mapping[str, Any], file: Path, number: int) -> Document:
    texts = {name: words_of(line, name, file, number) for name in WORDS}
    plain = words_of(line, "text", file, number)
    texts["situation"] = "\n".join(filter(None, (texts["situation"], plain)))
    return Document(
        text_id(line, file, number),
        texts["title"],
        texts["situation"],
        texts["approach"],
        texts["result"],
        texts["limits"],
        themes=_list(line, "themes", file, number),
        aliases=_list(line, "aliases", file, number),
    )


def _list(line: Mapping[str, Any], name: str, file: Path, number: int) -> tuple[str, ...]:
    found = line.get(name)
    if found is None:
        return ()
    if isinstance(found, str):
        return (found,)
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise Trouble("match-field", file=file.name, number=str(number), field=name)
    return tuple(found)
