"""Every capability, one line each."""

from __future__ import annotations

from domain.retention import DEFAULTS, Kept
from handlers import (
    ask,
    broadcasts,
    browse,
    bursts,
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
    numbers,
    overview,
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
    unsure,
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
    bursts.CAPABILITY,
    doubles.CAPABILITY,
    synonyms.CAPABILITY,
    importing.CAPABILITY,
    unsure.CAPABILITY,
    broadcasts.CAPABILITY,
    broadcasts.RECEIVED,
    rounds.CAPABILITY,
    rounds.ANSWERING,
    overview.CAPABILITY,
    numbers.CAPABILITY,
    nudging.CAPABILITY,
    log.CAPABILITY,
    device.CAPABILITY,
    housekeeping.CAPABILITY,
)


def routes(kept: Kept = DEFAULTS) -> Routes:
    """Return what all capabilities offer together; `kept` is how long things are kept here."""
    forgets = housekeeping.CAPABILITY
    return Routes(housekeeping.capability(kept) if one is forgets else one for one in CAPABILITIES)
