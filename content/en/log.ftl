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
log-organisation-renamed = gave this organisation another name: { $old } became { $new }
