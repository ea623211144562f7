# Is it still right?

recheck-ask =
    Is your example ‘{ $title }’ still right?
    I heard nothing about it for half a year. One tap is enough.
recheck-right = Still right
recheck-outdated = Outdated
recheck-see = See it
recheck-thanks = Thank you. Colleagues can go on with ‘{ $title }’.
