# For whom: choosing a group, for a round and for a message.

audience-by-everybody = everybody
audience-by-theme = topic
audience-by-team = team
audience-by-job = work
audience-by-role = role
audience-choose-everybody = Everybody ({ $count })
audience-choose-theme = By topic
audience-choose-team = By team
audience-choose-job = By kind of work
audience-choose-role = By role
audience-which =
    Which group? The number is how many people are in it.{ $more ->
        [0] { "" }
       *[other] { " " }Is it not here? Type its name.
    }
audience-choice = { $name } ({ $count })
audience-unknown = I do not know that group. Choose one, or type its name as it stands here.
audience-nobody = There is nobody in that group now. Choose another one.
audience-everybody = { $name } ({ $count ->
    [one] 1 person
   *[other] { $count } people
 })
audience-theme = who follow { $name } ({ $count ->
    [one] 1 person
   *[other] { $count } people
 })
audience-team = team { $name } ({ $count ->
    [one] 1 person
   *[other] { $count } people
 })
audience-job = work: { $name } ({ $count ->
    [one] 1 person
   *[other] { $count } people
 })
audience-role = role: { $name } ({ $count ->
    [one] 1 person
   *[other] { $count } people
 })
