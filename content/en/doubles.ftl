# examples that are alike, for coordinators and liaisons.

command-doubles = doubles
    .about = examples that are alike

doubles-none = No examples look alike right now.
doubles-count = { $count ->
    [one] One pair looks alike.
   *[other] { $count } pairs look alike. This is the first.
 }
doubles-pair = Two examples look alike: ‘{ $kept }’ and ‘{ $double }’. Are they about the same thing?
doubles-and = And this is the other one:
doubles-merge = Merge them
doubles-apart = Not the same
doubles-later = Later
doubles-kept-apart = ‘{ $double }’ and ‘{ $kept }’ stay apart. I won't ask again.
doubles-put-off = In { $days } days I'll ask again whether ‘{ $double }’ and ‘{ $kept }’ are the same.
doubles-gone = This was decided already, or one of the two changed. I have changed nothing.
