# Mijn vragen.

command-questions = vragen
    .about = Je eigen vragen

questions-none = Je hebt nog niets gevraagd. Waar loop je tegenaan? Typ het gewoon.
questions-mine = Dit zijn je vragen. Alleen jij ziet dat ze van jou zijn.
questions-line = • { $question } – { $state }
questions-open-tap = { $question }
questions-shown = voorbeelden gezien
questions-open = staat open
questions-answered = beantwoord
questions-closed = afgerond
questions-more = Meer
questions-one =
    ‘{ $question }’
    Gevraagd op { $at }: { $state }.
questions-again = Zoek opnieuw
questions-withdrawn = Je vraag is weg. Ik heb er niets van bewaard.
