"""Remove a person in small steps, and leave behind only what they chose to leave, without a name."""

from storage.erasure.job import Erasure, Subject, Tools, advance, note_marks, open_erasures
from storage.erasure.traces import marks_of

__all__ = [
    "Erasure",
    "Subject",
    "Tools",
    "advance",
    "marks_of",
    "note_marks",
    "open_erasures",
]
