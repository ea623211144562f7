"""What several kinds read the same way: number libraries, digits, dates, what may stand between."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple


class Numbers(NamedTuple):
    """What the number libraries tell."""

    is_bsn: Callable[[str], bool]
    is_iban: Callable[[str], bool]
    is_phone: Callable[
        [str], bool
    ]  # a valid number, Dutch without a country code, and not a free or paid line


@cache
def numbers() -> Numbers:
    """Load the number libraries on first use: they take a tenth of a second."""
    import phonenumbers
    from stdnum import iban
    from stdnum.nl import bsn

    types = phonenumbers.PhoneNumberType
    public = {types.TOLL_FREE, types.PREMIUM_RATE, types.SHARED_COST}

    def is_phone(number: str) -> bool:
        try:
            parsed = phonenumbers.parse(number, "NL")
        except phonenumbers.NumberParseException:
            return False
        return phonenumbers.is_valid_number(parsed) and phonenumbers.number_type(parsed) not in public

    def is_iban(number: str) -> bool:
        # The country's own check knows today's banks only, and an old account is still someone's.
        return bool(iban.is_valid(number, check_country=False))

    return Numbers(bsn.is_valid, is_iban, is_phone)


def words(text: str) -> frozenset[str]:
    """Return the words of a list as a set."""
    return frozenset(text.split())


def digits(text: str) -> str:
    """Return the digits of text, in order."""
    return "".join(char for char in text if char.isdigit())


# What may stand between a telling word and its number. Not a label or a filled hit: the words in labels would
# tell things of what follows, and text that was redacted would be redacted further each time it is checked.
BETWEEN: Final = r"[^\d\[\]▒]"

DATE: Final = re.compile(
    r"(?:[0-3]?\d[ .\-/][01]?\d[ .\-/](?:19|20)\d\d|(?:19|20)\d\d[ .\-/]?[01]\d[ .\-/]?[0-3]\d)(?!\d)"
)

# What makes a figure after a street or a postcode no house number: "Kerkstraat 12 bewoners".
NOT_HOUSE: Final = (
    r"(?! ?(?:%|€|[-:.,/]\d)| ?(?:keer|maal|x|euro?|jaar|jr|uur|min|minuten|weken|maanden|mensen"
    r"|dagen|bewoners|gezinnen|huishoudens|woningen|huizen|adressen|meldingen|straten|kinderen|jongeren"
    r"|times|years?"
    r"|hours?|days?|weeks?|months?|people|residents|families|households|homes|jan\w*|feb\w*|maart|mrt"
    r"|apr\w*|mei"
    r"|jun[ie]|jul[iy]|aug\w*|sep\w*|okt\w*|oct\w*|nov\w*|dec\w*|march|may)\b)"
)
