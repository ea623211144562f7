# Votes that came at once, for coordinators.

bursts-asked =
    Several colleagues found ‘{ $title }’ useful at nearly the same time. Will you look at it?
    Until then they do not count in the order. Often it means nothing, for example after a meeting. You do not see who it was. If you choose nothing, they count after { $hours } hours.
bursts-count = Let them count
bursts-not = Leave them out
bursts-see = See it
bursts-counted = Good, they count for ‘{ $title }’. The maker notices nothing of this.
bursts-left-out = Good, they do not count in the order for ‘{ $title }’. The maker notices nothing of this. You can always undo it.
bursts-gone = This I cannot let you decide (any more).
