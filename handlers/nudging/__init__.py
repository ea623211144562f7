"""Offering practices unasked: what a manager says first, in which teams it was said, and the switch."""

from __future__ import annotations

from domain.people import COORDINATORS
from handlers.kit import Capability, Command
from handlers.nudging import script, switch, teams

CAPABILITY = Capability(
    name="nudging",
    commands=(
        Command("startkit", script.command, COORDINATORS, menu=False),
        Command("sending", switch.command, COORDINATORS, menu=False),
    ),
    buttons={
        script.MakeScript: script.make,
        teams.ListTeams: teams.show_list,
        teams.ShowTeam: teams.show,
        teams.WasSaid: teams.start,
        teams.NotSaid: teams.take_back,
        switch.ShowSwitch: switch.show,
        switch.SwitchOff: switch.off,
        switch.SwitchOn: switch.on,
        switch.CallCrisis: switch.call_crisis,
        switch.EndCrisis: switch.end_crisis,
    },
    flows=(teams.FLOW,),
)
