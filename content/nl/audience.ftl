# Voor wie: de keuze van een groep, bij een rondje en bij een bericht.

audience-by-everybody = iedereen
audience-by-theme = onderwerp
audience-by-team = team
audience-by-job = werk
audience-by-role = rol
audience-choose-everybody = Iedereen ({ $count })
audience-choose-theme = Per onderwerp
audience-choose-team = Per team
audience-choose-job = Per soort werk
audience-choose-role = Per rol
audience-which =
    Welke groep? Het getal is hoeveel mensen erin zitten.{ $more ->
        [0] { "" }
       *[other] { " " }Staat hij er niet bij? Typ de naam.
    }
audience-choice = { $name } ({ $count })
audience-unknown = Die groep ken ik niet. Kies er een, of typ de naam zoals die hier staat.
audience-nobody = In die groep zit nu niemand. Kies een andere.
audience-everybody = { $name } ({ $count ->
    [one] 1 persoon
   *[other] { $count } mensen
 })
audience-theme = wie { $name } volgt ({ $count ->
    [one] 1 persoon
   *[other] { $count } mensen
 })
audience-team = team { $name } ({ $count ->
    [one] 1 persoon
   *[other] { $count } mensen
 })
audience-job = werk: { $name } ({ $count ->
    [one] 1 persoon
   *[other] { $count } mensen
 })
audience-role = rol: { $name } ({ $count ->
    [one] 1 persoon
   *[other] { $count } mensen
 })
