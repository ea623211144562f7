# Examples from a file, for coordinators.

command-import = import
    .about = Many examples from a file
importing-how =
    Many examples at once? Send me a file.
    • Make a table in Excel, or as CSV.
    • Needed columns: situation, approach, result, limits.
    • Allowed too: title, themes, language, visibility, team, employer.
    • Send it here as a document, { $most } MB at most. In the browser: Menu, Import a file.

    You first hear what can come in and what cannot. Then you choose. I stop rows with personal data.

# A file comes in.

importing-reading = I am reading { $name }. You will hear in a moment what came of it.
importing-one = I take one file at a time. Send the others after it.
importing-busy = I am still busy with your last file. Send this one again after that.
importing-silent = You made me silent. So you would not hear what came of it. Type /start first, and then send the file again.
importing-kind = I do not read this kind of file. Send a table: .xlsx, .csv or .jsonl. It may be { $most } MB.
importing-too-big = This file is too big. It may be { $most } MB. Split it, or ask your administrator to put it in.

# What can come in.

importing-new = { $count ->
    [0] Nothing new can come from { $name }.
    [one] 1 example can come from { $name }.
   *[other] { $count } examples can come from { $name }.
 }
importing-already = { $count ->
    [one] 1 row was there already.
   *[other] { $count } rows were there already.
 }
importing-refused = { $count ->
    [one] 1 row cannot come in:
   *[other] { $count } rows cannot come in:
 }
importing-rows =
    { $before }
    { $row }
importing-no-caught = in { $field } I see { $kinds }. I do not keep that. Take it out.
importing-mend = Mend those rows and send the file again. What is there already does not come in twice.
importing-yes = Put them in
importing-no = Leave it

# What came of it.

importing-putting = I am putting them in. You will hear in a moment how it went.
importing-left-out = Fine, I put nothing in. I do not keep the file.
importing-done = { $count ->
    [0] Nothing was added.
    [one] 1 example is in.
   *[other] { $count } examples are in.
 }
importing-left = { $count ->
    [one] 1 row could not come in.
   *[other] { $count } rows could not come in.
 }
importing-told = { $count ->
    [one] A coordinator put 1 example in, from a file.
   *[other] A coordinator put { $count } examples in, from a file.
 }
importing-nothing = Nothing has changed.
importing-gone = I cannot reach { $name } any more. Nothing has changed. Send the file again.
importing-changed = { $name } is not what it was when I read it. Nothing has changed. Send the file again.
importing-failed = Something went wrong on my side with { $name }. Nothing has changed. Send it again later. Does it go wrong again? Give your administrator the code { $code }.
importing-under-way = I am busy with it already. You will hear in a moment how it went.
importing-in-already = This file has been dealt with. I changed nothing.
importing-over = I do not have this file any more. Send it again, and I read it anew.
