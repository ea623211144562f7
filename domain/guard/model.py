"""What the guard looks for and what it says of one text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple


class Tier(StrEnum):
    """How sure a find is: hard has the shape of a number or an address; soft is for the writer to judge."""

    hard = "hard"
    soft = "soft"


class Kind(StrEnum):
    """What was found."""

    bsn = "bsn"
    iban = "iban"
    phone = "phone"
    email = "email"
    address = "address"
    postcode = "postcode"
    birthdate = "birthdate"
    document = "document"
    plate = "plate"
    client_number = "client-number"
    name = "name"
    unique_person = "unique-person"

    @property
    def tier(self) -> Tier:
        """How sure a find of this kind is."""
        return Tier.soft if self in (Kind.name, Kind.unique_person) else Tier.hard


@dataclass(frozen=True)
class Hit:
    """One find, as code point offsets in the given text: text[start:end]."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True)
class Finding:
    """What the guard says of one text. The text itself stays out of repr, and so out of logs."""

    text: str = field(repr=False)
    redacted: str
    hits: tuple[Hit, ...]

    @property
    def clean(self) -> bool:
        """Say whether nothing was found."""
        return not self.hits

    @property
    def sure(self) -> bool:
        """Say whether there is more than what only the writer can judge."""
        return any(hit.kind.tier is Tier.hard for hit in self.hits)

    @property
    def overridable(self) -> bool:
        """Say whether "this is not a person" may keep the text: never with a BSN (article 46 UAVG)."""
        return all(hit.kind is not Kind.bsn for hit in self.hits)


NEUTRAL: Final[Mapping[Kind, str]] = MappingProxyType(dict.fromkeys(Kind, "▒▒▒"))


class Span(NamedTuple):
    """A find in plain text, before it is traced back to the text as it was given."""

    start: int
    end: int
    kind: Kind
    stated: bool = False  # the text itself says that this is a BSN
