"""Whether a question is about danger, so that help is named before anything is looked up.

A practitioner asks about violence as part of the work. So a cue is something that happens to somebody, or a
subject asked about plainly, and not any word with those letters ("geweldig", "een dreigende brief"). Missing
one is worse than naming help once too often: the question can still be asked with one tap.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Danger(StrEnum):
    """Which help is named, in the order in which it is looked for."""

    now = "now"
    suicide = "suicide"
    child = "child"
    violence = "violence"


# Cues are regular expressions, one a line, between word borders. `~` stands for up to four words, and a name
# in braces for one of these.
_PIECES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "child": "kind|kindje|kinderen|kindjes|baby|peuter|kleuter|zoon|zoontje|dochter|dochtertje|meisje"
        "|jongetje|minderjarige",
        "kin": "vrouw|man|partner|ex|vriend|vriendin|moeder|vader|ouders?|zus|zusje|broer|broertje|opa|oma",
        "other": "collega'?s?|buurvrouw|buurman|client|clienten|bewoners?|bewoonster|klant|klanten|gezin",
        "one": "ik|hij|zij|ze|we|wij|iemand|{child}|{kin}|{other}",
        "whom": "me|mij|ons|hem|haar|hen|ze|iemand|elkaar|(?:een|de|het|zijn|haar|hun|mijn|m'n|onze) "
        "(?:{child}|{kin}|{other})",
        "weapon": "mes|pistool|vuurwapen|wapen|bijl|geweer|hamer",
        "kid": "child|children|kids?|baby|babies|toddler|daughters?|sons?|girl|boy",
        "kin_en": "wife|husband|partner|girlfriend|boyfriend|ex|mother|father|mum|mom|dad|parents?",
        "one_en": "i|i'm|he|she|they|we|someone|client|resident|colleague|family|{kid}|{kin_en}",
        "whom_en": "me|us|him|them|someone|her|(?:my|his|her|their|the|a) "
        "(?:{kid}|{kin_en}|colleague|client|resident|family)",
        # "Slaat hulp af" and "slaat een afspraak over" hurt nobody.
        "not_off": r"(?![^.!?]{0,150}\b(?:af|over|open|mis)\b)",
    }
)

# Something happens to somebody.
HAPPENINGS: Final[Mapping[Danger, str]] = MappingProxyType(
    {
        Danger.now: """
            112 bel(?:len|de)?
            bel(?:len|de)? (?:(?:ik|we|wij|jij|nu|meteen|direct) ){0,2}112
            (?:call|dial|phone) (?:112|911|999)
            (?:acuut|acute|direct|onmiddellijk) gevaar
            levensgevaar(?:lijk)?
            {one} ~ in gevaar
            {one_en} ~ in (?:immediate |acute )?danger
            be?dreigt ~ {whom}
            {one} be?dreigt (?!te )~ {whom}
            (?:word|wordt|worden) ~ bedreigd(?! met (?:een |de )?(?:ontruim|huisuit|uithuis|afsluit))
            (?:voel|voelt|voelen) ~ bedreigd
            dreig(?:t|de|en) ~ met (?:een |de )?(?:{weapon}|dood)
            dreig(?:t|de|en) ~ te (?:doden|vermoorden|steken|schieten|slaan)
            (?:trekt|trok|pakt|pakte|zwaait|zwaaide|heeft|loopt|staat|komt) ~ (?:een|zijn|haar) {weapon}
            (?:valt|vallen|viel) ~ {whom} aan
            (?:word|wordt|worden) (?:ik |nu )?aangevallen
            vermoorden
            neer(?:steken|gestoken|schieten|geschoten)
            wurg(?:en|t|de)
            verkracht(?:ing)?
            aangerand
            threaten(?:s|ed|ing)? ~ {whom_en}
            threaten(?:s|ed|ing)? ~ to (?:kill|stab|shoot|hit|hurt)
            (?:met|had) (?:een|zijn|haar) (?:mes|pistool|vuurwapen|wapen|geweer)
            (?:has|had|pulls|pulled|holds|waves|with) a (?:knife|gun|weapon)
            (?:feel|feels|felt|am|i'm|is|was|being|been|got) ~ threatened (?:by|with)(?! (?:an? )?evict)
            attack(?:s|ing|ed) {whom_en}
            (?:being|was|is|got|been) (?:attacked|raped|stabbed|strangled)
        """,
        Danger.suicide: r"""
            zelfmoor[dt](?!terror|aanslag)\w*
            zelfdod\w*
            sui[cs]i[dt]\w*
            eind(?:e|igen)? (?:te )?(?:maken )?aan (?:zijn|haar|hun|mijn|m'n|het|z'n) leven
            uit het leven (?:te )?stap\w*
            van het leven (?:te )?bero\w*
            (?:wil|wilt|wou|wilde|willen) ~ dood(?! hout)
            (?:wil|wilt|wou|wilde|willen) ~ (?:sterven|niet meer leven|er niet meer zijn)
            (?:dood|niet meer leven|er niet meer zijn) (?:wil|wilt|wilde|willen)
            niet meer (?:wil|wilt|wilde|willen) leven
            (?:kill|kills|killing|hang|hanging) (?:my|him|her|them)sel(?:f|ves)
            (?:end|ending|take|taking) (?:my|his|her|their) (?:own )?li(?:fe|ves)
            want(?:s|ed)? to (?:die|be dead)
            (?:does|do|did)(?:n't| not) want to live
        """,
        Danger.child: r"""
            {child} ~ (?:mishandel\w*|misbruikt|geslagen|verwaarloosd)
            (?:mishandel|misbruik|verwaarloo)\w* ~ {child}
            (?:slaat|sloeg|slaan|schopt|schopte|schudt) {not_off}(?:zijn|haar|hun|de|het|een) {child}
            {kid} ~ (?:abused|beaten|molested|neglected)
            (?:abus|beat|hit|molest|neglect)(?:e|es|s|ing|ting|ed) (?:a|the|his|her|their|my) {kid}
        """,
        Danger.violence: """
            (?:slaat|sloeg|slaan|schopt|schopte|stompt|mishandelt|mishandelde|stalkt) {not_off}~ {whom}
            {whom} (?:slaat|sloeg|schopt|mishandelt|mishandelde){not_off}(?! ~ hulp)
            (?:word|wordt|worden|werd|is|ben) ~ (?:geslagen|geschopt|mishandeld|gestalkt)
            (?:hits|beats|hitting|beating|abuses|abusing|hurts|hurting|strangles|stalks) {whom_en}
            (?:is|being|was|gets) (?:hit|beaten|abused|stalked) by (?:my|his|her|their|the|a) {kin_en}
        """,
    }
)

# Subjects: asked about plainly they come first too, unless somebody looks for a leaflet or a course.
SUBJECTS: Final[Mapping[Danger, str]] = MappingProxyType(
    {
        Danger.child: r"""
            kindermishandeling
            seksueel misbruikt?
            incest
            child abuse
            sexual(?:ly)? abus\w*
        """,
        Danger.violence: """
            huiselijke? geweld
            geweld (?:bij (?:hen|ze|mensen) )?(?:thuis|in huis|in het gezin|achter de voordeur)
            partnergeweld
            ouder(?:en)?mishandeling
            domestic (?:violence|abuse)
            violence at home
            elder abuse
        """,
    }
)
ABOUT: Final = """
    folder flyer brochure cursus cursussen training trainingen scholing webinar workshop bijeenkomst
    themabijeenkomst beleid protocol meldcode leaflet course policy
"""


def _compiled(table: Mapping[Danger, str]) -> dict[Danger, re.Pattern[str]]:
    return {danger: _any_of(cues.strip().splitlines()) for danger, cues in table.items()}


def _any_of(cues: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_spelled(cue.strip()) for cue in cues)})(?!\w)")


def _spelled(cue: str) -> str:
    for name, piece in reversed(list(_PIECES.items())):
        cue = cue.replace(f"{{{name}}}", piece if name == "not_off" else f"(?:{piece})")
    return cue.replace("~ ", r"(?:[\w'-]{1,30} ){0,4}")


_HAPPENS: Final = _compiled(HAPPENINGS)
_SUBJECT: Final = _compiled(SUBJECTS)
_ABOUT: Final = re.compile(rf"\b(?:{'|'.join(ABOUT.split())})\b")


def danger_in(words: str) -> Danger | None:
    """Return which help to name before a question is answered, None when there is no cue of danger."""
    plain = _plain(words)
    subjects = {} if _ABOUT.search(plain) else _SUBJECT
    for danger in Danger:
        for cues in (_HAPPENS, subjects):
            if danger in cues and cues[danger].search(plain):
                return danger
    return None


def _plain(words: str) -> str:
    """Return words in lower case without accents, commas and double spaces; sentences stay apart."""
    bare = "".join(
        char for char in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(char)
    )
    return " ".join(bare.replace("’", "'").replace(",", " ").split())
