"""That a new practice was seen by somebody whom it fits: so that each new one is seen by some."""

from __future__ import annotations

from datetime import timedelta

from domain.peers.constants import DEFAULTS
from domain.peers.fit import fit
from domain.practices import Practice, PracticeState
from handlers.kit.turn import Turn
from storage import nudges


def note_view(turn: Turn, practice: Practice) -> None:
    """Note who saw a colleague's practice, as long as it is new; of others it is not kept."""
    new = turn.now - practice.shared_at < timedelta(days=DEFAULTS.offers.new_days)
    theirs = practice.author_id != turn.member.id and practice.state is PracticeState.published
    fits = fit(practice.context, turn.member.place) >= DEFAULTS.fit.offered_from
    if new and theirs and fits and not practice.illustrative:
        nudges.note_view(turn.connection, practice.id, turn.member)
