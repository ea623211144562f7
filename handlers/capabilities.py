"""Every capability, one line each."""

from __future__ import annotations

from handlers import (
    ask,
    broadcasts,
    browse,
    checkin,
    contribution,
    device,
    doubles,
    gaps,
    housekeeping,
    importing,
    invite,
    join,
    leave,
    log,
    mine,
    moderate,
    my_data,
    nominate,
    nudges,
    nudging,
    pause,
    portraits,
    practice,
    profile,
    questions,
    rate,
    recheck,
    rounds,
    share,
    synonyms,
    thanks,
    trials,
)
from handlers import help as helping
from handlers.kit import Capability, Routes

CAPABILITIES: tuple[Capability, ...] = (
    join.CAPABILITY,
    profile.CAPABILITY,
    helping.CAPABILITY,
    ask.CAPABILITY,
    questions.CAPABILITY,
    rate.CAPABILITY,
    browse.CAPABILITY,
    share.CAPABILITY,
    practice.CAPABILITY,
    trials.CAPABILITY,
    recheck.CAPABILITY,
    thanks.CAPABILITY,
    contribution.CAPABILITY,
    nominate.CAPABILITY,
    portraits.CAPABILITY,
    mine.CAPABILITY,
    checkin.CAPABILITY,
    nudges.CAPABILITY,
    pause.CAPABILITY,
    leave.CAPABILITY,
    my_data.CAPABILITY,
    invite.CAPABILITY,
    gaps.CAPABILITY,
    moderate.CAPABILITY,
    doubles.CAPABILITY,
    synonyms.CAPABILITY,
    importing.CAPABILITY,
    broadcasts.CAPABILITY,
    broadcasts.RECEIVED,
    rounds.CAPABILITY,
    rounds.ANSWERING,
    nudging.CAPABILITY,
    log.CAPABILITY,
    device.CAPABILITY,
    housekeeping.CAPABILITY,
)


def routes() -> Routes:
    """Return what all capabilities offer together."""
    return Routes(CAPABILITIES)
