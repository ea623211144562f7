# The numbers of the model: what each does, and change by typing.

command-numbers = numbers
    .about = The numbers behind sending, explained

numbers-about =
    <b>These are the numbers behind sending.</b> { $changed ->
        [0] They are all as usual.
        [one] One number is not as usual here.
       *[other] { $changed } numbers are not as usual here.
    }

    You may change them, within bounds that protect people. Every change stands in /log, with your name. To switch it all off: /sending.
numbers-in-group = <b>{ $group }</b>
numbers-line = { $number }. { $name }: { $value }
numbers-line-changed = { $number }. { $name }: { $value } (usually { $usual })
numbers-choose = Choose { $number }
numbers-all = All numbers
numbers-one =
    <b>{ $name }: { $value }</b>
    { $about }
numbers-range = Usually it is { $usual }. It may be from { $low } to { $high }.
numbers-how = Type the new number, or leave it.
numbers-leave = Leave it
numbers-back = Back to usual
numbers-unread = I cannot read that as a number. I changed nothing. Type for instance { $usual }.
numbers-outside = That may not be: it must be from { $low } to { $high }. I changed nothing.
numbers-same = It was { $value } already. I changed nothing.
numbers-changed = <b>{ $name }</b> is { $value } now, and was { $old }. It holds at once, and it stands in /log.
numbers-gone = I do not know that number. I changed nothing.

numbers-group-caps = How often
numbers-group-norms = What I say
numbers-group-offers = What I choose
numbers-group-hold_out = Whether it helps
numbers-group-stop = When it ends
numbers-group-figures = Figures and rest
numbers-group-limits = How many a day

number-caps-week = Unasked messages a week
number-caps-week-about = At most so many messages that somebody did not ask for, in seven days. Whoever chose fewer, gets fewer.
number-caps-nudge_hours = Hours between examples
number-caps-nudge_hours-about = At least so many hours lie between two examples for the same person.
number-caps-ceiling = At most a week, all told
number-caps-ceiling-about = At most so many messages in seven days, what was promised included. An answer to one's own question does not count.
number-caps-ignored_days = Days until it counts as left
number-caps-ignored_days-about = Does somebody do nothing with an example for so many days? Then it counts as passed over.
number-caps-back_off = After so many: half
number-caps-back_off-about = Does somebody pass over so many examples in a row? Then I send half as many.
number-caps-give_up = After so many: hardly any
number-caps-give_up-about = Does somebody pass over so many examples in a row? Then I send hardly anything.
number-caps-give_up_weeks = Weeks of rest after that
number-caps-give_up_weeks-about = So many weeks then lie between two messages.
number-norms-group = People in a group
number-norms-group-about = When I say what colleagues do, it is about a group of at least so many people.
number-norms-least_count = People who do and do not
number-norms-least_count-about = At least so many must do it, and so many must not, before I name a number. Else I point at somebody.
number-norms-majority = Share that is called most
number-norms-majority-about = From this share on I say that most colleagues do it.
number-norms-majority_sure = How sure that is
number-norms-majority_sure-about = It is at least so much, chance included.
number-norms-growing = New people in a month
number-norms-growing-about = When so many people tried it for the first time, I say that more and more colleagues do it.
number-norms-growing_days = Days in such a month
number-norms-growing_days-about = I count that over so many days.
number-norms-rest_after_failure = Days of rest after failure
number-norms-rest_after_failure-about = Did something not work? Then for so many days I do not tell that person what colleagues do.
number-norms-impact_from = People before its maker hears
number-norms-impact_from-about = When so many new colleagues tried an example, its maker hears so.
number-norms-impact_rest = Days between two of those
number-norms-impact_rest-about = At least so many days lie between two such messages.
number-offers-explore = Chance for the unknown
number-offers-explore-about = So often I choose an example that few people tried so far.
number-offers-little_known = Experiences of the unknown
number-offers-little_known-about = With fewer experiences than this an example is still unknown.
number-offers-new_shown = First chance for the new
number-offers-new_shown-about = A new example is first shown to so many people it fits.
number-offers-window = Days over which I share out
number-offers-window-about = Over so many days I look whether one example or maker gets too much attention.
number-offers-most_practice = At most for one example
number-offers-most_practice-about = At most this part of what I send on a topic is the same example.
number-offers-most_author = At most for one maker
number-offers-most_author-about = At most this part of what I send on a topic is by the same maker.
number-offers-shares_from = From so many messages on
number-offers-shares_from-about = From so many messages on a topic I watch those parts.
number-offers-author_rest = Makers who sit one out
number-offers-author_rest-about = For each person I pass over the makers of so many last examples.
number-hold_out-share = Who gets nothing, by chance
number-hold_out-share-about = This part of the people gets nothing for a while, to see whether sending helps.
number-hold_out-period_days = Days until a new draw
number-hold_out-period_days-about = For so many days somebody stays in the same group. Then I draw again.
number-hold_out-reported_from = People before I say it
number-hold_out-reported_from-about = Only with so many people in each group do I say whether it helps.
number-stop-stopped = Too many people stop
number-stop-stopped-about = When more than this part of the people stops, sending ends by itself.
number-stop-stopped_days = Days over which I count that
number-stop-stopped_days-about = Over so many days I count who stopped, and who asked for less.
number-stop-less = Too many people want less
number-stop-less-about = When more than this part of who got something asks for less, sending ends by itself.
number-stop-people = People it takes
number-stop-people-about = At least so many people must do so. Else one person would end it for everybody.
number-digest-least = Things in the digest
number-digest-least-about = The weekly digest only goes out with at least so many things of value.
number-privacy-group = People behind a figure
number-privacy-group-about = A figure is about a group of at least so many people. Else you do not see it.
number-privacy-round_to = Steps of a percentage
number-privacy-round_to-about = I round percentages to this.
number-privacy-count_from = A number from so many on
number-privacy-count_from-about = I do not name a smaller number.
number-evidence-recheck_after = Days until I ask its maker
number-evidence-recheck_after-about = Does an example hear nothing for so many days? Then I ask its maker whether it is still right.
number-limits-share = Examples per person a day
number-limits-share-about = So many examples one person may share on one day.
number-limits-ask = Questions per person a day
number-limits-ask-about = So many questions one person may ask on one day. A question about danger does not count.
number-limits-report = Reports per person a day
number-limits-report-about = So many examples one person may report on one day. What is reported is not shown any more at once.
number-limits-thank = Thanks per person a day
number-limits-thank-about = So many thanks one person may give on one day.
number-limits-invite = Invitations per person a day
number-limits-invite-about = So many links one person may make on one day.
number-limits-nominate = Naming colleagues
number-limits-nominate-about = So many colleagues one person may name in thirty days.
number-limits-together = Times as many for all
number-limits-together-about = So many times as one person, all people together may on one day.
