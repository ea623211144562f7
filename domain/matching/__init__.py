"""Finding the practices that fit a question: typos, compounds, two languages, and an honest "I don't know".

The whole interface is here; what lies behind it may be replaced.
"""

from domain.matching.analyse import ANALYSER_VERSION, Analysis, analyse, pack, unpack
from domain.matching.confidence import ANSWER, DUPLICATE, UNSURE
from domain.matching.index import Index
from domain.matching.model import Document, Hit, Leg, Lexicon, Match, Outcome, Scope, Word

__all__ = [
    "ANALYSER_VERSION",
    "ANSWER",
    "DUPLICATE",
    "UNSURE",
    "Analysis",
    "Document",
    "Hit",
    "Index",
    "Leg",
    "Lexicon",
    "Match",
    "Outcome",
    "Scope",
    "Word",
    "analyse",
    "pack",
    "unpack",
]
