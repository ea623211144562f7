"""See what the privacy guard finds in a file of messages."""

from __future__ import annotations

import json
import resource
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from typing import Annotated, Any

import typer

from bot.cli.desk import desk_of, writing_file
from bot.cli.json_lines import json_lines, text_id, words_of
from bot.guarding import known_names
from content import speech
from domain.guard import Finding, Kind, check


def guard(
    context: typer.Context,
    given: Annotated[Path, typer.Option("--in", metavar="FILE", help="cli-help-guard-in")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="cli-help-guard-out")],
) -> None:
    """Put a line per message: what was found, and how the message reads without it."""
    desk = desk_of(context)
    names = known_names()
    labels = {language: _labels(language) for language in speech.LANGUAGES}
    count, caught, seconds = 0, 0, 0.0
    with writing_file(out) as file:
        for number, row in json_lines(given):
            text = words_of(row, "text", given, number)
            language = words_of(row, "lang", given, number)
            began = perf_counter()
            finding = check(text, labels.get(language, labels["nl"]), names)
            seconds += perf_counter() - began
            said = json.dumps(_line(text_id(row, given, number), finding), ensure_ascii=False)
            file.write(f"{said}\n".encode())
            count += 1
            caught += not finding.clean
    each = f"{1000 * seconds / max(count, 1):.2f}"
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    desk.tell(
        "guard-done",
        count=count,
        caught=caught,
        file=str(out),
        each=each,
        seconds=f"{seconds:.1f}",
        memory=f"{most:.0f}",
    )


def _labels(language: str) -> Mapping[Kind, str]:
    return {kind: speech.speak(f"guard-{kind.value}", language, {}) for kind in Kind}


def _line(message_id: str, finding: Finding) -> dict[str, Any]:
    """Return one line of output; kinds are spelt with an underscore there."""
    return {
        "id": message_id,
        "hits": [
            {
                "start": hit.start,
                "end": hit.end,
                "kind": hit.kind.value.replace("-", "_"),
                "tier": hit.kind.tier.value,
            }
            for hit in finding.hits
        ],
        "redacted": finding.redacted,
    }
