# The overview for coordinators: in steps of five, once a week, and never about a person.

command-overview = overview
    .about = What spreads, and what is asked

# The first line.

overview-point-debt = <b>Write back first:</b> in { $count ->
    [one] 1 round people wait
   *[other] { $count } rounds people wait
 } to hear what you do with it.
overview-point-higher = <b>Sending helps:</b> whoever got an example tried something more often. That is not chance.
overview-point-lower = <b>Sending works the wrong way:</b> whoever got an example tried something less often. That is not chance.
overview-point-grows = <b>{ $title }</b> is spreading: { $count } or more colleagues tried it.
overview-point-tried = <b>{ $title }</b> was tried most: by { $count } or more colleagues.
overview-point-open = <b>{ $count } or more questions are open.</b> No example fitted them.
overview-point-little = <b>There is little to see yet.</b> No example was tried by five colleagues so far.
overview-too-few = <b>You see figures here from ten people on.</b> With fewer, you could see who does what.

# What spreads.

overview-tried = <b>Tried</b>
overview-nothing-tried = • Nothing yet by five or more colleagues.
overview-practice = { $number }. { $title }: { $count } or more
overview-curve = { $number }. { $title }
overview-band = { $count } or more
overview-few = fewer than five
overview-day = { $day }
overview-picture = How many colleagues tried it
overview-about = From { $begin } to { $end } included, how many colleagues tried each example. { $practices }.
overview-described = { $title }: first { $before }, four weeks ago { $month }, now { $now }

# Questions.

overview-asked = <b>Questions</b>, the last eight weeks
overview-asked-few = • Fewer than ten questions. Too few to say anything of.
overview-fitted = • For about { $share }% an example fitted at once.
overview-days-few = • How long an open question waits, I say from five questions on.
overview-days = • Nothing fitted? Then there mostly was an answer within { $days ->
    [one] a day
   *[other] { $days } days
 }.
overview-open = • Open questions: { $open }.

# Rounds.

overview-rounds = <b>Rounds</b>, how many people took part
overview-round = • { $title }: { $share }
overview-share = about { $share }%
overview-few-answered = fewer than five people

# Sending.

overview-sending = <b>Sending</b>
overview-pull-none = • Whether it helps was not measured yet.
overview-pull-too-few = • Whether it helps cannot be said yet: there are too few people for it.
overview-pull = • Of who got an example, { $sent } tried something after that. Of who got nothing, by chance: { $held }.
overview-middle = • Of the large group that has been here for a while, { $sent } tried something in eight weeks. Of those who by chance got nothing: { $held }.
overview-difference-higher = • That is higher, and not chance. The difference is between { $low } and { $high }.
overview-difference-higher-not-proven = • That is higher, but not proven. The difference is somewhere between { $low } and { $high }.
overview-difference-same = • That is the same. The difference is somewhere between { $low } and { $high }.
overview-difference-lower-not-proven = • That is lower, but not proven. The difference is somewhere between { $low } and { $high }.
overview-difference-lower = • That is lower, and not chance. The difference is between { $low } and { $high }.
overview-points-higher = { $by } points higher
overview-points-lower = { $by } points lower
overview-points-same = { $by } points apart
overview-new = • Of what I sent, about { $share }% was new.
overview-stopped = • Stopped in four weeks: { $share ->
    [0] nobody, or a few people
   *[other] about { $share }% of the people
 }.

# What is still to be done.

overview-debt = <b>What you owe</b>
overview-no-debt = • There is nothing to write back now.
overview-late = • { $title }: people were to hear by { $day }. That has passed.
overview-owed = • { $title }: write back before { $day }
overview-my-rounds = My rounds
overview-how = These are figures up to { $day } included. They are about ten people or more, in steps of five, and change once a week. Who did something, I cannot show.
