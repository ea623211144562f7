"""Teach words that mean the same, in whatever language, from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.desk import desk_of
from bot.cli.places import InOrganisation, the_organisation
from bot.trouble import Trouble
from domain.synonyms import LONGEST_TERM, MOST_SYNONYMS, read_list
from storage import search, synonyms


def words(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="cli-help-words-file")],
    organisation: InOrganisation = None,
) -> None:
    """Add the pairs of a file, and name the lines that hold none; the same file again adds nothing."""
    desk = desk_of(context)
    try:
        listed = read_list(file.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "UTF-8?"
        raise Trouble("import-cannot-read", file=file.name, reason=reason) from None
    with desk.writing() as connection:
        inside = the_organisation(connection, organisation)
        new, known = synonyms.add_all(connection, inside.id, listed.pairs, MOST_SYNONYMS, desk.now)
        if new:
            search.log_synonyms(connection, inside.id, desk.now)
    for number, why in listed.unfit:
        reason = desk.words(f"synonyms-no-{why.value}", most=LONGEST_TERM)
        desk.warn("cli-words-line", number=str(number), reason=reason)
    if left := len(listed.pairs) - new - known:
        desk.warn("cli-words-left", count=left, most=MOST_SYNONYMS)
    desk.tell("cli-words-added", new=new, known=known)
