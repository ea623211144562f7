# Nominating a colleague.

command-nominate = nominate
    .about = Name a colleague who makes the difference

nominate-who =
    Which colleague makes the difference for residents? Type the name, as that colleague is called here.
    I ask that colleague first. Without a yes, nothing happens.

    Whether somebody of that name takes part here, I do not say, not to you either. Want to be sure? Then choose ‘Nominate’ below an example with the name on it.
nominate-self = That is your name. Which colleague do you want to nominate?
nominate-empathy =
    Tell one moment when { $name } was really there for somebody. One or two sentences.
    No names of residents.
nominate-enterprise =
    And one moment when { $name } set something going, or did it differently.
    One or two sentences.
nominate-long = That is { $length } characters. There is room for { $most }. Can you shorten it?
nominate-kind = What suits this colleague best? They may choose otherwise later.
nominate-unknown = I don't know
nominate-sure =
    This is what { $name } reads, without your name:
    ‘{ $empathy }’
    ‘{ $enterprise }’

    Shall I pass it on? After that it cannot be taken back. I do not keep who told it.
nominate-yes = Pass it on
nominate-done =
    Thank you for naming someone.
    I ask that colleague, at most once a year. What they choose, you will not hear from me. That makes saying no as easy as saying yes.
nominate-enough = You named { $most } colleagues this month. You can again next month.
