"""A Bot API on 127.0.0.1 for tests, with people who say, tap and see."""

from tests.emulator.chats import Message
from tests.emulator.emulator import TOKEN, Emulator
from tests.emulator.flood import Flood
from tests.emulator.groups import Group
from tests.emulator.people import Person
from tests.emulator.world import Call, Query, Violation

__all__ = ["TOKEN", "Call", "Emulator", "Flood", "Group", "Message", "Person", "Query", "Violation"]
