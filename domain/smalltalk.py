"""What people type that asks nothing: a greeting, thanks, "ok", or a call for help with the program."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Small(StrEnum):
    """How to answer."""

    hello = "hello"
    thanks = "thanks"
    fine = "fine"
    bye = "bye"
    help = "help"


TABLE: Final[Mapping[Small, str]] = MappingProxyType(
    {
        Small.hello: """
            hoi; hoi hoi; hoihoi; hallo; hallo daar; hey; hee; he; hi; hi there; hello; hello there; dag; moin
            goedemorgen; goede morgen; goeiemorgen; goedemiddag; goede middag; goeiemiddag; goedenavond
            good morning; good afternoon; good evening; hoi kopgroep; hallo kopgroep; hi kopgroep
            hoe gaat het; hoe gaat het met je; how are you
        """,
        Small.thanks: """
            bedankt; bedankt hoor; heel erg bedankt; super bedankt; top bedankt; ok bedankt; oke bedankt
            dank; dank je; dank je wel; dankje; dankjewel; dank u; dank u wel; dankuwel; merci; fijn bedankt
            top dankjewel; ok dankjewel; ok dank je; thanks; thanks a lot; many thanks; thank you
            thank you very much; thank you so much; thx; tnx; ty; ok thanks; okay thanks
        """,
        Small.fine: """
            ok; oke; okee; okay; okidoki; k; top; prima; goed; goed zo; is goed; super; fijn; mooi; duidelijk
            helder; begrepen; ja; nee; jawel; ja hoor; nee hoor; laat maar; haha; hahaha; perfect; great; nice
            fine; cool; good; got it; clear; all good; yes; no; nope; yep; never mind; lol
        """,
        Small.bye: """
            doei; doeg; dag hoor; tot ziens; tot morgen; tot later; fijne dag; fijne avond; fijn weekend
            bye; bye bye; goodbye; see you; see you later; have a nice day
        """,
        Small.help: """
            help; hulp; help me; menu; wat kan je; wat kun je; wat kan ik hier; wat kan ik doen
            wat kan ik hier doen; hoe werkt dit; hoe werkt het; wie ben je; wat ben je; wat is dit
            what can you do; how does this work; who are you; what is this
        """,
    }
)
_KIND: Final = {
    words.strip(): kind for kind, table in TABLE.items() for words in table.replace("\n", ";").split(";")
}


def small_talk(words: str) -> Small | None:
    """Return which small talk `words` are, None when they may be a question.

    Only when they are nothing else: "hoi, hoe help ik iemand met schulden?" is a question.
    """
    letters = "".join(char if char.isalnum() else " " for char in words.casefold().replace("é", "e"))
    bare = " ".join(letters.split())
    return _KIND.get(bare) if bare else None
