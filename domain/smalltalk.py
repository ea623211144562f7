"""What people type that asks nothing: a greeting, thanks, "ok", or what they want to do with the program."""

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
    share = "share"
    browse = "browse"
    mine = "mine"
    profile = "profile"
    nominate = "nominate"
    portrait = "portrait"
    people = "people"
    stop = "stop"


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
            help; hulp; help me; menu; start; wat kan je; wat kun je; wat kan ik; wat kan ik hier
            wat kan ik doen; wat kan ik hier doen; wat kan ik hier mee; wat doe je; wat doe jij
            hoe werkt dit; hoe werkt het; hoe werkt dit hier; hoe werkt deze bot; hoe werkt kopgroep
            wat kun je doen; wie ben je; wie ben jij; wie is dit; wat ben je; ben je een robot
            ben je een bot; ben je een mens; ben jij een mens; wat is dit; wat is kopgroep; wat moet ik doen
            ik snap het niet; ik begrijp het niet; wat bedoel je; hoe bedoel je; wat bedoel je daarmee
            hoe stel ik een vraag; kan ik iets vragen; kan ik een vraag stellen; mag ik iets vragen
            ik heb een vraag; ik wil iets vragen; vraag; vraag stellen; een vraag; what can you do
            what do you do; what can i do; what can i do here; what should i do; how does this work
            how does it work; how do i use this; how do i start; how do i ask; how do i ask a question
            can i ask something; can i ask a question; i have a question; ask; who are you; what are you
            are you a bot; are you a robot; are you human; what is this; what is kopgroep; what do you mean
            i do not understand; i don t understand; ask a question; question
        """,
        Small.share: """
            deel; delen; iets delen; deel iets; deel een voorbeeld; ik wil iets delen; ik wil wat delen
            ik wil een voorbeeld delen; ik wil een tip delen; ik heb een tip; kan ik iets delen
            hoe deel ik iets; hoe kan ik iets delen; share; share something; share an example
            i want to share something; i would like to share something; can i share something
            how do i share; how do i share something; how can i share something; how can i share
            i have a tip
        """,
        Small.browse: """
            kijk; kijk rond; rondkijken; ik wil rondkijken; laat zien; onderwerpen; alle voorbeelden
            voorbeelden; browse; look around; i want to look around; topics; examples; all examples
            show me examples
        """,
        Small.mine: """
            mijn voorbeelden; mijn kaarten; wat heb ik gedeeld; my examples; my cards; what did i share
        """,
        Small.profile: """
            profiel; mijn profiel; naam veranderen; taal veranderen; andere taal; english please; in english
            in english please; do you speak english; english; engels; dutch please; in het nederlands
            profile; my profile; settings; instellingen; change language; change my name
        """,
        Small.nominate: """
            voordragen; iemand voordragen; draag voor; draag iemand voor; een collega voordragen
            ik wil iemand voordragen; ik wil een collega voordragen; ik wil graag iemand voordragen
            hoe draag ik iemand voor; kan ik iemand voordragen; ik weet een goede collega; nominate
            nominate someone; nominate somebody; nominate a colleague; i want to nominate someone
            i want to nominate somebody; i want to nominate a colleague; i would like to nominate someone
            how do i nominate someone; can i nominate someone
        """,
        Small.portrait: """
            portret; mijn portret; portrait; my portrait; mijn portret weghalen; remove my portrait
        """,
        Small.people: """
            mensen; collega s; portretten; wie zijn hier; wie doen er mee; people; colleagues; portraits
            who is here
        """,
        Small.stop: """
            stop; stoppen; ik wil stoppen; stop ermee; stop maar; afmelden; uitschrijven; ik wil weg
            unsubscribe; stop it; i want to stop; i want to leave; quit; opt out
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
