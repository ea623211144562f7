# De vraag die vanzelf komt: hoe gaat het in de praktijk?

checkin-asked = Waar liep je de laatste weken tegenaan? En wat werkte er? Typ het gewoon, zoals je het aan een collega zou appen.
checkin-missed = De vraag van { $day } over hoe het gaat, heb ik niet gesteld. Het programma stond toen stil. Over twee weken vraag ik het weer.
