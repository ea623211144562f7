# Examples from a file, for coordinators.

command-import = import
    .about = Many examples from a file
importing-not-kept = I did not keep this file: it may hold data of residents.
importing-how =
    Many examples at once? Your administrator puts them in, from a file.
    • Make a table in Excel, or as CSV.
    • Needed columns: situation, approach, result, limits.
    • Allowed too: title, themes, language, visibility, team, employer.
    • Give it to your administrator, who types: kopgroep import FILE

    You hear for each row what cannot come in, and why. I stop rows with personal data.
