# Klopt dit nog?

recheck-ask =
    Klopt je voorbeeld ‘{ $title }’ nog?
    Al een half jaar hoorde ik er niets over. Eén tik is genoeg.
recheck-right = Klopt nog
recheck-outdated = Verouderd
recheck-see = Bekijk het
recheck-thanks = Dank je. Collega's kunnen weer vooruit met ‘{ $title }’.
