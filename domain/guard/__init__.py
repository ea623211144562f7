"""The privacy guard: finds what points to a person in text written for others, before it is stored.

No detector finds everything; the question to the writer in the confirm screen stays.
"""

from domain.guard.check import check
from domain.guard.known import NOBODY, Dictionary, Names
from domain.guard.model import NEUTRAL, Finding, Hit, Kind, Tier

__all__ = ["NEUTRAL", "NOBODY", "Dictionary", "Finding", "Hit", "Kind", "Names", "Tier", "check"]
