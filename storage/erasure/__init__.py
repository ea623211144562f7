"""Remove a person in small steps, and leave behind only what they chose to leave, without a name."""

from storage.erasure.job import (
    Erasure,
    Subject,
    Tools,
    advance,
    are_done,
    begin_at_the_first_step,
    close,
    note_marks,
    open_erasures,
)
from storage.erasure.traces import marks_of

__all__ = [
    "Erasure",
    "Subject",
    "Tools",
    "advance",
    "are_done",
    "begin_at_the_first_step",
    "close",
    "marks_of",
    "note_marks",
    "open_erasures",
]
