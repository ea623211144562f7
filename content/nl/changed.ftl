# Wat je doet, is veranderd.

changed-limits =
    Let op bij ‘{ $title }’: { $words }
    De maker heeft dit aangepast. Je hoort het omdat je het ook doet, of van plan bent.
changed-approach =
    ‘{ $title }’ gaat nu zo: { $words }
    De maker heeft dit aangepast. Je hoort het omdat je het ook doet, of van plan bent.
changed-see = Bekijk het
