"""The vocabulary in which capabilities are written."""

from handlers.kit.buttons import Button, button
from handlers.kit.flow import Flow, Pick, Resume, Step, StopFlow, begin, begin_typed, pick
from handlers.kit.routes import Capability, Command, Job, Routes, Welcome
from handlers.kit.say import At, File, Link, Marked, Say, Tap, Text, Value, below, link, say, tap, text
from handlers.kit.telling import tell, with_way_out
from handlers.kit.turn import FileRef, Go, Hear, Incoming, Kind, Place, Refusal, Reply, Turn, World
from storage.conversations import Draft

__all__ = [
    "At",
    "Button",
    "Capability",
    "Command",
    "Draft",
    "File",
    "FileRef",
    "Flow",
    "Go",
    "Hear",
    "Incoming",
    "Job",
    "Kind",
    "Link",
    "Marked",
    "Pick",
    "Place",
    "Refusal",
    "Reply",
    "Resume",
    "Routes",
    "Say",
    "Step",
    "StopFlow",
    "Tap",
    "Text",
    "Turn",
    "Value",
    "Welcome",
    "World",
    "begin",
    "begin_typed",
    "below",
    "button",
    "link",
    "pick",
    "say",
    "tap",
    "tell",
    "text",
    "with_way_out",
]
