# The log, for coordinators.

command-log = log
    .about = Who sent or stopped something, and when
log-none = There is nothing in the log yet.
log-head = The log, the newest first:
log-line = { $at }: { $who } { $what }.
log-somebody = the administrator, or somebody who left,
log-more = Earlier
log-broadcast-confirmed = sent a message to { $count ->
    [one] 1 person
   *[other] { $count } people
 }
log-broadcast-withdrawn = held back a message to { $count ->
    [one] 1 person
   *[other] { $count } people
 }
log-broadcast-stopped = stopped a message to { $count ->
    [one] 1 person
   *[other] { $count } people
 }
log-broadcast-repeated = sent a message again to who perhaps did not get it
log-round-hidden = hid a sentence in the outcome of a round: { $why ->
    [names] you could tell who it was about
    [resident] it was about a resident
   *[hurts] it was hurtful or a threat
 }
log-votes-counted = let votes count that came at once
log-votes-left-out = left out votes that came at once
log-organisation-renamed = gave this organisation another name: { $old } became { $new }
log-program = the program itself
log-nudging-stopped = switched sending off
log-nudging-started = switched sending on again
log-nudging-ended = ended sending: { $reason }
log-reason-stopped = too many people stopped
log-reason-less = too many people asked for less
log-reason-energy = it cost people energy
log-reason-small-group = a message was about too small a group
log-reason-effect = people who got something tried less
log-crisis-called = called a crisis week, until { $until }
log-crisis-ended = ended the crisis week
log-team-told = noted that it was said on { $on } that this measures nobody, in { $team }
log-team-untold = noted that it was not said yet that this measures nobody, in { $team }
log-no-team = people without a team
log-nudging-begun = began to send examples and to measure whether that helps, with { $people ->
    [0] fewer than ten people
   *[other] { $people } people or more
 }
log-number-changed = changed ‘{ $number }’ from { $old } to { $new }
log-uncertain-repeated = sent { $count } messages again that may not have arrived
log-role-link-made = made a link for a { $role }
log-role-asked = began a change of role, to { $role }
log-role-stopped = stopped a change of role, to { $role }
log-role-given = changed a role to { $role }
log-practices-exported = took { $count ->
    [one] one example
   *[other] { $count } examples
 } into a file
