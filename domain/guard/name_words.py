"""Words that point at a name, and words that tell that there is none."""

from __future__ import annotations

from typing import Final

from domain.guard.shared import words

TITLES: Final = words(
    "mw mevr mevrouw meneer mijnheer menheer dhr heer fam familie mr mrs ms miss juf juffrouw zuster "
    "dokter dr doctor buurvrouw buurman oom tante opa oma tante uncle aunt auntie ome grandma granny "
    "family pt lln cl clt"
)
SHORT_TITLES: Final = words("mw mevr dhr fam mr mrs ms dr pt lln cl clt")
PREFIXES: Final = words("van de der den het ten ter te 't 's el al la le du da dos von bin ibn ait ver vd")
# Prefixes that stand before hardly anything but a surname, also in small letters.
SURNAME_PREFIXES: Final = words("der den el ait ibn bin vd")
BETWEEN_NAMES: Final = (" ", ". ", ".", "-", " '", " ’")
DOTTED: Final = frozenset("vdt")  # "v.d. B.", "'t H."
PEOPLE: Final = words(
    "client cliente bewoner bewoonster huurder huurster klant patient inwoner inwoonster burger jongere "
    "leerling zoon zoontje dochter dochtertje broer broertje zus zusje moeder vader ouder partner man "
    "vrouw echtgenoot echtgenote vriend vriendin ex exman neef nicht kleinzoon kleindochter jongen "
    "meisje baby peuter kleuter kind weduwe weduwnaar buur buurjongen buurmeisje collega begeleider "
    "mentor voogd tolk stagiair stagiaire son daughter brother sister mother father husband wife "
    "boyfriend girlfriend tenant resident neighbour neighbor boy girl colleague cousin nephew niece "
    "widow wijkagent agent rechter advocaat coach consulent consulente trainer docent docente lerares "
    "leraar dominee pastoor imam huisarts arts verpleegkundige wijkverpleegkundige jongerenwerker "
    "jongerenwerkster vrijwilliger vrijwilligster bewindvoerder deurwaarder huisbaas directeur meester "
    "stiefvader stiefmoeder stiefzoon stiefdochter schoonzoon schoondochter schoonmoeder schoonvader zwager "
    "schoonzus pleegmoeder pleegvader pleegzoon pleegdochter pleegkind tweeling tweelingzus tweelingbroer "
    "pupil meid gozer gast jochie knul kerel dame verzorgster verzorger thuishulp schoonmaakster oppas "
    "lad lass mate pal nan nana nanna friend carer landlord landlady teacher tutor nurse constable "
    "hij zij ze hem haar he she him her"
)
# After these a name only stands between brackets: "hij (Sjaak)", not "hij Sjaak".
PRONOUNS: Final = words("hij zij ze hem haar he she him her")
NOUNS: Final = PEOPLE - PRONOUNS
# After these an unknown word with a capital is a name too; "een tolk Tigrinya" is not.
KIN: Final = words(
    "zoon zoontje dochter dochtertje broer broertje zus zusje neef nicht kleinzoon kleindochter client "
    "cliente bewoner bewoonster vriendin vriend buurjongen buurmeisje son daughter brother sister "
    "nephew niece cousin stiefzoon stiefdochter schoonzoon schoondochter pleegzoon pleegdochter"
)
INSTITUTIONS: Final = words(
    "school college ziekenhuis kerk moskee plein huis hal zaal centrum park fonds stichting gasthuis "
    "kliniek polikliniek hospital church mosque foundation street road square house centre center hall "
    "museum brug bibliotheek zorg methode model wet straat laan gracht kade groep supermarkt methodiek "
    "university academie academy arena hogeschool universiteit lyceum gymnasium stadion theater schouwburg "
    "bad zwembad sporthal"
)
BEFORE_INSTITUTION: Final = words(
    "bureau stichting sint st san santa saint team locatie wijkcentrum buurthuis gemeente provincie wet "
    "dorp wijk flat gebouw complex merk app foundation bisschop prins prinses koning koningin "
    "minister rivier kanaal eiland beek camping museum zaal lokaal hotel cafe restaurant villa huize station "
    "halte supermarkt winkel merk boek film schrijver schrijfster dichter schilder"
)
# Words with a capital that follow a title or a word for a person and are no name.
NO_NAME: Final = words(
    "victorie de het een en of in op aan bij met voor van naar uit over dat die dit deze dan toen nu ik "
    "je jij hij zij ze we wij jullie u er is was had heeft kan wil moet mag niet geen ook wel als maar "
    "want dus omdat zodat om te tot door na per via alle veel meer the a an and or of at by with for to "
    "from that this is was has who which wmo wlz ggz ggd uwv svb duo coa ind kvk nt2 awbz bjz vve zzp "
    "ww wia wajong wsw pgb nl eu ok vog aow nederlands engels turks arabisch pools syrisch eritrees "
    "marokkaans somalisch oekraiens frans duits spaans maandag dinsdag woensdag donderdag vrijdag "
    "zaterdag zondag januari februari maart april mei juni juli augustus september oktober november "
    "december monday tuesday wednesday thursday friday saturday sunday january february march may june "
    "july august october whatsapp google facebook instagram telegram teams excel dutch english turkish "
    "arabic polish syrian"
)
# Short first names that are flagged in lower case too; other short ones are too often something else.
SHORT: Final = words(
    "jan ali mo bob tom kim eva max ton wim bas piet lex leo ria mia amy ida ans tim sam gea ada ben "
    "joe jos ron ria roy ian ivo ilse ger cor kee ike"
)
