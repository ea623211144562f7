# Changing a practice: its words, themes, name and readers.

part-title = Title
part-situation = When
part-approach = How
part-result = Result
part-limits = Watch out
part-themes = Theme
part-name = Name
part-readers = Who sees this?

parts-change = What would you like to change?
parts-new-title =
    Type the new title. Start with what you do, such as ‘Call first’.
    It says now: { $now }
parts-new-situation =
    When do you do this? Type it again. No names of residents.

    It says now: { $now }
parts-new-approach =
    How do you do it? Type it again, so that a colleague could do it tomorrow.

    It says now: { $now }
parts-new-result =
    What came of it? Type it again. An impression is fine.

    It says now: { $now }
parts-new-limits =
    When does it not work, or what should people watch out for? Type it again.

    It says now: { $now }
parts-title-long = That title is too long: { $length } characters. The card has room for { $most }. I changed nothing.
parts-long = That is too long for one part: { $length } characters. There is room for { $most }. I changed nothing. Can you shorten it?
parts-limits-needed = One sentence is needed here. Without it, a colleague will not dare to try.

parts-themes = What is it about? Choose { $most } at most.
parts-theme-on = ✓ { $theme }
parts-themes-full = You have { $most } already. Remove one first.
parts-no-theme = none yet
parts-done = Done

parts-name = Do you want your name on it? Then colleagues know whom to ask.
parts-name-name = Yes, with my name
parts-name-job = Only my job
parts-name-nobody = No name

parts-readers = Who may see this?
parts-readers-gone = You cannot share with that group. Choose who may see this.
readers-team = My team
readers-employer = My employer
readers-organisation = Whole organisation
