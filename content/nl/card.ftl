# The card, and the names of jobs and themes.

card-illustrative = <i>Illustratief voorbeeld, niet echt gebeurd</i>
card-title = <b>{ $title }</b>
card-from-name = Van: { $name }, { $job }
card-from-job = Van: { $job }
card-from-colleague = Van: een collega
card-parts =
    <b>Wanneer:</b> { $situation }

    <b>Zo doe je het:</b> { $approach }

    <b>Wat het gaf:</b> { $result }

    <b>Let op:</b> { $limits }
card-variant = Een collega doet hier iets anders dan in een voorbeeld dat er al was.
card-new = Nieuw: nog niemand vertelde hoe het ging. Jij kunt de eerste zijn.
card-new-own = Nieuw: nog niemand vertelde hoe het ging.
card-tried =
    <b>Ervaring:</b> { $count ->
        [one] één collega probeerde dit:
       *[other] { $count } collega's probeerden dit:
    } { $how }.
card-tried-worked = bij { $count } werkte het
card-tried-partly = bij { $count } werkte het deels
card-tried-did_not = bij { $count } werkte het niet
card-often-not = Bij de meesten werkte het niet. Lees waarom voor je begint.
card-quote = Een collega zegt: ‘{ $quote }’
card-useful = { $count ->
    [one] Eén collega vond dit handig.
   *[other] { $count } collega's vonden dit handig.
 }
card-useful-later = Jij vond dit handig. Hebben meer collega's gekozen? Dan laat ik zien hoeveel.
card-dismissed = Niet voor jou: bij jou komt dit als laatste. Alleen jij ziet dat.

card-pledge = Ik ga dit proberen
card-unpledge = Toch niet proberen
card-tell = Ik heb dit gedaan
card-tell-again = Wijzig mijn ervaring
card-experiences = Ervaringen
card-thank = Bedank de maker
card-who = Wie is dit?
card-nominate = Draag voor
card-more = Meer
card-less = Terug
card-vote = Handig
card-vote-back = Toch niet handig
card-dismiss = Niet voor mij
card-dismiss-back = Toch wel voor mij
card-report = Melden
card-edit = Aanpassen
card-withdraw = Terugtrekken
card-put-back = Zet terug
card-send-on = Stuur door
card-moderate = Beheren
card-open = { $title }

job-neighbourhood = Wijkteam
job-debt = Schuldhulp
job-youth = Jeugd
job-work = Werk en inkomen
job-counter = Balie of telefoon
job-enforcement = Handhaving
job-housing = Wonen
job-other = Anders
job-neighbourhood-person = iemand uit een wijkteam
job-debt-person = iemand uit de schuldhulp
job-youth-person = iemand uit de jeugdhulp
job-work-person = iemand van werk en inkomen
job-counter-person = iemand van de balie of telefoon
job-enforcement-person = iemand van handhaving
job-housing-person = iemand die met wonen werkt
job-other-person = een collega in de uitvoering
job-unknown-person = een collega in de uitvoering

theme-debt = Schulden
theme-youth = Jeugd
theme-neighbourhood = Wijkteam
theme-wmo = Wmo
theme-work = Werk en inkomen
theme-counter = Balie
theme-enforcement = Handhaving
theme-housing = Wonen
theme-care_avoiders = Zorgmijders
theme-safety = Veiligheid
theme-language = Taal
