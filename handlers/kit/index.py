"""Keep the matching index in step: what changed is a row of the same transaction."""

from __future__ import annotations

from handlers.kit.turn import Turn
from storage import search


def words_changed(turn: Turn, organisation_id: int, practice_id: int) -> None:
    """Analyse a practice whose words are new, and tell every process."""
    search.analyse_again(turn.connection, organisation_id, practice_id, turn.world.finder.analyse, turn.now)
    turn.changed.append(practice_id)


def synonyms_changed(turn: Turn, organisation_id: int) -> None:
    """Tell every process that an organisation has other synonyms now."""
    search.log_synonyms(turn.connection, organisation_id, turn.now)
    turn.changed.append(0)


def state_changed(turn: Turn, organisation_id: int, practice_id: int) -> None:
    """Tell every process that a practice was shown, hidden or moved."""
    search.log(turn.connection, organisation_id, practice_id, turn.now)
    turn.changed.append(practice_id)
