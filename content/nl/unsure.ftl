# Wat misschien niet is aangekomen.

unsure-count = { $count ->
    [one] Eén bericht is misschien niet aangekomen: de verbinding viel twee keer weg. Stuur je het opnieuw, dan kan iemand het dubbel zien. Dat staat erbij.
   *[other] { $count } berichten zijn misschien niet aangekomen: de verbinding viel twee keer weg. Stuur je ze opnieuw, dan kan iemand iets dubbel zien. Dat staat erbij.
 }
unsure-sent = { $count ->
    [one] Ik stuur het opnieuw. Wie niet werkt, krijgt het later.
   *[other] Ik stuur ze opnieuw. Wie niet werkt, krijgt het later.
 }
unsure-none = Er is niets meer om opnieuw te sturen. Misschien deed een collega het al.
