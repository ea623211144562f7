"""Messages to a group: a coordinator writes one, is sure, follows how it goes, and can stop it."""

from __future__ import annotations

from datetime import timedelta

from domain.people import COORDINATORS
from handlers.broadcasts.compose import FLOW, change, command, start
from handlers.broadcasts.received import RECEIVED
from handlers.broadcasts.report import (
    ChangeBroadcast,
    ListBroadcasts,
    RepeatUncertain,
    ShowBroadcast,
    ShowDoers,
    StopBroadcast,
    repeat,
    show,
    show_doers,
    show_list,
    stop,
)
from handlers.broadcasts.sending import advance
from handlers.kit import Capability, Command, Job
from handlers.kit.doors import StartBroadcast

__all__ = ["CAPABILITY", "RECEIVED"]

CAPABILITY = Capability(
    name="broadcasts",
    commands=(Command("broadcast", command, COORDINATORS),),
    buttons={
        StartBroadcast: start,
        ChangeBroadcast: change,
        ListBroadcasts: show_list,
        ShowBroadcast: show,
        StopBroadcast: stop,
        RepeatUncertain: repeat,
        ShowDoers: show_doers,
    },
    flows=(FLOW,),
    jobs=(Job("broadcasts", timedelta(seconds=1), advance),),
)
